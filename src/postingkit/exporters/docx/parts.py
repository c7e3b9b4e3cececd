"""The parts of a Word file that say the same in every document of one look."""

from postingkit.exporters.docx.definitions import font_name
from postingkit.exporters.docx.names import DECLARATION, PACKAGE, RELATIONSHIPS, WORD
from postingkit.exporters.docx.prose import hyphenation, unstretched
from postingkit.look import Look, Prose

WORDPROCESSING = "application/vnd.openxmlformats-officedocument.wordprocessingml"
MEDIA_TYPE = f"{WORDPROCESSING}.document"
PARTS = ("styles", "numbering", "settings", "fontTable", "footer")
"""The parts beside the document, by the names of their relationships."""
HEADER = "header"
"""The part that only a document with a text in its header has."""
ALTERNATIVES = {"sans": ("Arial", "swiss"), "serif": ("Times New Roman", "roman")}
"""What Word may take where a family is not installed: a font that is, and a kind."""

_CONTENT_TYPES = (
    f'{DECLARATION}<Types xmlns="{PACKAGE}/content-types">'
    '<Default Extension="rels" '
    'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>'
    '<Default Extension="png" ContentType="image/png"/>'
    '<Default Extension="jpeg" ContentType="image/jpeg"/>'
    '<Default Extension="svg" ContentType="image/svg+xml"/>'
    f'<Override PartName="/word/document.xml" ContentType="{WORDPROCESSING}.document.main+xml"/>'
    '<Override PartName="/docProps/core.xml" '
    'ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>'
)

ROOT_RELATIONSHIPS = (
    f'{DECLARATION}<Relationships xmlns="{PACKAGE}/relationships">'
    f'<Relationship Id="rId1" Type="{RELATIONSHIPS}/officeDocument" Target="word/document.xml"/>'
    f'<Relationship Id="rId2" Type="{PACKAGE}/relationships/metadata/core-properties" '
    f'Target="docProps/core.xml"/></Relationships>'
)

MODE = (
    '<w:compatSetting w:name="compatibilityMode" '
    'w:uri="http://schemas.microsoft.com/office/word" w:val="15"/>'
)
"""Mode 15 is Word 2013 and all since; without it Word opens files in “Compatibility Mode”."""


def content_types(*further: str) -> str:
    """Write what kinds of parts there are; *further* ones beside `PARTS` by their names."""
    overrides = "".join(
        f'<Override PartName="/word/{part}.xml" ContentType="{WORDPROCESSING}.{part}+xml"/>'
        for part in (*PARTS, *further)
    )
    return f"{_CONTENT_TYPES}{overrides}</Types>"


def relationships(gathered: str, *further: str) -> str:
    """Write the relationships of the document: to its parts, and those *gathered* from its body."""
    parts = "".join(
        f'<Relationship Id="{part}" Type="{RELATIONSHIPS}/{part}" Target="{part}.xml"/>'
        for part in (*PARTS, *further)
    )
    return (
        f'{DECLARATION}<Relationships xmlns="{PACKAGE}/relationships">'
        f"{parts}{gathered}</Relationships>"
    )


def settings(prose: Prose) -> str:
    """Write the settings of documents whose text is set as *prose*."""
    return (
        f'{DECLARATION}<w:settings {WORD}><w:zoom w:percent="100"/><w:defaultTabStop w:val="720"/>'
        f'{hyphenation(prose)}<w:characterSpacingControl w:val="doNotCompress"/>'
        f"<w:compat>{unstretched(prose)}{MODE}</w:compat></w:settings>"
    )


def font_table(look: Look) -> str:
    """Write the fonts of *look* with what may stand in for them where they are not installed."""
    families = dict.fromkeys((look.fonts.body, look.fonts.headings))
    return f"{DECLARATION}<w:fonts {WORD}>{''.join(map(_font, families))}</w:fonts>"


def _font(family: str) -> str:
    words = family.lower().split()
    kind = next((kind for kind in ALTERNATIVES if kind in words), None)
    alternative = ""
    if kind:
        name, group = ALTERNATIVES[kind]
        alternative = f'<w:altName w:val="{name}"/><w:family w:val="{group}"/>'
    return f'<w:font w:name="{font_name(family)}">{alternative}</w:font>'
