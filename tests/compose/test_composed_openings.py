"""A dated opening: its facts, how to apply, what it says in its role's place, what is in common."""

from collections.abc import Iterator
from dataclasses import fields
from datetime import date
from decimal import Decimal

import pytest
from making import made, role

from postingkit.compose import Openings, formatting, languages, translated_role
from postingkit.compose.labels import labels
from postingkit.compose.opening import order_of
from postingkit.document import (
    Callout,
    Document,
    Fact,
    Facts,
    Figure,
    Link,
    Paragraph,
    Section,
    for_format,
    lines,
    plain,
    texts,
)
from postingkit.model.opening import Opening
from postingkit.model.organization import Organization
from postingkit.model.project import LanguageSettings
from postingkit.model.reading import read_yaml
from postingkit.model.template import Template
from postingkit.vacancy import Application, Area, Contact, Employer, Location, Pay, Vacancy

ROLE = """\
level: Senior
travel: Much
summary: Keeps files.
responsibilities: [Filing]
benefits: [Tea]
technologies: [SAP]
occupation: {isco: "4415"}
"""
FULL = """\
role: clerk
requisition: C-1
locations:
  - {street: High Street 1, postal_code: "10115", city: Berlin, region: Land Berlin, country: DE}
  - {city: Austin, region: TX, postal_code: "78701", country: US}
workplace: hybrid
eligible: [AT, {country: US, region: New York}]
employment_types: [full_time, intern]
pay:
  {min: 1000, max: 1200.5, currency: EUR, period: month, kind: tipped, extras: A car, agreement: TV}
benefits: ["**Coffee**, [free](https://example.org/coffee)"]
posted: 2026-11-01
updated: 2026-11-10
closes: 2026-12-15
starts: 2027-02-01
duration: 2 years
hours: 40 a week
vacancies: 2
apply:
  {url: "https://example.org/apply", email: jobs@example.org, instructions: Send *all*., direct: 1}
contact: {name: Ada, email: ada@example.org, phone: +49 (0)30 12-34}
education: bachelor_degree
experience_months: 18
experience_instead_of_education: true
clearance: Level 2
travel: None
"""
EMPLOYER = "{name: Us, url: 'https://example.org', logo_url: 'https://example.org/logo.png'}"
ADDRESS = "https://example.org/apply"
ORDER = "order: [lead, facts, responsibilities, benefits, apply, apply-code]"


def opening(text: str = "", id_: str = "a") -> Opening:
    written = text if "role:" in text else f"role: clerk\n{text}"
    return Opening.of(id_, read_yaml(written.encode(), "opening.yaml"))


def posted(
    text: str = "", template: str = ORDER, role_text: str = ROLE, language: str = "en"
) -> Document:
    employer = made(Organization, EMPLOYER)
    openings = Openings(role(role_text), employer)
    url = "https://example.org/a.html"
    return openings.compose(opening(text), made(Template, template), language, url=url, code=True)


def vacancy(document: Document) -> Vacancy:
    assert document.meta.vacancy
    return document.meta.vacancy


def section(document: Document, key: str) -> Section:
    return next(section for section in document.sections if section.key == key)


def keys(document: Document) -> list[str]:
    return [section.key for section in document.sections]


def facts(document: Document, key: str = "facts") -> dict[str, str]:
    return {
        plain(fact.name): " | ".join(value(fact))
        for block in section(document, key).blocks
        if isinstance(block, Facts)
        for fact in block.facts
    }


def value(fact: Fact) -> Iterator[str]:
    for block in fact.value:
        assert isinstance(block, Paragraph)
        yield from lines(block.inlines)


# What an opening says


def test_the_facts_are_the_openings_and_the_roles() -> None:
    assert facts(posted(FULL)) == {
        "Location": "High Street 1, 10115 Berlin, Land Berlin, Germany"
        " | Austin, TX 78701, United States",
        "Workplace": "Hybrid: partly on site, partly from home",
        "Open to applicants in": "Austria | New York, United States",
        "Employment type": "Full-time, Internship",
        "Pay": "€1,000–€1,200.50 a month | Plus tips | A car | Collective agreement: TV",
        "Working hours": "40 a week",
        "Start": "February 1, 2027",
        "Duration": "2 years",
        "Apply by": "December 15, 2026",
        "Open positions": "2",
        "Level": "Senior",
        "Travel": "None",
        "Education": "Bachelor’s degree",
        "Experience": "At least 18 months | Relevant experience may replace formal education.",
        "Security clearance": "Level 2",
        "Employer": "Us",
        "Posted": "November 1, 2026",
        "Updated": "November 10, 2026",
        "Job ID": "C-1",
    }


