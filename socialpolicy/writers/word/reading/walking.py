"""The walk through a story's XML, in reading order, that makes paragraphs of it."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import attrs
from lxml import etree

from socialpolicy.writers.word.reading.choosing import chosen
from socialpolicy.writers.word.reading.drafts import Draft, Missed, Shared
from socialpolicy.writers.word.reading.fields import Fields, strays
from socialpolicy.writers.word.reading.looks import PAPER, UNKNOWN, Look
from socialpolicy.writers.word.reading.signs import CODES, SIGNS, WORDS, symbol, words_of
from socialpolicy.writers.word.reading.tables import CHANGES, Stand, Tables, tracked
from socialpolicy.writers.word.reading.values import Change, Control, ReadParagraph, Story
from socialpolicy.writers.word.reading.xml import MATH, MC, W, local, value

__all__ = ["Walk"]

Handler = Callable[["Walk", etree._Element], None]


@attrs.define
class Walk:
    """One walk through one story; a text box in it is a story and a walk of its own."""

    story: Story
    shared: Shared
    ground: str = attrs.field(default=PAPER, kw_only=True)
    paragraphs: list[ReadParagraph] = attrs.field(factory=list, init=False)
    missed: list[Missed] = attrs.field(factory=list, init=False)
    _aside: list[Walk] = attrs.field(factory=list, init=False)
    _draft: Draft | None = attrs.field(default=None, init=False)
    _look: Look = attrs.field(factory=Look, init=False)
    _fields: Fields = attrs.field(factory=Fields, init=False)
    _strays: frozenset[etree._Element] = attrs.field(default=frozenset(), init=False)
    _controls: tuple[Control, ...] = attrs.field(default=(), init=False)
    _changes: list[Change] = attrs.field(factory=list, init=False)
    _tables: Tables = attrs.field(init=False)
    _bookmarks: dict[str, str] = attrs.field(factory=dict, init=False)

    def __attrs_post_init__(self) -> None:
        self._tables = Tables(Stand(self.ground, self.shared.next()))

    def through(self, root: etree._Element) -> Walk:
        """Walk through everything below the root; itself, for what it has found."""
        self._strays = strays(root)
        for child in root:
            self._walk(child)
        if self._strays:
            self._miss("field")
        return self

    def _walk(self, root: etree._Element) -> None:
        """Iterative, so that no document can exhaust the stack of Python."""
        if not isinstance(root.tag, str):  # a comment, or an instruction to some program
            return
        walker = etree.iterwalk(root, events=("start", "end"), tag=_WATCHED)
        for event, element in walker:
            tag = str(element.tag)
            if event == "end":
                if tag in _LEAVE:
                    _LEAVE[tag](self, element)
                continue
            if tag in _ENTER:
                _ENTER[tag](self, element)
            if tag in _SKIPPED:
                walker.skip_subtree()

    # ---------- paragraphs ----------

    def _enter_paragraph(self, element: etree._Element) -> None:
        properties = element.find(f"{W}pPr")
        style, mark = "", Change.NONE
        if properties is not None:
            style = value(properties.find(f"{W}pStyle"))
            mark = tracked(properties.find(f"{W}rPr"))
        here = self._tables.here
        ground = self.shared.looks.ground(style, properties, here.ground)
        self._draft = Draft(
            style, mark, ground=ground, row=here.row, column=here.column, within=here.within,
            around=here.around, controls=self._controls,
            bookmarks=dict.fromkeys(self._bookmarks.values()),
        )  # fmt: skip

    def _leave_paragraph(self, element: etree._Element) -> None:
        draft, self._draft = self._draft, None
        if draft is None:  # a paragraph inside a paragraph, which no schema allows
            return
        self.paragraphs.append(draft.finished(self.story))
        for box in self._aside:
            self._take(box)
        self._aside.clear()

    def _take(self, other: Walk) -> None:
        start = len(self.paragraphs)
        self.paragraphs += other.paragraphs
        self.missed += [attrs.evolve(one, after=one.after + start) for one in other.missed]

    # ---------- runs ----------

    def _enter_run(self, run: etree._Element) -> None:
        first = run[0] if len(run) else None
        properties = first if first is not None and first.tag == f"{W}rPr" else None
        style, ground = (self._draft.style, self._draft.ground) if self._draft else ("", self.ground)
        self._look = self.shared.looks.look(style, properties, ground)
        for child in run:
            self._in_run(child)

    def _in_run(self, child: etree._Element) -> None:
        tag = child.tag
        if tag == f"{W}rPr":
            return
        if tag in WORDS:
            self._say(words_of(child))
        elif tag in SIGNS:
            self._say(SIGNS[tag])
        elif tag in CODES:
            self._fields.add_code(words_of(child))
        elif tag == f"{W}fldChar":
            self._field(child)
        elif tag in _MARKS:
            self._refer(child)
        elif tag == f"{MC}AlternateContent":
            for inner in self._choose(child):
                self._in_run(inner)
        elif tag == f"{W}ruby":
            self._ruby(child)
        elif isinstance(tag, str) and local(child) in ("sym", "symEx"):
            self._say(symbol(child))
        elif tag in _HOLDERS:
            self._walk(child)

    def _say(self, words: str) -> None:
        if not words or self._fields.dark:
            return
        self._fields.show()
        if self._draft is None:
            self._miss("text")
            return
        change = Change.NONE
        for one in self._changes:
            change |= one
        self._draft.say(words, change, self._look, self._controls)
        if self._look.web_hidden and not self._fields.open:
            self._miss("web", words)

    def _field(self, mark: etree._Element) -> None:
        kind = value(mark, "fldCharType")
        if kind == "begin" and mark not in self._strays:
            self._fields.begin(mark)
        elif mark in self._strays or not self._fields.open:
            return
        elif kind == "separate":
            self._fields.separate()
        else:
            self._say(self._fields.end())

    def _refer(self, mark: etree._Element) -> None:
        if self._draft is not None:
            self._draft.notes.append(f"{_MARKS[str(mark.tag)]} {value(mark, 'id')}")

    def _ruby(self, ruby: etree._Element) -> None:
        """The reading of a character stands after it in brackets, as a browser without ruby has it."""
        for name, before, after in (("rubyBase", "", ""), ("rt", "(", ")")):
            for part in ruby.iterchildren(f"{W}{name}"):
                self._say(before)
                self._walk(part)
                self._say(after)

    # ---------- what stands around ----------

    def _enter_control(self, element: etree._Element) -> None:
        tag = value(element.find(f"{W}sdtPr/{W}tag"))
        control = Control(tag, self.shared.next())
        self.shared.controls.append(control)
        self._controls = (*self._controls, control)

    def _leave_control(self, element: etree._Element) -> None:
        self._controls = self._controls[:-1]

    def _enter_change(self, element: etree._Element) -> None:
        self._changes.append(CHANGES[local(element)])

    def _leave_change(self, element: etree._Element) -> None:
        self._changes.pop()

    def _enter_bookmark(self, element: etree._Element) -> None:
        name = value(element, "name")
        self._bookmarks[value(element, "id")] = name
        if self._draft is not None:
            self._draft.bookmarks[name] = None
            self._draft.own.add(name)

    def _leave_bookmark(self, element: etree._Element) -> None:
        name = self._bookmarks.pop(value(element, "id"), "")
        if self._draft is not None and not self._draft.pieces and name not in self._draft.own:
            self._draft.bookmarks.pop(name, None)  # it ends before the first word: it covers nothing here

    def _enter_table(self, element: etree._Element) -> None:
        self._tables.enter(element, self.shared.looks)

    def _leave_table(self, element: etree._Element) -> None:
        self._tables.leave()

    def _enter_row(self, element: etree._Element) -> None:
        self._tables.enter_row(element)

    def _enter_cell(self, element: etree._Element) -> None:
        self._tables.enter_cell(element, self.shared.next())

    # ---------- what stands beside ----------

    def _enter_choice(self, element: etree._Element) -> None:
        for inner in self._choose(element):
            self._walk(inner)

    def _choose(self, element: etree._Element) -> Iterator[etree._Element]:
        choice = chosen(element)
        if choice.differs:
            self._miss("choice", choice.differs)
        yield from choice.content

    def _enter_box(self, element: etree._Element) -> None:
        story = attrs.evolve(self.story, kind="text box", id=str(self.shared.next()))
        box = Walk(story, self.shared, ground=UNKNOWN)
        box._controls = self._controls
        box._changes = list(self._changes)
        self._set_aside(box.through(element))

    def _enter_word_art(self, element: etree._Element) -> None:
        """Words drawn as a picture, such as a watermark: they stand in an attribute."""
        story = attrs.evolve(self.story, kind="text box", id=str(self.shared.next()))
        box = Walk(story, self.shared, ground=UNKNOWN)
        draft = Draft("", Change.NONE)
        draft.say(element.get("string", ""), Change.NONE, Look(), self._controls)
        box.paragraphs.append(draft.finished(story))
        self._set_aside(box)

    def _set_aside(self, box: Walk) -> None:
        if self._draft is None:
            self._take(box)
        else:
            self._aside.append(box)

    def _enter_unread(self, element: etree._Element) -> None:
        self._miss(local(element))

    def _miss(self, what: str, words: str = "") -> None:
        self.missed.append(Missed(what, len(self.paragraphs), words))


_MARKS = {f"{W}footnoteReference": "footnote", f"{W}endnoteReference": "endnote"}
# elements of a run whose inside is walked: what is drawn, and the text boxes in it
_HOLDERS = frozenset(f"{W}{name}" for name in ("drawing", "pict", "object"))
_DRAWN = "{http://schemas.openxmlformats.org/drawingml/2006/%s}%s"
_UNREAD = (
    f"{W}altChunk",
    f"{W}subDoc",
    f"{W}object",
    f"{W}control",
    _DRAWN % ("chart", "chart"),
    _DRAWN % ("diagram", "relIds"),
    _DRAWN % ("main", "txBody"),
)
_ENTER: dict[str, Handler] = {
    f"{W}p": Walk._enter_paragraph,
    f"{W}r": Walk._enter_run,
    f"{MATH}r": Walk._enter_run,
    f"{W}sdt": Walk._enter_control,
    **{f"{W}{name}": Walk._enter_change for name in ("ins", "del", "moveFrom", "moveTo")},
    f"{W}bookmarkStart": Walk._enter_bookmark,
    f"{W}bookmarkEnd": Walk._leave_bookmark,
    f"{W}tbl": Walk._enter_table,
    f"{W}tr": Walk._enter_row,
    f"{W}tc": Walk._enter_cell,
    f"{MC}AlternateContent": Walk._enter_choice,
    f"{W}txbxContent": Walk._enter_box,
    "{urn:schemas-microsoft-com:vml}textpath": Walk._enter_word_art,
    **dict.fromkeys(_UNREAD, Walk._enter_unread),
}
_LEAVE: dict[str, Handler] = {
    f"{W}p": Walk._leave_paragraph,
    f"{W}sdt": Walk._leave_control,
    **{f"{W}{name}": Walk._leave_change for name in ("ins", "del", "moveFrom", "moveTo")},
    f"{W}tbl": Walk._leave_table,
}
_PROPERTIES = ("pPr", "sdtPr", "sdtEndPr", "tblPr", "trPr", "tcPr", "sectPr", "tblGrid")
_SKIPPED = frozenset(
    [f"{W}{name}" for name in (*_PROPERTIES, "r", "txbxContent")] + [f"{MATH}r", f"{MC}AlternateContent"]
)
_WATCHED = [*_ENTER, *(tag for tag in _SKIPPED if tag not in _ENTER)]
