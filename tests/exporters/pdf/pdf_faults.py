"""Finds what is wrong in a tagged PDF that validators let pass, and some that they do not.

Rules by ISO 32000-1, 14.7 and 14.8, and ISO 14289-1, unless a comment says that they are ours.
"""

from collections.abc import Callable, Iterator
from itertools import pairwise

from pikepdf import Array, Dictionary, Name, Object
from reader import Annotation, File, Node, Piece

HOLDS = {
    "L": {"L", "LI", "Caption"},
    "LI": {"Lbl", "LBody"},
    "Table": {"Caption", "TR", "THead", "TBody", "TFoot"},
    "THead": {"TR"},
    "TBody": {"TR"},
    "TR": {"TH", "TD"},
}
"""What alone may stand in these (ISO 14289-1, 7.2)."""
STANDARD = frozenset(
    ("Document", "Sect", "H1", "H2", "H3", "P", "L", "LI", "Lbl", "LBody", "Table", "Caption",
     "THead", "TBody", "TR", "TH", "TD", "Div", "Figure", "Link", "Span", "Note", "BlockQuote")
)  # fmt: skip
MAY_BE_EMPTY = frozenset(("TH", "TD"))
PRINT = 4


def faults(file: File) -> list[str]:
    """Name everything that is wrong in a file."""
    return [fault for rule in RULES for fault in rule(file)]


def _of_the_catalog(file: File) -> Iterator[str]:
    root = file.pdf.Root
    if not root.get("/MarkInfo", Dictionary()).get("/Marked"):
        yield "the file does not say that it is tagged"
    if not root.get("/ViewerPreferences", Dictionary()).get("/DisplayDocTitle"):
        yield "the title bar shows no title"
    if not str(root.get("/Lang", "")):
        yield "the file has no language"
    if [node.tag for node in file.root.nodes] != ["Document"]:
        yield "the tree's root holds more or less than one Document"
    for number, page in enumerate(file.pdf.pages, 1):
        if page.obj.get("/Tabs") != Name.S:
            yield f"page {number}: its tab order is not that of the structure"


def _of_the_pages(file: File) -> Iterator[str]:
    for number, sheet in enumerate(file.sheets, 1):
        yield from (f"page {number}: {fault}" for fault in sheet.faults)
        yield from (
            f"page {number}: MCID {each} has characters without a meaning: {text!r}"
            for each, text in sheet.said.items()
            if set(text) & set("\ufffd\x00\ufeff\ufffe")
        )


def _of_the_marks(file: File) -> Iterator[str]:
    """Hold the marks on the pages and the elements against each other."""
    held = [(piece.page, piece.number) for _, piece in _pieces(file)]
    shown = {(page, mark) for page, sheet in enumerate(file.sheets) for mark in sheet.said}
    yield from (f"{each} is on a page, but in no element" for each in sorted(shown - {*held}))
    yield from (f"{each} is in an element, but on no page" for each in sorted({*held} - shown))
    if len(held) != len({*held}):
        yield f"{len(held) - len({*held})} MCIDs are in two elements"


def _of_the_parents(file: File) -> Iterator[str]:
    """Hold the ParentTree against the pages and the elements."""
    parents = _parents(file)
    owners = {(piece.page, piece.number): node for node, piece in _pieces(file)}
    for page, sheet in enumerate(file.sheets):
        key = file.pdf.pages[page].obj.get("/StructParents", -1)
        listed = list(parents.get(int(key), Array()).as_list())
        if len(listed) != len(sheet.said):
            yield f"page {page + 1}: {len(sheet.said)} MCIDs, but {len(listed)} in the ParentTree"
        for mark, element in enumerate(listed):
            node = owners.get((page, mark))
            if node and node.dictionary.objgen != element.objgen:
                yield f"page {page + 1}: the ParentTree has another element for MCID {mark}"
    if parents and int(file.root.dictionary.get("/ParentTreeNextKey", 0)) <= max(parents):
        yield "ParentTreeNextKey is not above all keys"


def _pieces(file: File) -> Iterator[tuple[Node, Piece]]:
    for node in file.root.walk():
        yield from ((node, kid) for kid in node.kids if isinstance(kid, Piece))


def _parents(file: File) -> dict[int, Object]:
    found: dict[int, Object] = {}

    def collect(tree: Object) -> None:
        numbers = tree.get("/Nums", Array()).as_list()
        found.update((int(numbers[at]), numbers[at + 1]) for at in range(0, len(numbers) - 1, 2))
        for kid in tree.get("/Kids", Array()).as_list():
            collect(kid)

    collect(file.root.dictionary.get("/ParentTree", Dictionary()))
    return found


