"""The sections of a posting: which, in which order, under which heading, for which formats."""

import pytest
from making import posting, section, sections, shipped

from postingkit.document import (
    Callout,
    Emphasis,
    Fact,
    Facts,
    List,
    ListItem,
    Paragraph,
    Strong,
    Text,
    for_format,
)
from postingkit.model.template import SOURCES
from postingkit.testing import bullets, numbers, paragraph

FULL = """\
level: Senior
reports_to: Head
manages: Two
works_with: [Sales, R&D]
travel: None
summary: The *lead*.
responsibilities: [A]
qualifications: [B]
technologies: [Python, C*]
physical_demands: "- Sitting"
performance_indicators: ["*C*"]
benefits: [D]
hiring_process: [E, F]
eligibility: [G]
sections: [{heading: A Day, body: "H\\n\\n1. I"}, {heading: B, body: J}]
"""
EMPLOYER = "{name: Us, about: 'We **are**.', statements: {equal-opportunity: All.}}"


def test_each_source_has_its_heading_and_its_blocks() -> None:
    found = {
        each.key: (each.title.text if each.title else None, each.blocks)
        for each in sections(FULL, f"order: [{', '.join(SOURCES)}]", EMPLOYER)
    }
    assert found == {
        "lead": (
            "Main Role",
            (Paragraph((Text("The "), Emphasis((Text("lead"),)), Text(".")), "lead"),),
        ),
        "facts": (
            "At a Glance",
            (
                Facts(
                    tuple(
                        Fact((Text(name),), (paragraph(value),))
                        for name, value in (
                            ("Level", "Senior"),
                            ("Reports to", "Head"),
                            ("Manages", "Two"),
                            ("Travel", "None"),
                            ("Works with", "Sales, R&D"),
                        )
                    )
                ),
            ),
        ),
        "responsibilities": ("Key Responsibilities", (numbers("A"),)),
        "qualifications": ("Qualifications", (bullets("B"),)),
        "technologies": ("Technologies", (paragraph("Python, C*"),)),
        "benefits": ("What We Offer", (bullets("D"),)),
        "performance": (
            "How Success Is Measured",
            (List((ListItem((Paragraph((Emphasis((Text("C"),)),)),)),)),),
        ),
        "physical-demands": ("Physical Demands", (bullets("Sitting"),)),
        "eligibility": ("Eligibility", (bullets("G"),)),
        "process": ("Hiring Process", (numbers("E", "F"),)),
        "section-1": ("A Day", (paragraph("H"), numbers("I"))),
        "section-2": ("B", (paragraph("J"),)),
        "about": (
            "About Us",
            (Paragraph((Text("We "), Strong((Text("are"),)), Text("."))),),
        ),
        "equal-opportunity": (
            "Equal Opportunity",
            (Callout((paragraph("All."),), "equal-opportunity"),),
        ),
    }


def test_every_source_is_shown_in_the_shipped_template() -> None:
    assert sorted(shipped()) == sorted(SOURCES)


def test_the_order_is_the_templates_and_what_is_not_in_it_is_not_shown() -> None:
    found = sections(FULL, "order: [technologies, lead, sections, benefits]")
    assert [each.key for each in found] == [
        "technologies",
        "lead",
        "section-1",
        "section-2",
        "benefits",
    ]


@pytest.mark.parametrize("key", SOURCES)
def test_a_section_without_content_falls_away_with_its_wording(key: str) -> None:
    template = f"order: [{key}]\nsections: {{{key}: {{intro: A, outro: B}}}}"
    assert sections("", template) == ()


def test_an_only_titled_role_is_a_document_without_sections() -> None:
    assert sections("", f"order: [{', '.join(SOURCES)}]") == ()


def test_wording_stands_around_what_the_section_shows() -> None:
    template = "order: [benefits]\nsections: {benefits: {intro: '*A*', body: B, outro: '- C'}}"
    assert section("benefits: [D]", template).blocks == (
        Paragraph((Emphasis((Text("A"),)),)),
        bullets("D"),
        paragraph("B"),
        bullets("C"),
    )


def test_a_template_has_sections_of_its_own() -> None:
    template = """
order: [ours, benefits]
sections: {ours: {title: 'Our *Way*', body: A}, benefits: {body: B}}
"""
    ours, benefits = sections("", template)
    assert (ours.key, ours.title, ours.blocks) == ("ours", Text("Our *Way*"), (paragraph("A"),))
    assert (benefits.title, benefits.blocks) == (Text("What We Offer"), (paragraph("B"),))


def test_a_section_of_the_templates_own_needs_no_heading() -> None:
    assert section("", "order: [ours]\nsections: {ours: {body: A}}").title is None


def test_a_heading_can_be_worded_or_hidden() -> None:
    template = "order: [benefits]\nsections: {benefits: {title: 'Perks & more'}}"
    assert section("benefits: [A]", template).title == Text("Perks & more")
    hidden = template.replace("title:", "heading: hidden, title:")
    assert section("benefits: [A]", hidden).title is None


def test_the_headings_of_all_the_roles_own_sections_can_be_hidden() -> None:
    template = "order: [sections]\nsections: {sections: {heading: hidden}}"
    assert section("sections: [{heading: A, body: B}]", template).title is None


def test_a_section_may_be_for_some_formats_or_for_all_but_some() -> None:
    template = """
order: [benefits, eligibility, sections]
sections: {benefits: {only: [pdf, html]}, eligibility: {except: [pdf]}, sections: {only: [md]}}
"""
    document = posting(FULL, template)
    shown = {
        name: [each.key for each in for_format(document, name).sections]
        for name in ("pdf", "html", "docx", "md")
    }
    assert shown == {
        "pdf": ["benefits"],
        "html": ["benefits", "eligibility"],
        "docx": ["eligibility"],
        "md": ["eligibility", "section-1", "section-2"],
    }


def test_technologies_are_a_sentence_unless_a_list_is_asked_for() -> None:
    template = "order: [technologies]\nsections: {technologies: {as: list}}"
    assert section("technologies: [A, B]", template).blocks == (bullets("A", "B"),)


def test_a_roles_text_is_never_a_template() -> None:
    text = "{{ title }} {% raw %} ${title} %(title)s"
    assert section(f"benefits: ['{text}']", "order: [benefits]").blocks == (bullets(text),)
