"""The template: what a department owns of its postings, as ``templates/<name>/template.yaml``."""

from collections.abc import Mapping
from typing import Annotated, Literal

from pydantic import AfterValidator, Field, GetJsonSchemaHandler, field_validator
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, PydanticCustomError

from postingkit.look import Accent, Colours, Fonts, Look, Page, Prose, TableStyle, TextAlignment
from postingkit.model.fonts import FontFile
from postingkit.model.identity import Identifier, Key
from postingkit.model.logo import LogoSettings
from postingkit.model.measures import PAPERS, Colour, Length, Paper, Spacing
from postingkit.model.values import BodyText, BodyWording, LineWording, Located, PlainText

CONTRACT = 1
MOST_FONTS = 40
"""How many font files a template may bring."""

SOURCES = (
    "lead",
    "facts",
    "responsibilities",
    "qualifications",
    "technologies",
    "benefits",
    "performance",
    "physical-demands",
    "eligibility",
    "process",
    "sections",
    "about",
    "apply",
    "apply-code",
    "equal-opportunity",
)
"""What of a role, an opening or an employer a section can show; ``sections`` are the role's own."""

Criterion = Literal["summary", "responsibilities", "qualifications", "technologies"]


Form = Literal["table", "list", "prose", "facts", "callout"]

FORMS: Mapping[str, tuple[Form, ...]] = {
    "facts": ("facts", "list", "callout"),
    "responsibilities": ("table", "list", "prose", "facts", "callout"),
    "qualifications": ("list", "prose", "callout"),
    "technologies": ("prose", "list", "callout"),
    "benefits": ("list", "prose", "callout"),
    "performance": ("list", "prose", "callout"),
    "eligibility": ("list", "prose", "callout"),
    "process": ("list", "prose", "callout"),
}
"""The forms that what a section shows can take, the usual one first."""
OTHER_FORMS: tuple[Form, ...] = ("prose", "callout")
"""The forms of a section that shows one text."""


class ColumnSettings(Located):
    """A column of a table of responsibilities."""

    field: Literal["title", "text", "share", "essential"]
    """What of each responsibility the column shows."""
    title: PlainText | None = None
    """The column's head; a fixed word of the posting's language if left out."""
    width: Annotated[float, Field(gt=0, le=100)] = 1.0
    """Its share of the table's width, relative to the other columns."""
    align: Literal["start", "center", "end"] = "start"
    """How its text is aligned."""


class SectionSettings(Located):
    """How one section is shown. What is left out falls back to the template below."""

    title: LineWording | None = None
    """The heading; a fixed word of the posting's language if left out."""
    heading: Literal["shown", "hidden"] = "shown"
    """Whether the section has a heading at all."""
    intro: BodyWording | None = None
    """Text above what the section shows."""
    outro: BodyWording | None = None
    """Text below it."""
    body: BodyWording | None = None
    """The text of a section that is the template's own."""
    form: Annotated[Form | None, Field(alias="as")] = None
    """The form of what it shows; by default a table of responsibilities, and else a list."""
    when: PlainText | None = None
    """The name of a field, such as ``level``: without a value for it the section is hidden."""
    locked: bool = False
    """Whether templates that extend this one must leave the section as it is, and show it."""
    columns: tuple[ColumnSettings, ...] = ()
    """The columns of a table, in their order; title, text and share if left out."""
    only: tuple[Identifier, ...] = ()
    """The formats that show the section, if not all do."""
    hidden_from: Annotated[tuple[Identifier, ...], Field(alias="except")] = ()
    """The formats that do not show it."""


class ComparisonSettings(Located):
    """How roles are compared."""

    criteria: tuple[Criterion, ...] = (
        "summary",
        "responsibilities",
        "qualifications",
        "technologies",
    )
    """The rows, in their order."""
    titles: dict[Criterion, PlainText] = Field(default_factory=dict)
    """The rows' names; fixed words of the language if left out."""
    corner: PlainText | None = None
    """The head of the column of criteria."""
    intro: BodyText | None = None
    """Text above the table."""
    roles_per_table: Annotated[int, Field(ge=1, le=8)] = 4
    """How many roles stand side by side; further ones follow in a table of their own."""
    landscape_from: Annotated[int, Field(ge=1, le=9)] = 3
    """From how many roles side by side on the page is held sideways."""


class ColourSettings(Located):
    """The colours, each as ``#rrggbb``."""

    text: Colour = Colours().text
    """Text."""
    muted: Colour = Colours().muted
    """Captions and running feet."""
    accent: Colour = Colours().accent
    """Headings, links and table heads."""
    rule: Colour = Colours().rule
    """Lines."""
    band: Colour = Colours().band
    """Behind table heads, every other row, and callouts."""


