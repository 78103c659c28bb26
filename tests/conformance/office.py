"""LibreOffice as an oracle: it computes list numbers and cross-references for itself."""

from __future__ import annotations

import re
import shutil
import subprocess
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from xml.sax.saxutils import escape

import attrs

from socialpolicy.document import Document, Item, Paragraph, Part, Provision, plain, walk
from socialpolicy.writers.word.reader import read_paragraphs

__all__ = ["ACCESSIBLE", "Office", "missing", "printed_lines", "shown_lines", "unequal"]


# a PDF that says it keeps to PDF/UA, with tags
ACCESSIBLE = (
    ':writer_pdf_Export:{"PDFUACompliance":{"type":"boolean","value":"true"},'
    '"UseTaggedPDF":{"type":"boolean","value":"true"}}'
)


@attrs.frozen
class Office:
    """LibreOffice with a profile of its own in `folder`: two that run at once never share one."""

    program: Path
    folder: Path

    @classmethod
    def start(cls, program: Path, folder: Path) -> Office:
        """A profile with our macro in it; LibreOffice makes it first, or would write over ours."""
        office = cls(program, folder)
        office._run("--terminate_after_init")
        for name, content in _MACRO.items():
            (folder / "profile" / "user" / "basic" / "Standard" / name).write_text(content)
        return office

    def convert(self, file: bytes, kind: str, options: str = "") -> Path:
        """The file as LibreOffice writes it: `kind` is "pdf", "odt", …, `options` are those of the filter."""
        source, result = self._source(file), self.folder / f"written.{kind}"
        result.unlink(missing_ok=True)
        self._run("--convert-to", kind + options, "--outdir", str(self.folder), str(source))
        assert result.is_file(), "LibreOffice refused the file"
        return result

    def computed_lines(self, file: bytes) -> list[str]:
        """Every line as LibreOffice computes it, its number before it.

        A macro asks for it: a plain conversion to text leaves cross-references as the file shows them.
        """
        source, result = self._source(file), self.folder / "written.txt"
        result.unlink(missing_ok=True)
        self._run(f"macro:///Standard.Module1.Compute({source.as_uri()},{result.as_uri()})")
        assert result.is_file(), "LibreOffice refused the file"
        return list(_lines(result.read_text("utf-8-sig").splitlines()))

    def flattened(self, files: Mapping[str, bytes], command: str = "") -> dict[str, bytes]:
        """Each file as flat OpenDocument, after a command such as `.uno:AcceptAllTrackedChanges`.

        One start of LibreOffice for all of them; a file that it refuses is missing in the result.
        """
        folder = self.folder / "many"
        folder.mkdir()
        for place, file in enumerate(files.values()):
            (folder / f"{place}.docx").write_bytes(file)
        self._run(f"macro:///Standard.Module1.Flatten({folder.as_uri()}/,{command})", timeout=600)
        results = {name: folder / f"{place}.fodt" for place, name in enumerate(files)}
        written = {name: path.read_bytes() for name, path in results.items() if path.is_file()}
        shutil.rmtree(folder)
        return written

    def _source(self, file: bytes) -> Path:
        source = self.folder / "written.docx"
        source.write_bytes(file)
        return source

    def _run(self, *arguments: str, timeout: int = 180) -> None:
        profile = f"-env:UserInstallation={(self.folder / 'profile').as_uri()}"
        command = [str(self.program), profile, "--headless", "--norestore", *arguments]
        subprocess.run(command, capture_output=True, check=True, timeout=timeout)


