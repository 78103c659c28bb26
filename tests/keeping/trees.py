"""Trees that hypothesis makes: every node in every place where its class lets it stand."""

from __future__ import annotations

from hypothesis import strategies as st

from socialpolicy import document as tree
from socialpolicy.errors import Place, WrongValue
from socialpolicy.guarding.clean import clean

__all__ = ["documents", "stands", "texts"]


def stands(text: str) -> bool:
    try:
        return clean(text, Place()) == text
    except WrongValue:
        return False


texts = st.text(max_size=6).filter(stands)
_names = st.from_regex(r"[a-z][a-z0-9_]{0,8}", fullmatch=True)
_leaves: st.SearchStrategy[tree.Inline] = st.one_of(
    st.builds(tree.Text, texts),
    st.builds(tree.Break),
    st.builds(tree.Value, texts, texts),
    st.builds(tree.Blank, texts, texts),
    st.builds(tree.Hole, _names, st.sampled_from(["", "list", "1"]), texts),
)


def _around(inner: st.SearchStrategy[tree.Inline]) -> st.SearchStrategy[tree.Inline]:
    words = _several(inner)
    return st.one_of(
        st.builds(tree.Strong, words),
        st.builds(tree.Emphasis, words),
        st.builds(tree.Reference, words, texts, number=texts, label=texts),
        st.builds(tree.Link, words, st.sampled_from(["https://a.example", "mailto:a@b.example", "tel:1"])),
        st.builds(tree.Term, words, texts),
    )


def _several(one: st.SearchStrategy) -> st.SearchStrategy:
    return st.lists(one, max_size=3).map(tuple)


inlines = _several(st.recursive(_leaves, _around, max_leaves=4))
_fields = _several(
    st.builds(
        tree.Field,
        texts,
        st.sampled_from(["name", "signature", "date", "initials", "tick"]),
        label=texts,
        required=st.booleans(),
        inlines=inlines,
    )
)


def _table(columns: int) -> st.SearchStrategy[tree.Table]:
    row = st.tuples(*[inlines] * columns)
    return st.builds(tree.Table, texts, row | st.just(()), rows=_several(row), caption=texts)


_flat: st.SearchStrategy[tree.Block] = st.one_of(
    st.builds(tree.Paragraph, texts, inlines, number=texts),
    st.integers(0, 3).flatmap(lambda columns: _table(columns)),
    st.builds(
        tree.Contents,
        _several(st.builds(tree.ContentsLine, texts, inlines, number=texts, level=st.sampled_from([1, 2]))),
    ),
    st.builds(tree.Parties, _several(st.builds(tree.Party, texts, texts, inlines=inlines))),
    st.builds(tree.Definitions, _several(st.builds(tree.Definition, texts, texts, inlines=inlines))),
    st.builds(
        tree.Consents,
        _several(st.builds(tree.Consent, texts, texts, asks=inlines, withdraw=inlines, fields=_fields)),
    ),
    st.builds(
        tree.Execution,
        texts,
        statement=inlines,
        signers=_several(st.builds(tree.Signer, texts, texts, fields=_fields)),
    ),
)


def _holding(inner: st.SearchStrategy[tree.Block]) -> st.SearchStrategy[tree.Block]:
    blocks = _several(inner)
    return st.one_of(
        st.builds(
            tree.Items,
            texts,
            _several(st.builds(tree.Item, texts, blocks, number=texts)),
            ordered=st.booleans(),
        ),
        st.builds(tree.Provision, texts, texts, heading=inlines, blocks=blocks, number=texts),
        st.builds(tree.Part, texts, blocks, key=texts, number=texts),
        st.builds(tree.Box, st.sampled_from(["emergency", "note"]), inlines, blocks=blocks),
    )


def documents() -> st.SearchStrategy[tree.Document]:
    """Any document, sensible or not."""
    return st.builds(
        tree.Document,
        st.sampled_from(["website-policy", "client-addendum"]),
        texts,
        subtitle=inlines,
        locale=st.sampled_from(["en-AU", "en-US"]),
        paper=st.sampled_from(["A4", "Letter"]),
        practice=texts,
        version=texts,
        date=texts,
        dated=st.dates().map(lambda day: day.isoformat()),
        edition=texts,
        scheme=st.sampled_from(sorted(tree.SCHEMES)),
        blocks=_several(st.recursive(_flat, _holding, max_leaves=4)),
    )
