"""Writes what the file says of itself: the information dictionary and XMP, which agree."""

from xml.sax.saxutils import escape

from postingkit.exporters.pdf.writing.file import File
from postingkit.exporters.pdf.writing.syntax import sayable, stream, text_string
from postingkit.exporters.pdf.writing.values import Properties

MAKER = "postingkit"
_PACKET = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about=""
 xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:pdf="http://ns.adobe.com/pdf/1.3/"
 xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/"
 xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/"
 xmlns:xmp="http://ns.adobe.com/xap/1.0/">
{properties}
</rdf:Description>
{schema}</rdf:RDF>
</x:xmpmeta>
<?xpacket end="r"?>"""
_ARCHIVE = "<pdfaid:part>2</pdfaid:part>\n<pdfaid:conformance>A</pdfaid:conformance>"
_SCHEMA = """<rdf:Description rdf:about=""
 xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
 xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#"
 xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#">
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA Universal Accessibility Schema</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>The part of ISO 14289 that the file meets</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas>
</rdf:Description>
"""
"""What PDF/A-2 does not know beforehand and wants explained (ISO 19005-2, 6.6.2.3.2)."""


def write_information(file: File, properties: Properties) -> int:
    """Write the information dictionary (ISO 32000-1, 14.3.3), and give its number."""
    values = {
        "Title": properties.title,
        "Author": properties.author,
        "Subject": properties.subject,
        "Keywords": ", ".join(properties.keywords),
        "Creator": MAKER,
        "Producer": MAKER,
    }
    entries = (f"/{key}{text_string(value)}" for key, value in values.items() if value)
    return file.add(f"<<{''.join(entries)}>>")


def write_metadata(file: File, properties: Properties) -> int:
    """Write the XMP packet (ISO 16684-1), which stays readable as it is; give its number."""
    schema = _SCHEMA if properties.archive else ""
    packet = _PACKET.format(properties="\n".join(_elements(properties)), schema=schema)
    return file.add_stream(stream("/Type/Metadata/Subtype/XML", packet.encode("utf-8")))


def _elements(properties: Properties) -> list[str]:
    written = {
        "dc:format": "application/pdf",
        "dc:title": _alternatives(properties.title),
        "dc:creator": _items("Seq", properties.author),
        "dc:description": _alternatives(properties.subject),
        "dc:subject": _items("Bag", *properties.keywords),
        "dc:language": _items("Bag", properties.language),
        "pdf:Keywords": _text(", ".join(properties.keywords)),
        "pdf:Producer": _text(MAKER),
        "xmp:CreatorTool": _text(MAKER),
        "pdfuaid:part": "1",
    }
    elements = [f"<{name}>{value}</{name}>" for name, value in written.items() if value]
    return [*elements, _ARCHIVE] if properties.archive else elements


def _alternatives(value: str) -> str:
    item = f'<rdf:li xml:lang="x-default">{_text(value)}</rdf:li>'
    return f"<rdf:Alt>{item}</rdf:Alt>" if value else ""


def _items(kind: str, *values: str) -> str:
    items = "".join(f"<rdf:li>{_text(value)}</rdf:li>" for value in values if value)
    return f"<rdf:{kind}>{items}</rdf:{kind}>" if items else ""


def _text(value: str) -> str:
    return escape(sayable(value))
