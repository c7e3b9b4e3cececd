"""Writes styles.xml: a look as Word's own styles, so that people can go on working with them."""

from collections.abc import Sequence

from postingkit.document import Direction
from postingkit.exporters.docx.definitions import (
    OUR_OWN,
    Derived,
    border,
    colour,
    derived_paragraph_style,
    font,
    paragraph_style,
    shade,
    size,
    spacing,
)
from postingkit.exporters.docx.languages import marking
from postingkit.exporters.docx.names import DECLARATION, WORD
from postingkit.exporters.docx.numbering import BULLETS, NUMBERS
from postingkit.exporters.docx.prose import flowing, standing, undivided
from postingkit.exporters.docx.table_styles import derived_table_style, table_styles
from postingkit.look import Look

FACT_COLUMN = 2400
"""Twips that the names of facts take, beside which their values stand."""
CALLOUT_INSET = 200
"""Twips from the margin to the text of a callout; its panel reaches to the margin."""
LINE = 254
"""The distance of lines: single is 240."""


def styles(look: Look, language: str, direction: Direction, derived: Sequence[Derived]) -> str:
    """Write the part for documents of one *language* and *direction*."""
    definitions = (
        _defaults(look, language),
        _built_in(),
        _headings(look),
        _texts(look),
        _lists(look),
        _callout(look, direction),
        _characters(look),
        table_styles(look),
        *(_derived_style(look, each) for each in derived),
    )
    return f"{DECLARATION}<w:styles {WORD}>{''.join(definitions)}</w:styles>"


def _derived_style(look: Look, derived: Derived) -> str:
    if derived.kind == "table":
        return derived_table_style(look, derived)
    return derived_paragraph_style(derived)


def _defaults(look: Look, language: str) -> str:
    run = (
        font(look.fonts.body)
        + colour(look.colours.text)
        + size(look.fonts.size)
        + (marking(language) or '<w:lang w:val="und"/>')
    )
    after, line = round(120 * look.spacing), round(LINE * (1 + (look.spacing - 1) / 5))
    spaced = f'<w:spacing w:after="{after}" w:line="{line}" w:lineRule="auto"/>'
    return (
        f"<w:docDefaults><w:rPrDefault><w:rPr>{run}</w:rPr></w:rPrDefault>"
        f"<w:pPrDefault><w:pPr><w:widowControl/>{spaced}{flowing(look.text)}</w:pPr>"
        "</w:pPrDefault></w:docDefaults>"
    )


def _built_in() -> str:
    return (
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/>'
        "<w:qFormat/></w:style>"
        '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">'
        '<w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/></w:style>'
        '<w:style w:type="table" w:default="1" w:styleId="TableNormal">'
        '<w:name w:val="Normal Table"/><w:uiPriority w:val="99"/><w:semiHidden/></w:style>'
        '<w:style w:type="numbering" w:default="1" w:styleId="NoList"><w:name w:val="No List"/>'
        '<w:uiPriority w:val="99"/><w:semiHidden/></w:style>'
    )


def _headings(look: Look) -> str:
    face = font(look.fonts.headings) + "<w:b/><w:bCs/>"
    accent = colour(look.colours.accent)
    rule = f"<w:pBdr>{border('bottom', look.colours.rule, width=0.5, space=2)}</w:pBdr>"
    keep = "<w:keepNext/><w:keepLines/>"
    whole, ragged = undivided(look.text), standing(look.text)
    bar = f"<w:pBdr>{border('top', look.colours.accent, width=3, space=9)}</w:pBdr>"
    levels = (
        (2.2, bar if look.accent == "bar" else "", _single(look, 0, 160)),
        (1.3, rule, _single(look, 320, 120)),
        (1.1, "", _single(look, 200, 60)),
    )
    return "".join(
        paragraph_style(
            f"heading {level + 1}",
            f'{keep}{ruled}{whole}{spaced}{ragged}<w:outlineLvl w:val="{level}"/>',
            face + accent + size(look.fonts.size * scale),
            following="Normal",
        )
        for level, (scale, ruled, spaced) in enumerate(levels)
    )


def _single(look: Look, before: int, after: int) -> str:
    """Set lines closely, with twips around them that the look stretches or shrinks."""
    around = f'w:before="{round(before * look.spacing)}" w:after="{round(after * look.spacing)}"'
    return f'<w:spacing {around} w:line="240" w:lineRule="auto"/>'


def _texts(look: Look) -> str:
    points, muted, by = look.fonts.size, colour(look.colours.muted), look.spacing
    ragged = standing(look.text)
    hanging = f'<w:ind w:left="{FACT_COLUMN}" w:hanging="{FACT_COLUMN}"/>'
    return "".join(
        (
            paragraph_style("Lead", spacing(after=9 * by), size(points * 1.14), origin=OUR_OWN),
            paragraph_style(
                "caption", spacing(before=3 * by, after=5 * by) + ragged, muted + size(points * 0.9)
            ),
            paragraph_style("Figure", spacing(before=6 * by, after=4 * by), origin=OUR_OWN),
            paragraph_style("Logo", "<w:keepNext/>" + spacing(after=16 * by), origin=OUR_OWN),
            paragraph_style("Fact", spacing(after=3 * by) + hanging + ragged, origin=OUR_OWN),
            paragraph_style("Fact Name", "<w:keepNext/>" + spacing(after=2 * by), origin=OUR_OWN),
            paragraph_style(
                "Gap", '<w:spacing w:after="0" w:line="120" w:lineRule="exact"/>', origin=OUR_OWN
            ),
            paragraph_style("header", spacing(), muted + size(points * 0.85)),
            paragraph_style(
                "footer", spacing() + '<w:jc w:val="right"/>', muted + size(points * 0.85)
            ),
        )
    )


def _lists(look: Look) -> str:
    spaced = spacing(after=3 * look.spacing)
    numbered = '<w:numPr><w:numId w:val="{}"/></w:numPr>'
    return "".join(
        (
            paragraph_style("List Bullet", numbered.format(BULLETS) + spaced),
            paragraph_style("List Number", numbered.format(NUMBERS) + spaced),
            paragraph_style("List Continue", spaced),
        )
    )


def _callout(look: Look, direction: Direction) -> str:
    band = look.colours.band
    padded = {"top": 6, "left": 8, "bottom": 6, "right": 8}
    first = "left" if direction == "ltr" else "right"
    sides = "".join(
        border(side, look.colours.accent, width=2.25, space=space)
        if side == first
        else border(side, band, width=0.5, space=space)
        for side, space in padded.items()
    )
    inset = f'<w:ind w:left="{CALLOUT_INSET}" w:right="{CALLOUT_INSET}"/>'
    panel = f"<w:pBdr>{sides}</w:pBdr>{shade(band)}{spacing(after=5 * look.spacing)}{inset}"
    return paragraph_style("Callout", panel, origin=OUR_OWN)


def _characters(look: Look) -> str:
    accent = colour(look.colours.accent)
    return (
        '<w:style w:type="character" w:styleId="Hyperlink"><w:name w:val="Hyperlink"/>'
        f'<w:rPr>{accent}<w:u w:val="single"/></w:rPr></w:style>'
        '<w:style w:type="character" w:customStyle="1" w:styleId="FactTerm">'
        f'<w:name w:val="Fact Term"/><w:rPr><w:b/><w:bCs/>{accent}</w:rPr></w:style>'
    )
