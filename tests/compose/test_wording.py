"""Fields in a template's wording: what is filled in, what hides, what is refused."""

import pytest
from making import posting, section, sections

from postingkit.compose import filters
from postingkit.compose.labels import labels
from postingkit.compose.wording import Filler
from postingkit.document import Emphasis, Link, List, Paragraph, Strong, Text, plain
from postingkit.errors import FilePlace, Problem
from postingkit.model.reading import read_yaml
from postingkit.model.values import BodyWording, PlainText
from postingkit.model.wording import FILTERS, wording_problems

PLACE = FilePlace("template.yaml", 1, 1)

HOSTILE = (
    "{{ title.__class__ }}",
    "{{ title['x'] }}",
    "{{ title() }}",
    "{{ 'x' * 10**9 }}",
    "{{ 9**9**9 }}",
    "{{ title | center(10**9) }}",
    "{% for x in technologies %}{{ x }}{% endfor %}",
    "{% include '../../etc/passwd' %}",
    "{% import 'x' as y %}",
    "{% extends 'x' %}",
    "{% set x = 1 %}",
    "{% macro x() %}{% endmacro %}",
    "{{ range(10**9) }}",
    "{{ self }}",
    "{{ " + "(" * 5000 + "title",
    "{% if title %}" * 200 + "x" + "{% endif %}" * 200,
    "{{ title",
    "{% if title %}",
    "x" * 30_000 + "{{ title }}",
)


def template(body: str) -> str:
    quoted = body.replace("'", "''")
    return f"order: [note]\nsections:\n  note: {{body: '{quoted}'}}\n"


def note(body: str, role: str = "") -> str:
    (only,) = section(role, template(body)).blocks
    assert isinstance(only, Paragraph)
    return plain(only.inlines)


def problems(body: str) -> tuple[Problem, ...]:
    return template_problems(template(body))


def template_problems(text: str) -> tuple[Problem, ...]:
    return tuple(wording_problems(read_yaml(text.encode(), "template.yaml")))


def test_a_field_is_filled_in() -> None:
    assert note("Join us as {{ title }}.") == "Join us as Clerk."


def test_a_title_is_filled_in() -> None:
    written = "order: [lead]\nsections: {lead: {title: 'A {{ title }}'}}"
    assert section("summary: x", written).title == Text("A Clerk")


def test_a_plain_value_is_not_read_as_markup() -> None:
    assert note("{{ level }}", 'level: "C* and *Go* <b>"') == "C* and *Go* <b>"


def test_a_markdown_value_comes_as_it_was_parsed() -> None:
    (only,) = section("summary: See [us](https://a.b) *now*", template("**{{ summary }}**")).blocks
    assert isinstance(only, Paragraph)
    (strong,) = only.inlines
    assert strong == Strong(
        (
            Text("See "),
            Link((Text("us"),), "https://a.b"),
            Text(" "),
            Emphasis((Text("now"),)),
        )
    )


def test_a_list_is_joined() -> None:
    assert note("{{ technologies }}", "technologies: [A, B]") == "A, B"


def test_fields_are_filled_in_within_lists() -> None:
    (only,) = section("", template("- {{ title }}\n\n  - {{ title }}")).blocks
    assert isinstance(only, List)


def test_a_field_without_a_value_hides_its_section() -> None:
    assert sections("", template("Reports to {{ reports_to }}.")) == ()
    assert sections("", "order: [lead]\nsections: {lead: {title: 'For {{ level }}'}}") == ()


def test_a_condition_asks_for_a_value_without_hiding() -> None:
    body = "{% if manages %}Leads {{ manages }}.{% else %}Leads nobody.{% endif %}"
    assert note(body) == "Leads nobody."
    assert note(body, "manages: two people") == "Leads two people."


def test_a_condition_compares() -> None:
    body = "{% if level == 'Senior' %}Much{% else %}Some{% endif %} experience"
    assert note(body, "level: Senior") == "Much experience"
    assert note(body, "level: Junior") == "Some experience"


@pytest.mark.parametrize(
    ("filtered", "expected"),
    [
        ("{{ title | upper }}", "CLERK"),
        ("{{ title | lower }}", "clerk"),
        ("{{ 'one' | capitalize }}", "One"),
        ("{{ level | default('any') }}", "any"),
        ("{{ level | upper | default('any') }}", "any"),
        ("{{ '2026-12-01' | date }}", "December 1, 2026"),
        ("{{ 'soon' | date }}", "soon"),
        ("{{ 12500 | number }}", "12,500"),
        ("{{ '52000' | money('EUR') }}", "€52,000"),
        ("{{ '52000' | money('x') }}", "52000"),
        ("{{ 9 | plural(one='week', other='weeks') }}", "weeks"),
        ("{{ 1 | plural(one='week', other='weeks') }}", "week"),
    ],
)
def test_filters_change_values(filtered: str, expected: str) -> None:
    assert note(filtered) == expected


def test_a_list_can_be_joined_as_prose_does() -> None:
    assert note("{{ technologies | list }}", "technologies: [A, B, C]") == "A, B, and C"


def test_a_changed_value_keeps_its_language() -> None:
    foreign = PlainText("groß", PLACE, "de")
    filler = Filler({"level": foreign}, labels("en"))
    (only,) = filler.blocks(BodyWording("{{ level | upper }}", PLACE)) or ()
    assert isinstance(only, Paragraph)
    assert only.inlines == (Text("GROSS", "de"),)


def test_when_hides_a_section_without_the_field() -> None:
    written = "order: [note]\nsections: {note: {body: Travels, when: travel}}"
    assert sections("", written) == ()
    assert len(sections("travel: much", written)) == 1


def test_braces_in_a_role_are_no_wording() -> None:
    (only,) = posting("summary: '{{ title }} {% x %}'", "order: [lead]").sections
    assert only.blocks == (Paragraph((Text("{{ title }} {% x %}"),), "lead"),)


def test_an_unknown_field_is_told_at_its_place_with_a_suggestion() -> None:
    (problem,) = problems("Join as {{ titel }}")
    assert problem.message == "There is no field “titel”."
    assert problem.hint == "Did you mean “title”?"
    assert str(problem.place) == "template.yaml:3:28"


def test_a_field_in_a_block_of_text_is_told_at_its_own_line() -> None:
    written = "order: [note]\nsections:\n  note:\n    body: |\n      One\n\n      {{ titel }}\n"
    (problem,) = template_problems(written)
    assert str(problem.place) == "template.yaml:7:1"


def test_wording_that_no_order_shows_is_checked_too() -> None:
    written = "order: [lead]\nsections: {note: {body: '{{ titel }}', when: levle}}"
    assert len(template_problems(written)) == 2


@pytest.mark.parametrize("body", HOSTILE, ids=lambda body: body[:40])
def test_what_could_hurt_is_refused(body: str) -> None:
    assert problems(body)


def test_the_filters_that_are_allowed_are_those_that_there_are() -> None:
    assert tuple(filters.FILTERS) == FILTERS
