"""Makes the Word file that a department begins its stationery with; it fills nothing in."""

from postingkit.document import Document, Meta, Paragraph, Section, Text
from postingkit.exporters.docx import DocxExporter, DocxOptions
from postingkit.look import Look


def starter(look: Look) -> bytes:
    """Give a Word file in *look* with the fields of a posting in its text and margins."""
    meta = Meta("posting", Text("{{ title }}"), header="{{ organization }}")
    body = Section("posting", None, (Paragraph((Text("{{ posting }}"),)),))
    return DocxExporter().prepare(look, DocxOptions())(Document(meta, (body,))).data
