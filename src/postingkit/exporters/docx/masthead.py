"""Writes what stands above the title of a document on plain paper: the logo."""

from postingkit.document import Image
from postingkit.exporters.docx.figures import Drawing, drawing
from postingkit.exporters.docx.paragraphs import Form, paragraph
from postingkit.exporters.docx.setting import Setting
from postingkit.look import Logo


def masthead(logo: Logo, organization: str, setting: Setting) -> str:
    """Write *logo* in a paragraph of its own; it says the *organization*'s name or its own text."""
    references, alternative = setting.references, logo.alternative or organization
    if logo.media_type == "image/svg+xml":
        image = Image(logo.fallback, "image/png", logo.width, logo.height)
        vector = references.vector(logo.data)
    else:
        image = Image(logo.data, logo.media_type, logo.width, logo.height)
        vector = None
    used = Drawing(references.drawing(), references.picture(image), None, vector)
    run = drawing(image, alternative, used, (setting.room, setting.page_height // 4))
    return paragraph(Form("Logo", rtl=setting.voice.rtl), run)
