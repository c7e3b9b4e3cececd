"""Puts a file together of its parts."""

from collections.abc import Sequence
from functools import cache

from postingkit.exporters.pdf.fonts.used import UsedFonts
from postingkit.exporters.pdf.sheets import Sheet
from postingkit.exporters.pdf.structure import Element
from postingkit.exporters.pdf.writing.file import Catalog, File, Page
from postingkit.exporters.pdf.writing.forms import write_form
from postingkit.exporters.pdf.writing.images import write_picture
from postingkit.exporters.pdf.writing.links import Links, write_links
from postingkit.exporters.pdf.writing.metadata import write_information, write_metadata
from postingkit.exporters.pdf.writing.outline import write_outline
from postingkit.exporters.pdf.writing.srgb import profile
from postingkit.exporters.pdf.writing.syntax import (
    THOROUGH,
    category,
    compressed,
    rectangle,
    text_string,
)
from postingkit.exporters.pdf.writing.tree import write_tree
from postingkit.exporters.pdf.writing.values import Bookmark, Drawing, Picture, Properties


def written(  # noqa: PLR0917 - a file is made of these six things
    sheets: Sequence[Sheet],
    root: Element,
    fonts: UsedFonts,
    pictures: Sequence[Picture | Drawing],
    bookmarks: Sequence[Bookmark],
    properties: Properties,
) -> bytes:
    """Make the file of *sheets*, whose code calls on *fonts* and *pictures* by their names.

    *root* is the Document element; elements below it without content are left out, but for cells.
    Raises `ValueError` with a picture's name where it cannot be read.
    """
    file = File()
    links = write_links(file, sheets)
    resources = _resources(file, fonts, pictures)
    pages = [_page(file, sheet, links, resources) for sheet in sheets]
    catalog = file.Catalog
    catalog.StructTreeRoot = f"{write_tree(file, root, sheets, pages, links)} 0 R"
    catalog.Metadata = f"{write_metadata(file, properties)} 0 R"
    _say(catalog, properties)
    if properties.archive:
        catalog.OutputIntents = _colours(file)
    if bookmarks:
        catalog.Outlines = f"{write_outline(file, bookmarks, pages)} 0 R"
        catalog.showOutline()
    return file.finished(write_information(file, properties))


def _say(catalog: Catalog, properties: Properties) -> None:
    direction = "/Direction/R2L" if properties.right_to_left else ""
    catalog.ViewerPreferences = f"<</DisplayDocTitle true{direction}>>"
    catalog.MarkInfo = "<</Marked true>>"
    catalog.Lang = text_string(properties.language)


def _colours(file: File) -> str:
    """Say what the colours mean, as archives want it (ISO 19005-2, 6.2.3)."""
    name = text_string("sRGB")
    number = file.add_stream(_profile())
    return (
        f"[<</Type/OutputIntent/S/GTS_PDFA1/OutputConditionIdentifier{name}/Info{name}"
        f"/DestOutputProfile {number} 0 R>>]"
    )


@cache
def _profile() -> bytes:
    return compressed("/N 3", profile(), level=THOROUGH)


def _resources(file: File, fonts: UsedFonts, pictures: Sequence[Picture | Drawing]) -> str:
    """Write what the code of all pages may call on, and give the reference to it."""
    for name, reference in fonts.embed(file).items():
        file.fonts[name] = reference
    drawn = {each.name: f"{_drawn(file, each)} 0 R" for each in pictures}
    font = f"/Font {file.number_of(file.fonts)} 0 R"
    number = file.add(f"<<{font}{category('XObject', drawn)}>>")
    return f"{number} 0 R"


def _drawn(file: File, drawn: Picture | Drawing) -> int:
    match drawn:
        case Picture():
            return write_picture(file, drawn)
        case Drawing():
            return write_form(file, drawn.vector)


def _page(file: File, sheet: Sheet, links: Links, resources: str) -> int:
    page = Page()
    page.MediaBox = rectangle(0, 0, sheet.width, sheet.height)
    page.Resources = resources
    page.Contents = f"{file.add_stream(compressed('', _code(sheet)))} 0 R"
    page.StructParents = sheet.number
    page.Tabs = "/S"
    page.Annots = [f"{each} 0 R" for each in links.on(sheet)]
    file.addPage(page)
    return file.number_of(page)


def _code(sheet: Sheet) -> bytes:
    return "\n".join(sheet.code).encode("latin-1")
