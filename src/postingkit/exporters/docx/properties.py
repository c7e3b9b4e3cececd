"""Writes the properties of the file that Word shows under “Info” and search engines read."""

from postingkit.document import Meta
from postingkit.exporters.docx import escaping
from postingkit.exporters.docx.names import DECLARATION, PACKAGE

LONGEST = 255
"""What Word lets people type, in characters."""
DATE = "1980-01-01T00:00:00Z"
"""No date comes from the clock, so that equal documents make equal files."""
NAMESPACES = (
    f'xmlns:cp="{PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" '
    'xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"'
)


def properties(meta: Meta) -> str:
    """Write docProps/core.xml."""
    values = {
        "dc:title": meta.title.text,
        "dc:creator": meta.organization,
        "dc:description": meta.description,
        "cp:keywords": ", ".join(meta.keywords),
        "dc:language": meta.language,
    }
    elements = (
        f"<{name}>{escaping.text(value[:LONGEST])}</{name}>"
        for name, value in values.items()
        if value
    )
    dates = (
        f'<dcterms:{name} xsi:type="dcterms:W3CDTF">{DATE}</dcterms:{name}>'
        for name in ("created", "modified")
    )
    return (
        f"{DECLARATION}<cp:coreProperties {NAMESPACES}>"
        f"{''.join(elements)}{''.join(dates)}</cp:coreProperties>"
    )
