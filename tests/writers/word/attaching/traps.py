"""Agreements with one trap each, of which an addendum must leave everything as it is."""

from __future__ import annotations

from tests.writers.word.attaching.hosts import NAMES, SECTION, agreement, heading, words

__all__ = ["TRAPS"]

_STYLES = (
    f'<w:styles {NAMES}><w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/>'
    "</w:style>{}</w:styles>"
)
_BARE = _STYLES.format("")
_SIZE = (
    '<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1440" w:right="1440" w:bottom="1440" w:left="1440"'
    ' w:header="720" w:footer="720" w:gutter="0"/>'
)


def _comments() -> bytes:
    body = (
        '<w:p><w:commentRangeStart w:id="0"/><w:r><w:t>Is this fair?</w:t></w:r><w:commentRangeEnd w:id="0"/>'
        '<w:r><w:commentReference w:id="0"/></w:r></w:p>'
    )
    comment = (
        '<w:comment w:id="0" w:author="A" w:date="2026-01-01T00:00:00Z" w:initials="A"><w:p><w:r>'
        "<w:t>Ask.</w:t></w:r></w:p></w:comment>"
    )
    return agreement(
        body + SECTION, {"styles": _BARE, "comments": f"<w:comments {NAMES}>{comment}</w:comments>"}
    )


def _tracked() -> bytes:
    mark = 'w:author="A" w:date="2026-01-01T00:00:00Z"'
    body = (
        '<w:p><w:r><w:t xml:space="preserve">Notice is </w:t></w:r>'
        f'<w:ins w:id="1" {mark}><w:r><w:t>48</w:t></w:r></w:ins>'
        f'<w:del w:id="2" {mark}><w:r><w:delText>24</w:delText></w:r></w:del></w:p>'
        f'<w:p><w:pPr><w:rPr><w:del w:id="3" {mark}/></w:rPr></w:pPr><w:del w:id="4" {mark}><w:r>'
        "<w:delText>An old end.</w:delText></w:r></w:del></w:p>" + words("The end.")
    )
    return agreement(body + SECTION, {"styles": _BARE})


def _notes(kind: str) -> bytes:
    mark = f'<w:r><w:{kind}Reference w:id="2"/></w:r>'
    rules = "".join(
        f'<w:{kind} w:type="{type}" w:id="{id}"><w:p><w:r><w:{type}/></w:r></w:p></w:{kind}>'
        for id, type in enumerate(("separator", "continuationSeparator"))
    )
    words = f"<w:r><w:{kind}Ref/></w:r><w:r><w:t>But see the Act.</w:t></w:r>"
    note = f'<w:{kind} w:id="2"><w:p>{words}</w:p></w:{kind}>'
    part = f"<w:{kind}s {NAMES}>{rules}{note}</w:{kind}s>"
    return agreement(
        f"<w:p><w:r><w:t>Fees rise.</w:t></w:r>{mark}</w:p>{SECTION}", {"styles": _BARE, f"{kind}s": part}
    )


def _title_page() -> bytes:
    section = f"<w:sectPr>{_SIZE}<w:titlePg/></w:sectPr>"
    return agreement(words("The cover") + words("The text") + section, {"styles": _BARE})


def _sections() -> bytes:
    first = (
        f'<w:p><w:pPr><w:sectPr>{_SIZE}<w:pgNumType w:fmt="lowerRoman" w:start="3"/></w:sectPr></w:pPr></w:p>'
    )
    last = f'<w:sectPr><w:type w:val="continuous"/>{_SIZE}<w:cols w:num="2"/></w:sectPr>'
    return agreement(words("Before") + first + words("Two columns") + last, {"styles": _BARE})


def _nameless() -> bytes:
    style = '<w:style w:type="paragraph" w:styleId="Odd"><w:pPr><w:jc w:val="right"/></w:pPr></w:style>'
    body = words("To the right", '<w:pStyle w:val="Odd"/>') + heading("Fees")
    return agreement(body + SECTION, {"styles": _STYLES.format(style)})


def _same_names() -> bytes:
    kind = 'w:type="paragraph" w:customStyle="1"'
    style = f'<w:style {kind} w:styleId="SPClause"><w:name w:val="SP Clause"/></w:style>'
    mark = '<w:bookmarkStart w:id="1" w:name="here"/><w:bookmarkEnd w:id="1"/>'
    control = (
        '<w:sdt><w:sdtPr><w:tag w:val="client:client_name"/><w:id w:val="1"/></w:sdtPr><w:sdtContent>'
        f"{words('Name:')}</w:sdtContent></w:sdt>"
    )
    body = f"<w:p><w:pPr><w:pStyle w:val='SPClause'/></w:pPr>{mark}<w:r><w:t>Ours?</w:t></w:r></w:p>{control}"
    return agreement(body + SECTION, {"styles": _STYLES.format(style)})


# what the trap is → the agreement
TRAPS = {
    "comments": _comments(),
    "tracked changes": _tracked(),
    "footnotes": _notes("footnote"),
    "endnotes": _notes("endnote"),
    "a title page": _title_page(),
    "several sections": _sections(),
    "a style without a name": _nameless(),
    "names like ours": _same_names(),
    "no styles": agreement(parts={}),
    "nothing in it": agreement(SECTION, {"styles": _BARE}),
}