_LIBRARY = (
    '<library:library xmlns:library="http://openoffice.org/2000/library" library:name="Standard"'
    ' library:readonly="false" library:passwordprotected="false">{}</library:library>'
)
_BASIC = """
Sub Compute(source As String, result As String)
  Dim reading(0) As New com.sun.star.beans.PropertyValue
  reading(0).Name = "Hidden" : reading(0).Value = True
  document = StarDesktop.loadComponentFromURL(source, "_blank", 0, reading())
  document.TextFields.refresh()
  Dim writing(1) As New com.sun.star.beans.PropertyValue
  writing(0).Name = "FilterName" : writing(0).Value = "Text (encoded)"
  writing(1).Name = "FilterOptions" : writing(1).Value = "UTF8"
  document.storeToURL(result, writing())
  document.close(True)
  StarDesktop.terminate()
End Sub

Sub Flatten(folder As String, command As String)
  On Error Resume Next
  Dim reading(0) As New com.sun.star.beans.PropertyValue
  reading(0).Name = "Hidden" : reading(0).Value = True
  Dim writing(0) As New com.sun.star.beans.PropertyValue
  writing(0).Name = "FilterName" : writing(0).Value = "OpenDocument Text Flat XML"
  dispatcher = createUnoService("com.sun.star.frame.DispatchHelper")
  file = Dir(folder & "*.docx")
  Do While file <> ""
    document = StarDesktop.loadComponentFromURL(folder & file, "_blank", 0, reading())
    If Not IsNull(document) Then
      frame = document.CurrentController.Frame
      If command <> "" Then dispatcher.executeDispatch(frame, command, "", 0, Array())
      document.storeToURL(folder & Left(file, Len(file) - 5) & ".fodt", writing())
      document.close(True)
    End If
    file = Dir()
  Loop
  StarDesktop.terminate()
End Sub
"""
_MACRO = {
    "script.xlb": _LIBRARY.format('<library:element library:name="Module1"/>'),
    "dialog.xlb": _LIBRARY.format(""),
    "Module1.xba": (
        '<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Module1"'
        f' script:language="StarBasic">{escape(_BASIC)}</script:module>'
    ),
}


def printed_lines(document: Document) -> list[str]:
    """Every numbered line and every paragraph as the tree has it, its number before it."""
    return list(_lines(_printed(document)))


def shown_lines(file: bytes) -> list[str]:
    """Every line as the file shows it before anything is computed: no numbers, fields as they were left."""
    return list(_lines(line for entry in read_paragraphs(file) for line in entry.text.split("\n")))


def missing(wanted: Iterable[str], lines: Iterable[str]) -> list[str]:
    """Those of the wanted lines that are not among the lines in their order."""
    rest = list(lines)
    lost = []
    for line in wanted:
        if line in rest:
            rest = rest[rest.index(line) + 1 :]
        else:
            lost.append(line)
    return lost


def unequal(shown: Iterable[str], computed: list[str]) -> list[str]:
    """The lines that a file shows otherwise than LibreOffice computes them, a number before it apart."""
    rest = list(computed)
    wrong = []
    for line in shown:
        place = next((at for at, other in enumerate(rest) if _same(line, other)), None)
        if place is None:
            wrong.append(line)
        else:
            rest = rest[place + 1 :]
    return wrong


# "4", "4.1", "A1", "(a)", "1.", "A", "Schedule 1:"
_NUMBER = re.compile(r"\S*[.)0-9]|[A-Z]+|Schedule \d+:")


def _same(line: str, computed: str) -> bool:
    number = computed.removesuffix(f" {line}")
    return line == computed or (number != computed and bool(_NUMBER.fullmatch(number)))


def _lines(lines: Iterable[str]) -> Iterator[str]:
    """Without indents, bullets and kinds of space."""
    for line in lines:
        if words := re.sub("^[•▪–] ", "", " ".join(line.split())):
            yield words


def _printed(document: Document) -> Iterator[str]:
    """The paragraph that opens an item has the item's number."""
    number = ""
    for node in walk(document):
        match node:
            case Item():
                number = node.number
            case Part() if node.number:
                yield node.title
            case Provision():
                yield f"{node.number} {plain(node.heading)}"
            case Paragraph():
                yield from f"{node.number or number} {plain(node.inlines)}".split("\n")
                number = ""