class FontSettings(Located):
    """The fonts, by family."""

    body: PlainText | None = None
    """The family of the text."""
    headings: PlainText | None = None
    """The family of the headings; that of the text if left out."""
    size: Annotated[float, Field(ge=6, le=36)] = Fonts().size
    """The size of the text in points; a poster's is 18 or more."""
    files: Annotated[tuple[FontFile, ...], Field(max_length=MOST_FONTS)] = ()
    """Font files in the template's folder (.ttf, .otf, .ttc) that PDF files take the fonts from."""


class TextSettings(Located):
    """How running text is set: paragraphs and lists outside tables."""

    align: TextAlignment = Prose().align
    """start: lines end raggedly; justify: they end at one edge."""
    hyphenate: bool = Prose().hyphenate
    """Whether words are divided at the ends of lines, by the rules of their language."""


class Margins(Located):
    """The margins around the text. A mere length is that of all four sides."""

    shorthand = ("top", "right", "bottom", "left")

    top: Length = Page().top
    """Above."""
    right: Length = Page().right
    """On the right."""
    bottom: Length = Page().bottom
    """Below; the running foot stands in it."""
    left: Length = Page().left
    """On the left."""


class PageSettings(Located):
    """The paper and its margins."""

    size: Paper = "A4"
    """A4, Letter, Legal or A3."""
    margins: Margins = Field(default_factory=Margins)
    """One length for all four sides, as in 20mm, or one for each side."""


class Theme(Located):
    """One source for the looks of all formats."""

    colours: ColourSettings = Field(default_factory=ColourSettings)
    """The colours."""
    fonts: FontSettings = Field(default_factory=FontSettings)
    """The fonts."""
    text: TextSettings = Field(default_factory=TextSettings)
    """How running text is set."""
    page: PageSettings = Field(default_factory=PageSettings)
    """The page."""
    table: TableStyle = "banded"
    """Every other row tinted, rows ruled, or neither."""
    spacing: Spacing = 1.0
    """The white space: compact, normal, airy, or a number from 0.7 to 1.5 that multiplies it."""
    accent: Accent = "bar"
    """A bar in the accent's colour above the title, or none."""
    logo: LogoSettings | None = None
    """The employer's mark above the title: a file, or a group of file, height and alternative."""
    header: LineWording | None = None
    """A line in the upper margin of every page on paper."""
    footer: LineWording | None = None
    """A line in the lower margin, beside the page's number."""

    def look(self) -> Look:
        """Give the theme as exporters take it."""
        body = self.fonts.body.text if self.fonts.body else Fonts().body
        headings = self.fonts.headings.text if self.fonts.headings else body
        width, height = PAPERS[self.page.size]
        return Look(
            Colours(**self.colours.model_dump()),
            Fonts(body, headings, self.fonts.size, self.fonts.files),
            Page(width, height, **self.page.margins.model_dump()),
            self.table,
            self.spacing,
            self.accent,
            self.logo.logo() if self.logo else None,
            Prose(self.text.align, self.text.hyphenate),
        )


def _known_contract(contract: int) -> int:
    if contract != CONTRACT:
        raise PydanticCustomError(
            "contract",
            "The template was written for contract {written}; this postingkit knows {known}.",
            {"written": contract, "known": CONTRACT, "hint": "Update postingkit."},
        )
    return contract


class Template(Located):
    """Order, sections, wording and look of a department's postings.

    A group of another name is what it says to the exporter of that name.
    """

    api: Annotated[int, AfterValidator(_known_contract)] = CONTRACT
    """The contract that the template was written for; now 1."""
    extends: Identifier | None = None
    """The template that this one changes."""
    order: tuple[Identifier, ...] = ()
    """The sections that are shown, in their order."""
    sections: dict[Key, SectionSettings] = Field(default_factory=dict)
    """How each section is shown."""
    comparison: ComparisonSettings = Field(default_factory=ComparisonSettings)
    """How roles are compared."""
    theme: Theme = Field(default_factory=Theme)
    """How it all looks."""

    @field_validator("sections")
    @classmethod
    def _in_possible_forms(cls, sections: dict[str, SectionSettings]) -> dict[str, SectionSettings]:
        for key, settings in sections.items():
            possible = FORMS.get(key, OTHER_FORMS)
            if settings.form and settings.form not in possible:
                message = "The section “{key}” cannot be shown as {form}."
                hint = f"Possible are: {', '.join(possible)}."
                context = {"key": key, "form": settings.form, "hint": hint}
                raise PydanticCustomError("form_impossible", message, context)
        return sections

    @classmethod
    def __get_pydantic_json_schema__(
        cls, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        """Allow groups for exporters, which only those know."""
        written = super().__get_pydantic_json_schema__(schema, handler)
        handler.resolve_ref_schema(written)["additionalProperties"] = {"type": "object"}
        return written
