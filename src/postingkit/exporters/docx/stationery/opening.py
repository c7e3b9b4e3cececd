"""Opens a Word file by python-docx, once, and gives its parts in the form that is filled in.

What a posting must not carry on is dropped: the preview picture, signatures, the path of the
template the file was begun from.
"""

import zipfile
from io import BytesIO

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.package import OpcPackage
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.opc.rel import Relationships
from docx.package import Package
from lxml import etree

from postingkit.errors import Problem, StationeryError, WordPlace
from postingkit.exporters.docx.archive import archive, entry
from postingkit.exporters.docx.stationery.names import (
    CONTENT_TYPES,
    MAIN_TYPE,
    TEMPLATE_TYPE,
    W,
    value,
)
from postingkit.exporters.docx.stationery.safety import Parts, checked_parts, parsed
from postingkit.look import Asset

MAIN = "word/document.xml"
DROPPED = frozenset(
    {
        RELATIONSHIP_TYPE.THUMBNAIL,
        RELATIONSHIP_TYPE.ORIGIN,
        RELATIONSHIP_TYPE.CORE_PROPERTIES,
        "http://schemas.microsoft.com/office/2007/relationships/stylesWithEffects",
        "http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate",
    }
)


def opened_parts(asset: Asset) -> Parts:
    """Give the parts of the document or template in *asset*, the body under the name `MAIN`.

    Raises `StationeryError` for what cannot be opened, and for what could hurt.
    """
    parts = checked_parts(asset)
    try:
        package = Package.open(BytesIO(_as_document(parts)))
        _drop(package.rels)
        for part in package.iter_parts():
            _drop(part.rels)
        _rename(package)
        return _saved(package)
    except (KeyError, ValueError, TypeError, AttributeError, etree.LxmlError) as error:
        said = f"{type(error).__name__}: {error}"
        message = f"The file cannot be opened ({said})."
        hint = "Open it in Word, and save it again as “Word Document (.docx)”."
        raise StationeryError((Problem.at(WordPlace(asset.name, ""), message, hint),)) from error


def _as_document(parts: Parts) -> bytes:
    """Pack *parts* again; a template (.dotx) becomes a document, which python-docx asks for."""
    types = parts[CONTENT_TYPES].replace(TEMPLATE_TYPE.encode(), MAIN_TYPE.encode())
    return archive(entry(name, data) for name, data in {**parts, CONTENT_TYPES: types}.items())


def _drop(relationships: Relationships) -> None:
    for id_ in [id_ for id_, each in relationships.items() if each.reltype in DROPPED]:
        del relationships[id_]


def _rename(package: OpcPackage) -> None:
    """Call the body as everybody does; some of Microsoft's programs write ``document2.xml``."""
    main: Part = package.main_document_part
    if main.partname.baseURI == "/word":
        main.partname = PackURI(f"/{MAIN}")


def _saved(package: OpcPackage) -> Parts:
    buffer = BytesIO()
    package.save(buffer)
    with zipfile.ZipFile(buffer) as saved:
        parts = {name: saved.read(name) for name in saved.namelist()}
    if "word/settings.xml" in parts:
        parts["word/settings.xml"] = _cleaned_settings(parts["word/settings.xml"])
    return parts


def _cleaned_settings(data: bytes) -> bytes:
    """Drop the template's relationship, and give the zoom the percentage that it must have."""
    root = parsed(data)
    for element in list(root.iter(W + "attachedTemplate", W + "mailMerge")):
        root.remove(element)
    for zoom in root.iter(W + "zoom"):
        zoom.set(W + "percent", value(zoom, "percent") or "100")
    return serialized(root)


def serialized(root: etree._Element) -> bytes:
    """Write *root* as a part."""
    return etree.tostring(root, encoding="UTF-8", standalone=True)