def _of_the_elements(file: File) -> Iterator[str]:
    for parent in file.root.walk():
        for node in parent.nodes:
            yield from _of_one(node, parent)


def _of_one(node: Node, parent: Node) -> Iterator[str]:
    if node.tag not in STANDARD:
        yield f"{node.tag} is none of our tags"
    if node.dictionary.get("/P", Dictionary()).objgen != parent.dictionary.objgen:
        yield f"a {node.tag} names another parent than the {parent.tag} that holds it"
    if not node.kids and node.tag not in MAY_BE_EMPTY:
        yield f"a {node.tag} is empty"  # ours: it is announced, but says nothing
    if strangers := {kid.tag for kid in node.nodes} - HOLDS.get(node.tag, STANDARD):
        yield f"a {node.tag} holds {', '.join(sorted(strangers))}"
    if node.tag == "LI" and [kid.tag for kid in node.nodes] != ["Lbl", "LBody"]:
        yield "an LI is no Lbl and LBody"
    if node.tag == "L" and node.attribute("/ListNumbering") is None:
        yield "an L does not say how it is numbered"
    if node.tag == "Figure" and not str(node.dictionary.get("/Alt", "")).strip():
        yield "a Figure has no alternative"
    if node.tag == "Figure" and node.attribute("/BBox") is None:
        yield "a Figure has no box"


def _of_the_headings(file: File) -> Iterator[str]:
    levels = [int(node.tag[1:]) for node in file.root.walk() if node.tag in {"H1", "H2", "H3"}]
    if levels[:1] != [1] or levels.count(1) != 1:
        yield f"the headings do not begin with their only H1: {levels[:5]}"
    for before, level in pairwise(levels):
        if level > before + 1:
            yield f"a heading of level {level} follows one of level {before}"


def _of_the_tables(file: File) -> Iterator[str]:
    for table in file.root.all("Table"):
        # A table in a cell is looked at by itself.
        groups = [node for node in table.nodes if node.tag in {"THead", "TBody"}]
        if len({group.tag for group in groups}) < len(groups):
            yield "a table has two heads or two bodies"
        rows = [(row, group.tag) for group in groups for row in group.nodes]
        # A head that no row follows is no THead.
        rows += [(row, "THead") for row in table.nodes if row.tag == "TR"]
        widths = {sum(map(_span, row.nodes)) for row, _ in rows}
        if len(widths) > 1:
            yield f"a table's rows have {sorted(widths)} columns"
        heads = [(cell, group) for row, group in rows for cell in row.nodes if cell.tag == "TH"]
        if not heads:
            yield "a table has no TH"
        for cell, group in heads:
            wanted = "/Column" if group == "THead" else "/Row"
            if str(cell.attribute("/Scope")) != wanted:
                yield f"a TH has the scope {cell.attribute('/Scope')}, not {wanted}"


def _span(cell: Node) -> int:
    span = cell.attribute("/ColSpan")
    return span if isinstance(span, int) else 1


def _of_the_links(file: File) -> Iterator[str]:
    owners: dict[tuple[int, int], Node] = {}
    for node in file.root.walk():
        notes = [kid.dictionary.objgen for kid in node.kids if isinstance(kid, Annotation)]
        if node.tag == "Link" and not notes:
            yield "a Link leads nowhere"
        if owners.keys() & {*notes}:
            yield "an annotation is in two elements"
        owners |= dict.fromkeys(notes, node)
    parents = _parents(file)
    for number, page in enumerate(file.pdf.pages, 1):
        for note in page.obj.get("/Annots", Array()).as_list():
            faults_ = _of_an_annotation(note, owners.get(note.objgen), parents)
            yield from (f"page {number}: an annotation {fault}" for fault in faults_)


def _of_an_annotation(
    note: Object, owner: Node | None, parents: dict[int, Object]
) -> Iterator[str]:
    parent = parents.get(int(note.get("/StructParent", -1)), Dictionary())
    if owner is None or owner.tag != "Link":
        yield "is in no Link"
    elif parent.objgen != owner.dictionary.objgen:
        yield "has another element in the ParentTree"
    if not str(note.get("/Contents", "")):
        yield "has no Contents"
    if not int(note.get("/F", 0)) & PRINT:
        yield "is not printed"


RULES: tuple[Callable[[File], Iterator[str]], ...] = (
    _of_the_catalog,
    _of_the_pages,
    _of_the_marks,
    _of_the_parents,
    _of_the_elements,
    _of_the_headings,
    _of_the_tables,
    _of_the_links,
)