def test_an_opening_that_says_little_has_few_facts() -> None:
    assert facts(posted("", role_text="")) == {
        "Workplace": "On site",
        "Employer": "Us",
        "Job ID": "a",
    }


def test_how_to_apply_has_its_instructions_ways_last_day_and_whom_to_ask() -> None:
    apply = section(posted(FULL), "apply")
    instructions, listed = apply.blocks
    assert isinstance(instructions, Paragraph)
    assert isinstance(listed, Facts)
    assert plain(instructions.inlines) == "Send all."
    assert facts(posted(FULL), "apply") == {
        "Apply online": "https://example.org/apply",
        "Apply by e-mail": "jobs@example.org",
        "Apply by": "December 15, 2026",
        "Contact": "Ada | ada@example.org | +49 (0)30 12-34",
    }
    assert list(targets(listed)) == [
        "https://example.org/apply",
        "mailto:jobs@example.org",
        "mailto:ada@example.org",
        "tel:+493012-34".replace("-", ""),
    ]


def targets(listed: Facts) -> Iterator[str]:
    for fact in listed.facts:
        for block in fact.value:
            assert isinstance(block, Paragraph)
            yield from (each.target for each in block.inlines if isinstance(each, Link))


def test_a_number_without_a_countrys_prefix_is_no_link() -> None:
    (listed,) = section(posted("contact: {phone: 030 1234}"), "apply").blocks
    assert isinstance(listed, Facts)
    assert list(targets(listed)) == []


def test_the_code_to_apply_stands_on_paper_alone() -> None:
    document = posted(FULL)
    (figure,) = section(document, "apply-code").blocks
    assert isinstance(figure, Figure)
    assert (figure.link, figure.alternative) == (
        "https://example.org/apply",
        "QR code that leads to https://example.org/apply",
    )
    having = [name for name in ("docx", "html", "md", "pdf") if coded(for_format(document, name))]
    assert having == ["docx", "pdf"]


def coded(document: Document) -> bool:
    return "apply-code" in keys(document)


@pytest.mark.parametrize(
    "text", ["apply: {email: a@b.de}", f"apply: {{url: 'https://a.de/{'b' * 900}'}}"]
)
def test_without_an_address_that_fits_there_is_no_code(text: str) -> None:
    assert not coded(posted(text))


def test_a_template_can_show_the_code_elsewhere_or_not_at_all() -> None:
    everywhere = posted(FULL, f"{ORDER}\nsections: {{apply-code: {{only: [html]}}}}")
    assert section(everywhere, "apply-code").only == {"html"}
    assert not coded(posted(FULL, "order: [facts, apply]"))


def test_a_closed_opening_says_so_first_and_not_how_to_apply() -> None:
    document = posted(f"{FULL}status: closed\n")
    first = document.sections[0]
    (callout,) = first.blocks
    assert isinstance(callout, Callout)
    assert list(texts(document))[1] == "This position is no longer open for applications."
    assert not {"apply", "apply-code"} & set(keys(document))
    assert vacancy(document).status == "closed"
    assert vacancy(document).apply == Application()
    assert vacancy(document).contact == Contact()


# The vacancy


def test_the_vacancy_holds_every_public_fact() -> None:
    found = vacancy(posted(FULL))
    assert found == Vacancy(
        "a",
        "C-1",
        "clerk",
        "Clerk",
        "en",
        Employer("Us", "https://example.org", "https://example.org/logo.png"),
        locations=(
            Location("DE", "Land Berlin", "Berlin", "10115", "High Street 1"),
            Location("US", "TX", "Austin", "78701"),
        ),
        workplace="hybrid",
        eligible=(Area("AT", "", "Austria"), Area("US", "New York", "New York, United States")),
        employment_types=("full_time", "intern"),
        pay=Pay(
            Decimal(1000),
            Decimal("1200.5"),
            "EUR",
            "month",
            "€1,000–€1,200.50 a month",
            "tipped",
            "A car",
            "TV",
        ),
        benefits=("Coffee, free",),
        posted=date(2026, 11, 1),
        updated=date(2026, 11, 10),
        closes=date(2026, 12, 15),
        starts=date(2027, 2, 1),
        duration="2 years",
        hours="40 a week",
        vacancies=2,
        apply=Application(
            "https://example.org/apply", "jobs@example.org", "Send all.", direct=True
        ),
        contact=Contact("Ada", "ada@example.org", "+49 (0)30 12-34"),
        education="bachelor_degree",
        experience=18,
        experience_instead=True,
        clearance="Level 2",
        travel="None",
        url="https://example.org/a.html",
        occupation=(("isco", "4415"),),
        place=found.place,
        places=found.places,
    )


