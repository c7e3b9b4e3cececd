"""Adds our numberings to those that a file has, under ids that are free in it."""

from collections.abc import Iterator, Sequence

from postingkit.exporters.docx.names import WORD
from postingkit.exporters.docx.numbering import Counters, Restart
from postingkit.exporters.docx.numbering import numbering as our_numbering
from postingkit.exporters.docx.stationery.mending import in_order
from postingkit.exporters.docx.stationery.names import Element, W, value
from postingkit.exporters.docx.stationery.opening import serialized
from postingkit.exporters.docx.stationery.safety import parsed
from postingkit.exporters.docx.stationery.styles import FileStyles

KIND, COUNT = W + "abstractNum", W + "num"
EMPTY = f"<w:numbering {WORD}/>".encode()
DEPTH = 3
"""The levels that a list of the file's own must have, to be taken for ours."""


class FileNumbering:
    """The numberings of one file, and the *counters* that ours have in it."""

    def __init__(self, data: bytes | None, styles: FileStyles) -> None:
        self.data = data or EMPTY
        self.styles = styles
        root = parsed(self.data)
        kind = 1 + max(_numbers(root, KIND, "abstractNumId"), default=-1)
        count = 1 + max(_numbers(root, COUNT, "numId"), default=0)
        bullets = self._own(root, "ListBullet", "bullet")
        numbers = self._own(root, "ListNumber", "decimal")
        self.counters = Counters(
            bullets[0] if bullets else count,
            numbers[0] if numbers else count + 1,
            count + 2,
            bullets[1] if bullets else kind,
            numbers[1] if numbers else kind + 1,
        )

    def with_ours(self, restarts: Sequence[Restart]) -> bytes:
        """Write the part with the numberings of one document added.

        Definitions stand before the numberings made from them (ISO/IEC 29500-1, 17.9.17).
        """
        root = in_order(parsed(self.data))
        ours = parsed(our_numbering(self.styles.look, restarts, self.counters).encode())
        counts = root.findall(COUNT)
        rest = [each for each in root if each.tag not in {KIND, COUNT, W + "numPicBullet"}]
        for each in (*counts, *rest):
            root.remove(each)
        root.extend(self._new(ours, KIND, "abstractNumId", root))
        known = {value(each, "numId") for each in counts}
        added = [each for each in ours.findall(COUNT) if value(each, "numId") not in known]
        root.extend((*counts, *added, *rest))
        return serialized(root)

    def _new(self, ours: Element, tag: str, id_: str, root: Element) -> list[Element]:
        known = {value(each, id_) for each in root.findall(tag)}
        new = [each for each in ours.findall(tag) if value(each, id_) not in known]
        for style in [style for each in new for style in each.iter(W + "pStyle")]:
            if value(style) in self.styles.ids:
                level = style.getparent()
                if level is not None:
                    level.remove(style)
        return new

    def _own(self, root: Element, style: str, form: str) -> tuple[int, int] | None:
        """Give the numbering of the file's own list *style*, and its definition, if it is fit."""
        said = self.styles.numbering_of(style)
        for count in root.findall(COUNT):
            if value(count, "numId") == said:
                kind = value(count.find(W + "abstractNumId"))
                if kind.isdecimal() and said.isdecimal() and _reaches(root, kind, form):
                    return int(said), int(kind)
        return None


def _reaches(root: Element, kind: str, form: str) -> bool:
    """Tell whether the definition *kind* has levels of *form*, bullets or numbers, deep enough."""
    for each in root.findall(KIND):
        if value(each, "abstractNumId") == kind:
            forms = [value(level.find(W + "numFmt")) for level in each.findall(W + "lvl")][:DEPTH]
            bulleted = form == "bullet"
            return len(forms) == DEPTH and all((said == "bullet") == bulleted for said in forms)
    return False


def _numbers(root: Element, tag: str, name: str) -> Iterator[int]:
    said = (value(each, name) for each in root.findall(tag))
    return (int(each) for each in said if each.isdecimal())
