"""Documents of every feature that the reader knows, mixed by chance from fixed seeds."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator, Mapping

import attrs

from tests.writers.word.reading.docx import made, p, r

__all__ = ["FEATURES", "generated", "single"]

_BY = 'w:author="Ada" w:date="2026-11-22T09:00:00Z"'


@attrs.define
class Maker:
    """Makes words that no other place of the document has, and ids."""

    chance: random.Random
    count: int = 0
    in_cell: bool = False
    parts: dict[str, str] = attrs.field(factory=dict)

    def word(self) -> str:
        self.count += 1
        return f"word{self.count}"

    def id(self) -> int:
        self.count += 1
        return 1000 + self.count

    def words(self) -> str:
        return " ".join(self.word() for _ in range(self.chance.randint(1, 3)))

    def run(self) -> str:
        return r(self.words() + " ")

    # ---------- inside a paragraph ----------

    def tracked(self, name: str, inside: str) -> str:
        return f'<w:{name} w:id="{self.id()}" {_BY}>{inside}</w:{name}>'

    def inserted(self) -> str:
        return self.tracked("ins", self.run())

    def deleted(self) -> str:
        return self.tracked("del", self.run().replace("w:t>", "w:delText>").replace("<w:t ", "<w:delText "))

    def replaced(self) -> str:
        return self.deleted() + self.inserted()

    def inserted_and_deleted(self) -> str:
        """By two people: what one person takes back again LibreOffice keeps as text."""
        return self.tracked("ins", self.deleted().replace("Ada", "Bo"))

    def control(self) -> str:
        return self.held(self.run())

    def hidden(self) -> str:
        return r(self.words() + " ", "<w:vanish/>")

    def whispered(self) -> str:
        return r(self.words() + " ", f'<w:rStyle w:val="{self.chance.choice(["Whisper", "Murmur"])}"/>')

    def spoken_up(self) -> str:
        return r(self.words() + " ", '<w:rStyle w:val="Whisper"/><w:vanish w:val="0"/>')

    def white(self) -> str:
        return r(self.words() + " ", '<w:color w:val="FFFFFF"/>')

    def field(self) -> str:
        return self.complex(" QUOTE nothing ", self.run())

    def complex(self, code: str, result: str) -> str:
        def mark(kind: str) -> str:
            return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'

        instruction = f'<w:r><w:instrText xml:space="preserve">{code}</w:instrText></w:r>'
        return mark("begin") + instruction + mark("separate") + result + mark("end")

    def nested_field(self) -> str:
        """LibreOffice loses a note that stands straight after it: text follows."""
        link = self.complex(" HYPERLINK http://a.example/ ", self.run() + self.field() + self.run())
        return link + self.run()

    def simple_field(self) -> str:
        return f'<w:fldSimple w:instr=" DOCPROPERTY Nothing ">{self.run()}</w:fldSimple>'

    def signs(self) -> str:
        sign = self.chance.choice(
            ["<w:tab/>", "<w:br/>", "<w:cr/>", "<w:noBreakHyphen/>", "<w:softHyphen/>",
             '<w:ptab w:relativeTo="margin" w:alignment="right" w:leader="none"/>']
        )  # fmt: skip
        return f"<w:r><w:t>{self.word()}</w:t>{sign}<w:t>{self.word()}</w:t></w:r>"

    def ruby(self) -> str:
        top, base = r(self.word()), r(self.word())
        return (
            '<w:r><w:ruby><w:rubyPr><w:rubyAlign w:val="center"/><w:hps w:val="12"/><w:hpsRaise w:val="20"/>'
            '<w:hpsBaseText w:val="22"/><w:lid w:val="ja-JP"/></w:rubyPr>'
            f"<w:rt>{top}</w:rt><w:rubyBase>{base}</w:rubyBase></w:ruby></w:r>"
        )

    def wrapped(self) -> str:
        name = self.chance.choice(["smartTag", "customXml"])
        return f'<w:{name} w:uri="urn:x" w:element="e">{self.run()}</w:{name}>'

    def link(self) -> str:
        return f'<w:hyperlink w:anchor="{self.word()}">{self.run()}</w:hyperlink>'

    def symbol(self) -> str:
        return r(self.word()) + '<w:r><w:sym w:font="Wingdings" w:char="F0FE"/></w:r>' + r(self.word())

    def box(self) -> str:
        """LibreOffice rejects a box with the insertions on both sides of it: text stands between."""
        inside = f"<w:txbxContent>{p(self.run())}{p(self.run())}</w:txbxContent>"
        shape = (
            '<w:drawing><wp:anchor distT="0" distB="0" distL="0" distR="0" simplePos="0" relativeHeight="1"'
            ' behindDoc="0" locked="0" layoutInCell="1" allowOverlap="1"><wp:simplePos x="0" y="0"/>'
            '<wp:positionH relativeFrom="column"><wp:posOffset>0</wp:posOffset></wp:positionH>'
            '<wp:positionV relativeFrom="paragraph"><wp:posOffset>0</wp:posOffset></wp:positionV>'
            f'<wp:extent cx="900000" cy="900000"/><wp:wrapNone/><wp:docPr id="{self.id()}" name="box"/>'
            '<a:graphic><a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape">'
            '<wps:wsp><wps:cNvSpPr txBox="1"/><wps:spPr><a:xfrm><a:off x="0" y="0"/>'
            '<a:ext cx="900000" cy="900000"/></a:xfrm>'
            '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></wps:spPr>'
            f"<wps:txbx>{inside}</wps:txbx><wps:bodyPr/></wps:wsp></a:graphicData></a:graphic></wp:anchor>"
            "</w:drawing>"
        )
        shown = f'<v:shape style="width:70pt;height:70pt"><v:textbox>{inside}</v:textbox></v:shape>'
        old = f"<w:pict>{shown}</w:pict>"
        both = f'<mc:Choice Requires="wps">{shape}</mc:Choice><mc:Fallback>{old}</mc:Fallback>'
        return f"{self.run()}<w:r><mc:AlternateContent>{both}</mc:AlternateContent></w:r>{self.run()}"

    def note(self) -> str:
        kind = self.chance.choice(["footnote", "endnote"])
        id = self.id()
        rule = f'<w:{kind} w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:{kind}>'
        old = self.parts.get(f"{kind}s", rule)
        self.parts[f"{kind}s"] = (
            f'{old}<w:{kind} w:id="{id}">{p(f"<w:r><w:{kind}Ref/></w:r>", self.run())}</w:{kind}>'
        )
        return f'<w:r><w:{kind}Reference w:id="{id}"/></w:r>'

    def comment(self) -> str:
        id = self.id()
        self.parts["comments"] = self.parts.get("comments", "") + (
            f'<w:comment w:id="{id}" w:initials="A" {_BY}>{p(self.run())}</w:comment>'
        )
        return f'<w:r><w:commentReference w:id="{id}"/></w:r>'

    # ---------- blocks ----------

    def paragraph(self, depth: int = 0) -> str:
        """LibreOffice loses a note where another one stands in a table: there are none in cells."""
        kinds = [kind for kind in _INLINES if not (self.in_cell and kind is Maker.note)]
        inside = [self.chance.choice(kinds)(self) for _ in range(self.chance.randint(1, 4))]
        return p(self.run(), *inside, self.run())

    def heading(self, depth: int = 0) -> str:
        return p(self.run(), style="Heading1")

    def secret(self, depth: int = 0) -> str:
        return p(self.run(), style=self.chance.choice(["Secret", "DeepSecret"]))

    def inserted_paragraph(self, depth: int = 0) -> str:
        return p(self.inserted(), mark=self.tracked("ins", ""))

    def deleted_paragraph(self, depth: int = 0) -> str:
        return p(self.deleted(), mark=self.tracked("del", ""))

    def split_paragraph(self, depth: int = 0) -> str:
        return p(self.run(), mark=self.tracked("ins", "")) + p(self.run())

    def joined_paragraph(self, depth: int = 0) -> str:
        return p(self.run(), mark=self.tracked("del", "")) + p(self.run())

    def moved_paragraph(self, depth: int = 0) -> str:
        words, one, two = self.run(), self.id(), self.id()
        source = (
            f'<w:moveFromRangeStart w:id="{one}" w:name="m{one}" {_BY}/>'
            f'{self.tracked("moveFrom", words)}<w:moveFromRangeEnd w:id="{one}"/>'
        )
        target = (
            f'<w:moveToRangeStart w:id="{two}" w:name="m{one}" {_BY}/>'
            f'{self.tracked("moveTo", words)}<w:moveToRangeEnd w:id="{two}"/>'
        )
        return (
            p(source, mark=self.tracked("moveFrom", ""))
            + self.paragraph()
            + p(target, mark=self.tracked("moveTo", ""))
        )

    def block_control(self, depth: int = 0) -> str:
        """LibreOffice loses track of changes in the first paragraph of a control: that one is plain."""
        inside = p(self.run()) + "".join(self.block(depth + 1) for _ in range(2)) + p(self.run())
        return self.held(inside)

    def table(self, depth: int = 0) -> str:
        rows = [self.row(depth), self.controlled_cell(), self.row(depth), self.controlled_row()]
        if self.chance.random() < 0.5:
            rows.insert(1, self.tracked_row())
        grid = '<w:tblGrid><w:gridCol w:w="3000"/><w:gridCol w:w="3000"/></w:tblGrid>'
        return (
            f'<w:tbl><w:tblPr><w:tblW w:w="6000" w:type="dxa"/></w:tblPr>{grid}{"".join(rows)}</w:tbl>'
            + p(self.run())
        )

    def row(self, depth: int = 0) -> str:
        return f"<w:tr>{self.cell(depth)}{self.cell(depth)}</w:tr>"

    def controlled_cell(self) -> str:
        return f"<w:tr>{self.plain_cell()}{self.held(self.plain_cell())}</w:tr>"

    def controlled_row(self) -> str:
        return self.held(f"<w:tr>{self.plain_cell()}{self.plain_cell()}</w:tr>")

    def held(self, inside: str) -> str:
        properties = f'<w:tag w:val="{self.word()}"/><w:id w:val="{self.id()}"/>'
        return f"<w:sdt><w:sdtPr>{properties}</w:sdtPr><w:sdtContent>{inside}</w:sdtContent></w:sdt>"

    def plain_cell(self) -> str:
        """LibreOffice loses text and changes in cells that a control holds: these are plain."""
        return f'<w:tc><w:tcPr><w:tcW w:w="3000" w:type="dxa"/></w:tcPr>{p(self.run())}{p(self.run())}</w:tc>'

    def cell(self, depth: int) -> str:
        outer, self.in_cell = self.in_cell, True
        inside = self.paragraph() if depth else self.block(depth + 1)
        self.in_cell = outer
        return f'<w:tc><w:tcPr><w:tcW w:w="3000" w:type="dxa"/></w:tcPr>{inside}{p(self.run())}</w:tc>'

    def tracked_row(self) -> str:
        name, inside = self.chance.choice([("ins", self.inserted), ("del", self.deleted)])
        marked = [p(inside(), mark=self.tracked(name, "")) for _ in range(2)]
        cells = "".join(
            f'<w:tc><w:tcPr><w:tcW w:w="3000" w:type="dxa"/></w:tcPr>{one}</w:tc>' for one in marked
        )
        return f"<w:tr><w:trPr>{self.tracked(name, '')}</w:trPr>{cells}</w:tr>"

    def block(self, depth: int = 0) -> str:
        kinds = _PLAIN if depth > 1 else _BLOCKS
        return self.chance.choice(kinds)(self, depth)

    def whole(self, blocks: int) -> bytes:
        return self.file([self.block() for _ in range(blocks)])

    def file(self, blocks: list[str]) -> bytes:
        self.parts |= {"header": p(self.run(), self.field()), "footer": p(self.run())}
        return made("".join(blocks) + p(self.run()), self.parts)


_INLINES: tuple[Callable[[Maker], str], ...] = (
    Maker.run, Maker.inserted, Maker.deleted, Maker.replaced, Maker.inserted_and_deleted, Maker.control,
    Maker.hidden, Maker.whispered, Maker.spoken_up, Maker.white, Maker.field, Maker.nested_field,
    Maker.simple_field, Maker.signs, Maker.ruby, Maker.wrapped, Maker.link, Maker.symbol, Maker.box,
    Maker.note, Maker.comment,
)  # fmt: skip
_PLAIN: tuple[Callable[[Maker, int], str], ...] = (
    Maker.paragraph, Maker.heading, Maker.inserted_paragraph, Maker.deleted_paragraph,
    Maker.split_paragraph, Maker.joined_paragraph, Maker.moved_paragraph, Maker.secret,
)  # fmt: skip
_BLOCKS = (*_PLAIN, Maker.block_control, Maker.table)


FEATURES: Mapping[str, Callable[..., str]] = {one.__name__: one for one in (*_INLINES, *_BLOCKS)}


def single(name: str, seed: int = 1) -> bytes:
    """A document with one feature alone."""
    maker = Maker(random.Random(seed))  # noqa: S311 – no secret
    feature = FEATURES[name]
    blocks = [p(maker.run(), feature(maker), maker.run())] if feature in _INLINES else [feature(maker)]
    return maker.file([p(maker.run()), *blocks])


def generated(count: int) -> Iterator[tuple[str, bytes]]:
    """So many documents, each of several features."""
    for seed in range(count):
        yield f"seed {seed}", Maker(random.Random(seed)).whole(6)  # noqa: S311