def test_the_vacancy_knows_where_its_values_are_written() -> None:
    places = dict(vacancy(posted(FULL)).places)
    assert str(places["pay.min"]) == "opening.yaml:10:9"
    assert str(places["locations[2].city"]) == "opening.yaml:5:12"


NOT_FOR_READERS = {"id", "role", "language", "department", "url", "occupation", "place", "places"}
"""What identifies an opening to programs, or says where it is written."""
IN_WORDS = {
    "workplace": "Hybrid",
    "employment_types": "Internship",
    "education": "Bachelor’s degree",
    "experience": "18 months",
    "experience_instead": "may replace",
    "posted": "November 1, 2026",
    "updated": "November 10, 2026",
    "closes": "December 15, 2026",
    "starts": "February 1, 2027",
}


@pytest.mark.parametrize(
    "template", [ORDER, "order: [lead]", "order: [equal-opportunity, about, lead]"]
)
@pytest.mark.parametrize(
    "name", [field.name for field in fields(Vacancy) if field.name not in NOT_FOR_READERS]
)
def test_what_the_vacancy_holds_is_shown_whatever_the_templates_order(
    name: str, template: str
) -> None:
    document = posted(FULL, template)
    shown = "\n".join(texts(document))
    held = getattr(vacancy(document), name)
    said = [IN_WORDS[name]] if name in IN_WORDS else list(words(held))
    assert [text for text in said if text not in shown] == []


def words(held: object) -> Iterator[str]:
    """Give the texts in a value of a vacancy that are to be read."""
    match held:
        case Pay():
            yield from (held.shown, held.extras, held.agreement)
        case Location():
            yield from (held.region, held.city, held.postal_code, held.street)
        case Area():
            yield held.name
        case Employer():
            yield held.name
        case Application():
            yield from (held.url, held.email, held.instructions)
        case Contact():
            yield from (held.name, held.email, held.phone)
        case tuple():
            for each in held:
                yield from words(each)
        case bool() | None | "open":
            return
        case _:
            yield str(held)


# In place of the role


def test_an_openings_benefits_and_travel_stand_in_place_of_the_roles() -> None:
    assert "Tea" in texts(posted())
    assert "Tea" not in texts(posted(FULL))
    assert facts(posted())["Travel"] == "Much"


def test_what_an_opening_overrides_is_shown_and_the_rest_is_the_roles() -> None:
    shown = list(texts(posted("overrides: {title: Head Clerk, responsibilities: [Leading]}")))
    assert shown[0] == "Head Clerk"
    assert "Leading" in shown
    assert "Filing" not in shown
    assert "Keeps files." in shown


def test_the_title_has_its_languages_suffix_and_the_vacancy_has_none() -> None:
    settings = made(LanguageSettings, "title_suffix: (m/w/d)")
    openings = Openings(role(ROLE), made(Organization, ""), settings)
    template = made(Template, ORDER)
    document = openings.compose(opening(), template, "de", code=False)
    assert document.meta.title.text == "Clerk (m/w/d)"
    assert vacancy(document).title == "Clerk"
    assert document.meta.fields["title"] == "Clerk (m/w/d)"


def test_one_composer_serves_openings_in_any_order() -> None:
    openings = Openings(role(ROLE), made(Organization, EMPLOYER))
    template = made(Template, f"{ORDER}\nsections: {{lead: {{intro: 'As {{{{ title }}}}:'}}}}")
    given = [opening("overrides: {title: B, summary: Other.}"), opening(FULL), opening("hours: 1")]
    alone = [
        Openings(role(ROLE), made(Organization, EMPLOYER)).compose(each, template, "en", code=True)
        for each in given
    ]
    together = [openings.compose(each, template, "en", code=True) for each in given]
    assert together == alone
    assert openings.compose(given[0], template, "de", code=True).meta.language == "de"


# Where it stands


