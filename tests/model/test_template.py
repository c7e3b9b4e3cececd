"""One template's settings: measures, colours, contract, and the look they come to."""

import pytest

from postingkit.errors import InvalidInput
from postingkit.look import Colours, Fonts, Look, Page
from postingkit.model.reading import read_yaml
from postingkit.model.template import Template
from postingkit.model.validation import validated


def template(text: str) -> Template:
    return validated(Template, read_yaml(text.encode(), "template.yaml"))


def message(text: str) -> str:
    with pytest.raises(InvalidInput) as refused:
        template(text)
    (problem,) = refused.value.problems
    return problem.message


def test_what_is_left_out_is_the_usual_look() -> None:
    assert template("").theme.look() == Look()


def test_a_theme_is_a_look() -> None:
    text = """
theme:
  colours: {text: "#000000", muted: "#111111", accent: "#ABCDEF", rule: "#222222", band: "#333333"}
  fonts: {body: Inter, headings: Lora, size: 11}
  page: {size: Letter, margins: {top: 1in, right: 2cm, bottom: 36pt, left: 0mm}}
  table: plain
"""
    assert template(text).theme.look() == Look(
        Colours("#000000", "#111111", "#abcdef", "#222222", "#333333"),
        Fonts("Inter", "Lora", 11),
        Page(215.9, 279.4, 25.4, 20, 12.7, 0),
        "plain",
    )


def test_headings_have_the_font_of_the_text_unless_they_have_their_own() -> None:
    fonts = template("theme: {fonts: {body: Inter}}").theme.look().fonts
    assert fonts == Fonts("Inter", "Inter")


def test_one_margin_is_that_of_all_sides() -> None:
    page = template("theme: {page: {margins: 1.5cm}}").theme.look().page
    assert (page.top, page.right, page.bottom, page.left) == (15, 15, 15, 15)


@pytest.mark.parametrize(
    ("size", "width", "height"),
    [("A4", 210, 297), ("A3", 297, 420), ("Letter", 215.9, 279.4), ("Legal", 215.9, 355.6)],
)
def test_papers_have_their_sizes(size: str, width: float, height: float) -> None:
    page = template(f"theme: {{page: {{size: {size}}}}}").theme.look().page
    assert (page.width, page.height) == (width, height)


@pytest.mark.parametrize("colour", ["red", "#fff", "#12345g", "1f3a5f", "#1f3a5f ;x", "url(x)"])
def test_a_colour_has_six_digits(colour: str) -> None:
    assert "is no colour" in message(f"theme: {{colours: {{accent: '{colour}'}}}}")


@pytest.mark.parametrize("length", ["20", "20px", "-1mm", "81mm", "4in", "1e9mm", "mm", "2 0mm"])
def test_a_length_has_a_unit_and_fits_the_page(length: str) -> None:
    assert "is no length" in message(f"theme: {{page: {{margins: {{top: {length}}}}}}}")


@pytest.mark.parametrize("size", ["5", "37", "nan", "inf", "1e400"])
def test_type_is_neither_too_small_nor_too_large(size: str) -> None:
    assert "is not possible here" in message(f"theme: {{fonts: {{size: {size}}}}}")


def test_a_template_of_another_contract_is_refused() -> None:
    said = "The template was written for contract 2; this postingkit knows 1."
    assert message("api: 2") == said


def test_a_heading_can_be_hidden_and_a_section_kept_for_formats() -> None:
    settings = template("sections: {lead: {heading: hidden, only: [pdf], except: [md]}}").sections
    lead = settings["lead"]
    assert lead.heading == "hidden"
    assert [str(name) for name in lead.only] == ["pdf"]
    assert [str(name) for name in lead.hidden_from] == ["md"]


@pytest.mark.parametrize("key", ["hidden_from", "form"])
def test_fields_have_only_the_names_that_are_written(key: str) -> None:
    assert message(f"sections: {{lead: {{{key}: [md]}}}}") == f"There is no field “{key}” here."


@pytest.mark.parametrize("number", ["0", "9"])
def test_so_many_roles_stand_side_by_side_as_a_page_holds(number: str) -> None:
    assert "not possible" in message(f"comparison: {{roles_per_table: {number}}}")
