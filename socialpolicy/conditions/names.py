"""From a name in a condition to what carries it, and whether it may be read where the condition stands."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import attrs

from socialpolicy.conditions.condition import Condition
from socialpolicy.conditions.nodes import Always, Expression, Name, Named, Yes
from socialpolicy.conditions.spots import Faults, Span
from socialpolicy.conditions.tokens import Token
from socialpolicy.conditions.vocabulary import Vocabulary
from socialpolicy.errors import Code
from socialpolicy.facts.fact import Fact, FromFact
from socialpolicy.guarding.suggest import did_you_mean

__all__ = ["Names"]

_YES = "a yes-no fact stands alone: write its name, or not and its name"
_NO_NAMES: Mapping[str, str] = dict.fromkeys(("true", "false", "yes", "no"), _YES)

_CLIENT = ("is about a client, and this is decided before there is one", "only for_clients reads it")
_CHOSEN = ("is chosen only after this is decided", "read facts of the practice here")
_MERGED = ("cannot be read by for_clients", "read facts of the practice and of clients here")


@attrs.frozen
class Names:
    """The names of a vocabulary; what is wrong with one is added to the faults."""

    vocabulary: Vocabulary
    faults: Faults

    def operand(self, token: Token, options: Iterable[str] = ()) -> Name | None:
        """The fact or stance of this name; `options` are what the other side of a comparison can be."""
        name = self._found(token.text)
        if name is None:
            self._no_operand(token, options)
            return None
        self._check(name, token.span)
        return name

    def alone(self, token: Token) -> Expression:
        """What a name says that stands alone."""
        named = self.vocabulary.named.get(token.text)
        if named is not None and token.text not in self.vocabulary.facts:
            self._check_named(token, named.condition)
            return Named(named.name, named.condition, words=named.words)
        name = self.operand(token)
        if name is None:
            return Always()
        if name.fact.kind != "yes-no":
            message = f'"{name.written}" alone says neither yes nor no'
            self.faults.add(Code.CONDITION_TYPE, message, token.span, _say_more(name))
        return Yes(name)

    def clause(self, token: Token) -> str:
        """The id of a clause whose inclusion is asked."""
        clause, _, rest = token.text.partition(".")
        if rest and clause in self.vocabulary.stances:
            message = f'"{token.text}" is not a clause'
            self.faults.add(Code.CONDITION_TYPE, message, token.span, f"write {clause} is included")
        elif token.text in self.vocabulary.stances:
            self._check_chosen(token.text, token.span)
        elif token.text in (*self.vocabulary.facts, *self.vocabulary.named):
            message = f'"{token.text}" is not a clause: only clauses are included'
            self.faults.add(Code.CONDITION_TYPE, message, token.span)
        else:
            self._unknown(token, f'No clause is called "{token.text}"', self.vocabulary.stances)
        return clause

    def _found(self, written: str) -> Name | None:
        words = self.vocabulary
        clause, dot, rest = written.partition(".")
        if not dot and written != "stance":
            fact = words.facts.get(written)
        elif not dot or rest == "stance":
            fact = _stance(clause if dot else words.own, words)
        else:
            fact = words.clause_facts.get(written)
        return None if fact is None else Name(written, fact.key, fact=self._with_options(fact))

    def _with_options(self, fact: Fact) -> Fact:
        lender = self.vocabulary.facts.get(fact.options_from)
        if fact.options or lender is None:
            return fact
        return attrs.evolve(fact, options=lender.options)

    def _no_operand(self, token: Token, options: Iterable[str]) -> None:
        words, text = self.vocabulary, token.text
        clause, dot, rest = text.partition(".")
        if text in words.named:
            message = f'"{text}" is a named condition and stands alone'
            self.faults.add(Code.CONDITION_TYPE, message, token.span)
        elif text in words.stances:
            message = f'"{text}" is a clause'
            self.faults.add(Code.CONDITION_TYPE, message, token.span, f"write {text} is included")
        elif text == "stance":
            message = "No clause's own stance can be meant here"
            self._unknown(token, message, (), "write the clause before it: <clause>.stance")
        elif dot and clause in words.stances:
            self._not_in_clause(token, clause, rest)
        elif dot:
            self._unknown(token, f'No clause is called "{clause}"', words.stances)
        else:
            hint = did_you_mean(text, options) or _NO_NAMES.get(text, "")
            if text in options:
                hint = f'write "{text}"'
            self._unknown(token, f'No fact is called "{text}"', (*words.facts, *words.named), hint)

    def _not_in_clause(self, token: Token, clause: str, rest: str) -> None:
        message = f'The clause "{clause}" has no fact "{rest}"'
        if rest == "stance":
            message = f'The clause "{clause}" has no stances'
        begin = f"{clause}."
        facts = [name for name in self.vocabulary.clause_facts if name.startswith(begin)]
        self._unknown(token, message, [*facts, f"{begin}stance"] if rest != "stance" else ())

    def _unknown(self, token: Token, message: str, names: Iterable[str], hint: str = "") -> None:
        hint = hint or did_you_mean(token.text, names)
        self.faults.add(Code.CONDITION_UNKNOWN_NAME, message, token.span, hint)

    def _check(self, name: Name, span: Span) -> None:
        """Whether a name may be read here, and whether it always has an answer."""
        fact, reads = name.fact, self.vocabulary.reads
        if fact.about == "client":
            if reads != "client":
                self._not_here(name.written, _CLIENT, span)
        elif name.clause:
            self._check_chosen(name.written, span)
            self._check_decided(name, span)
        else:
            self._check_decided(name, span)

    def _check_named(self, token: Token, condition: Condition) -> None:
        """Whether everything that a named condition reads may be read here."""
        words = self.vocabulary
        for key in sorted(condition.reads):
            fact = words.facts.get(key)
            if fact is not None and fact.about == "client":
                if words.reads != "client":
                    self._not_here(token.text, _CLIENT, token.span)
            elif fact is None:
                self._check_chosen(token.text, token.span)

    def _check_chosen(self, written: str, span: Span) -> None:
        reads = self.vocabulary.reads
        if reads != "chosen":
            self._not_here(written, _CHOSEN if reads == "practice" else _MERGED, span)

    def _not_here(self, written: str, why: tuple[str, str], span: Span) -> None:
        self.faults.add(Code.CONDITION_STAGE, f'"{written}" {why[0]}', span, why[1])

    def _check_decided(self, name: Name, span: Span) -> None:
        if not self._is_decided(name.fact):
            message = f'"{name.written}" may stay without an answer: nothing can be decided by it'
            hint = "give it a default, or required = true"
            if name.fact.optional:
                hint = 'give it default = "none"'
            self.faults.add(Code.CONDITION_UNDECIDED, message, span, hint)

    def _is_decided(self, fact: Fact) -> bool:
        seen: set[str] = set()
        while isinstance(fact.default, FromFact) and not fact.required and fact.key not in seen:
            seen.add(fact.key)
            fact = self.vocabulary.facts.get(fact.default.fact, fact)
        return fact.required or fact.default is not None


def _stance(clause: str, words: Vocabulary) -> Fact | None:
    """The stance of a clause as a fact: a choice that is always made."""
    stances = words.stances.get(clause)
    if not stances:
        return None
    options = {stance: stance for stance in stances}
    return Fact(name="stance", clause=clause, kind="choice", options=options, required=True)


def _say_more(name: Name) -> str:
    """What to write in place of a bare name that is no yes-no fact."""
    written, fact = name.written, name.fact
    first = next(iter(fact.options), "")
    if fact.is_list or fact.optional:
        return f"write not {written} is empty" + (f', or {written} has "{first}"' if first else "")
    if fact.kind == "place" and first:
        return f'write {written} within "{first}"'
    if first:
        return f'write {written} == "{first}"'
    return "compare it" if fact.kind in ("whole", "duration", "date") else ""
