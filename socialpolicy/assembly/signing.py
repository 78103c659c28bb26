"""What is ticked and signed: parties, consents, execution blocks."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import attrs

from socialpolicy import document as tree
from socialpolicy.assembly.planning import Plan
from socialpolicy.assembly.voice import voice_word
from socialpolicy.assembly.wording import Writer, label_of
from socialpolicy.conditions import Condition
from socialpolicy.errors import Code, NotFound
from socialpolicy.library.clause import ConsentAsked
from socialpolicy.library.outline import ExecutionPlan, PartPlan, SignerPlan
from socialpolicy.library.texts.passage import Named

__all__ = ["Signing"]

_UNFILLED_SIGNERS = 2  # rows for "each" signer while nobody has said how many


@attrs.frozen
class Signing:
    """Writes the parts that people fill by hand; `client` are the values of one client, {} for none."""

    plan: Plan
    writer: Writer
    client: Mapping[str, object] = attrs.field(repr=False)

    def parties(self, part: PartPlan) -> tree.Parties:
        """Who the document is between."""
        return tree.Parties(
            tuple(
                tree.Party(
                    party.id,
                    tree.plain(self.writer.passage(party.label)),
                    inlines=self.writer.passage(party.text),
                )
                for party in part.parties
            )
        )

    def consents(self) -> tree.Consents:
        """The optional consents of the clauses that stand in the document."""
        return tree.Consents(
            tuple(
                self._consent(consent)
                for planned in self.plan.clauses
                for consent in planned.chosen.clause.consents
                if self._asked(consent)
            )
        )

    def _asked(self, consent: ConsentAsked) -> bool:
        return self._holds(consent.asked_when) and self._may_be_for(consent.for_clients)

    def _holds(self, condition: Condition | None) -> bool:
        return condition is None or bool(condition.holds(self.writer.composed.values))

    def _may_be_for(self, for_clients: Condition | None) -> bool:
        """Not yet known: it stays in."""
        return for_clients is None or for_clients.holds(self.client) is not False

    def _consent(self, consent: ConsentAsked) -> tree.Consent:
        fields = self._ticks() if consent.each_signer else _tick("client", "Yes", "Initials")
        return tree.Consent(
            consent.id,
            consent.clause,
            asks=self.writer.passage(consent.asks, consent.clause),
            withdraw=self.writer.passage(consent.withdraw, consent.clause),
            fields=fields,
        )

    def _ticks(self) -> tuple[tree.Field, ...]:
        """A box for each signer, in the order in which they sign; one box where nobody signs with others."""
        parts = (part for part in self.plan.outline.parts if part.kind == "execution")
        fit = (block for part in parts for block in self._fit(part))
        each = [name.removeprefix("each:") for block in fit for name in block.signers if ":" in name]
        if not each:
            return _tick("client", "Yes", "Initials")
        person = voice_word(self.writer.composed, "Client") or ""
        called = _numbered(tuple(role or person for role in self._roles()))
        return tuple(
            field
            for row, label in enumerate(called, 1)
            for field in _tick(f"{each[0]}-{row}", label, f"Initials {row}")
        )

    def _roles(self) -> tuple[str, ...]:
        """The role of each signer as a label, "" where it is not known or is that of the client."""
        signers = self.client.get("client_signers")
        if not (isinstance(signers, tuple) and signers):
            return ("",) * _UNFILLED_SIGNERS
        words = self.writer.composed.library.facts["client_signers"].columns["role"].options
        # an option is the library's own word: nothing that was written about a client becomes a label
        called = (words.get(role, "") if role != "client" else "" for role in signers)
        return tuple(label[:1].upper() + label[1:] for label in called)

    def _fit(self, part: PartPlan) -> list[ExecutionPlan]:
        """The first block that is surely for this client, alone; while none is, all that may be."""
        fit = [
            block for block in part.blocks if self._holds(block.when) and self._may_be_for(block.for_clients)
        ]
        sure = (block for block in fit if block.for_clients and block.for_clients.holds(self.client))
        first = next(sure, None)
        return [first] if first else fit

    def executions(self, part: PartPlan) -> Iterator[tree.Execution]:
        """The blocks of signatures that practice and client may need; raises NotFound where all drop out."""
        fit = self._fit(part)
        if not fit and any(self._holds(block.when) for block in part.blocks):
            message = f"Nobody would sign `{self.plan.outline.document}` for this client."
            hint = "what is said of the client does not go with what the practice says of its work"
            raise NotFound(Code.SIGNERS_NONE, message, hint=hint)
        for block in fit:
            yield tree.Execution(
                tree.plain(self.writer.passage(block.label)),
                statement=self.writer.passage(part.intro),
                signers=tuple(self._signers(block)),
            )

    def _signers(self, block: ExecutionPlan) -> Iterator[tree.Signer]:
        for name in block.signers:
            signer = self.plan.outline.signers[name.removeprefix("each:")]
            if name.startswith("each:"):
                for row, role in enumerate(self._roles(), 1):
                    signs = self._signer(signer, f"{signer.party}-{row}", str(row))
                    yield attrs.evolve(signs, label=role or signs.label)
            else:
                yield self._signer(signer, signer.party, "")

    def _signer(self, signer: SignerPlan, party: str, form: str) -> tree.Signer:
        name: tree.Inlines = ()
        if form:
            name = (tree.Hole(signer.name, form, label_of(signer.name)),)
        elif signer.name:
            name = self.writer.inlines((Named(signer.name),))
        return tree.Signer(
            party,
            tree.plain(self.writer.passage(signer.label)),
            fields=(
                tree.Field(party, "name", label="Name", inlines=name),
                tree.Field(party, "signature", label="Signature"),
                tree.Field(party, "date", label="Date"),
            ),
        )


def _numbered(labels: tuple[str, ...]) -> tuple[str, ...]:
    """The labels, with a number behind each that stands more than once: no two are alike."""
    return tuple(
        f"{label} {labels[: place + 1].count(label)}" if labels.count(label) > 1 else label
        for place, label in enumerate(labels)
    )


def _tick(party: str, label: str, initials: str) -> tuple[tree.Field, ...]:
    return (
        tree.Field(party, "tick", label=label, required=False),
        tree.Field(party, "initials", label=initials, required=False),
    )