@pytest.mark.parametrize(
    ("order", "expected"),
    [
        ("lead, about", "lead, facts, about, benefits, apply, apply-code"),
        (
            "about, equal-opportunity",
            "facts, about, benefits, apply, apply-code, equal-opportunity",
        ),
        ("apply, facts, lead", "apply, facts, lead, benefits"),
    ],
)
def test_what_is_needed_is_added_to_an_order_without_it(order: str, expected: str) -> None:
    assert ", ".join(order_of(made(Template, f"order: [{order}]"))) == expected


# Wording


@pytest.mark.parametrize(
    ("wording", "shown"),
    [
        ("{{ closes }}", "December 15, 2026"),
        ("{{ closes | date }}", "December 15, 2026"),
        ("{{ pay }}", "€1,000–€1,200.50 a month"),
        ("{{ pay_min | money(currency) }}", "€1,000"),
        ("{{ places | list }}", "Berlin, Germany and Austin, United States"),
        (
            "{{ eligible }} {{ workplace }}",
            "Austria, New York, United States Hybrid: partly on site, partly from home",
        ),
        ("{% if workplace == 'hybrid' %}Yes{% endif %}", "Yes"),
        ("{{ vacancies | plural(one='job', other='jobs') }}", "jobs"),
        ("{{ requisition }} {{ apply }} {{ contact }}", "C-1 https://example.org/apply Ada"),
        ("{{ starts }} {{ posted }} {{ travel }}", "February 1, 2027 November 1, 2026 None"),
    ],
)
def test_wording_knows_the_openings_fields(wording: str, shown: str) -> None:
    template = f'order: [a]\nsections: {{a: {{body: "{wording}"}}}}'
    (said,) = section(posted(FULL, template), "a").blocks
    assert isinstance(said, Paragraph)
    assert plain(said.inlines) == shown


def test_wording_about_an_opening_is_hidden_where_it_says_nothing_of_it() -> None:
    template = "order: [lead, a]\nsections: {a: {body: 'Until {{ closes }}.'}}"
    assert "a" not in keys(posted("", template))
    assert "a" in keys(posted("closes: rolling", template))


def test_stationery_finds_the_openings_fields_as_plain_text() -> None:
    found = posted(FULL).meta.fields
    assert (found["closes"], found["pay_min"]) == ("December 15, 2026", "1,000")
    assert posted().meta.fields["closes"] == ""


# Languages


@pytest.mark.parametrize("language", languages())
def test_an_opening_is_in_the_words_of_its_language(language: str) -> None:
    document = posted(
        f"{FULL}closes: rolling\n".replace("closes: 2026-12-15\n", ""), language=language
    )
    words_ = labels(language)
    shown = facts(document)
    assert shown[words_.facts["closes"]] == words_.phrases["rolling"]
    assert formatting.months(18, language) in shown[words_.facts["experience"]]
    assert vacancy(document).pay
    assert "{" not in "".join(texts(document))


@pytest.mark.parametrize(
    ("language", "pay", "shown"),
    [
        (
            "de",
            "{min: 65000, max: 80000, currency: EUR, period: year}",
            "65.000\xa0€ – 80.000\xa0€ pro Jahr",
        ),
        ("en", "{amount: 24.5, currency: USD, period: hour}", "$24.50 an hour"),
        ("fr", "{min: 2000, currency: EUR, period: month}", "à partir de 2\u202f000\xa0€ par mois"),
        ("ja", "{max: 6000000, currency: JPY, period: year}", "年収 最大￥6,000,000"),
    ],
)
def test_pay_is_written_as_its_language_does(language: str, pay: str, shown: str) -> None:
    found = vacancy(posted(f"pay: {pay}", language=language)).pay
    assert found
    assert found.shown == shown


def test_an_address_in_japan_begins_with_the_largest_part_in_japanese() -> None:
    parts = "country: JP, region: 東京都, city: 千代田区, street: 1-1, postal_code: 100-0001"
    text = f"locations: [{{{parts}}}]"
    assert facts(posted(text, language="ja"))["勤務地"] == "日本 100-0001 東京都千代田区1-1"


def test_texts_of_a_role_in_another_language_are_marked_and_the_openings_are_not() -> None:
    german = translated_role(role(ROLE), "en", "de").value
    openings = Openings(german, made(Organization, ""))
    document = openings.compose(
        opening("benefits: [Kaffee]"), made(Template, ORDER), "de", code=False
    )
    languages_ = {text.key: str(text.blocks) for text in document.sections}
    assert "language='en'" in languages_["lead"]
    assert "language='en'" not in languages_["benefits"]
