import json
import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from golden import check
from hypothesis import example, given, settings
from hypothesis import strategies as st
from lxml import html
from posted_vacancies import (
    AMOUNT,
    AUSTRIA,
    BERLIN,
    COMMISSION,
    FROM,
    GERMANY,
    MICHIGAN,
    RANGE,
    TOTAL,
    UP_TO,
    VACANCY,
    VIENNA,
    opening,
    page_of,
)

from postingkit.document import (
    Block,
    Document,
    Fact,
    Facts,
    LineBreak,
    Meta,
    Paragraph,
    Section,
    Text,
    for_format,
    texts,
)
from postingkit.exporters.html import HtmlExporter
from postingkit.exporters.html.description import describe
from postingkit.exporters.html.structured_data import job_posting
from postingkit.exporters.interface import NoOptions
from postingkit.look import Look
from postingkit.testing import SAMPLES, bullets, every_kind, paragraph, words
from postingkit.vacancy import Application, Area, Contact, Employer, Location, Pay

UNSEEN_TYPES = {"url", "sameAs", "logo", "@context", "@type"}
MACHINE_WORDS = {
    "unitText",
    "currency",
    "addressCountry",
    "credentialCategory",
    "employmentType",
    "jobLocationType",
    "datePosted",
    "validThrough",
    "jobStartDate",
    "occupationalCategory",
}
"""Properties whose values are words for machines; the page says the same in words for people."""


def tree(document: Document) -> html.HtmlElement:
    make = HtmlExporter().prepare(Look(), NoOptions())
    return html.document_fromstring(make(document).data.decode())


def data(document: Document) -> dict[str, Any]:
    """Read the page of *document* with a parser of HTML, and its data with one of JSON."""
    (script,) = tree(document).xpath("//script")
    assert script.get("type") == "application/ld+json"
    found: dict[str, Any] = json.loads(script.text)
    return found


def described(*blocks: Block) -> str:
    return describe(Document(Meta("posting", Text("Title")), (Section("x", None, blocks),)))


def strings(value: Any, name: str = "") -> Iterator[tuple[str, str]]:
    """Yield every text in *value* with the name of the property that holds it."""
    match value:
        case str():
            yield name, value
        case dict():
            for inner, held in value.items():
                yield from strings(held, name if name in MACHINE_WORDS else inner)
        case list():
            for held in value:
                yield from strings(held, name)
        case _:
            pass


def text_of(markup: str) -> str:
    return "".join(map(str, html.fromstring(f"<div>{markup.replace('<', ' <')}</div>").itertext()))


def test_the_data_is_the_golden_one() -> None:
    text = json.dumps(data(opening()), indent=2, ensure_ascii=False)
    check("html_job_posting.json", f"{text}\n")


class TestWhichPagesHaveIt:
    @pytest.mark.parametrize("name", SAMPLES)
    def test_a_page_without_a_vacancy_has_none(self, name: str) -> None:
        assert job_posting(SAMPLES[name]()) is None
        assert not tree(SAMPLES[name]()).xpath("//script")

    def test_a_page_of_a_closed_vacancy_has_none(self) -> None:
        assert job_posting(opening(status="closed")) is None
        assert not tree(opening(status="closed")).xpath("//script")

    def test_a_page_of_an_open_one_has_one(self) -> None:
        assert data(opening())["@type"] == "JobPosting"

    def test_equal_documents_have_equal_data(self) -> None:
        assert job_posting(opening()) == job_posting(opening())


class TestGooglesTable:
    def test_what_is_required_is_there(self) -> None:
        found = data(opening())
        assert found["title"] == "Data Engineer"
        assert found["datePosted"] == "2026-11-01"
        assert found["hiringOrganization"] == {
            "@type": "Organization",
            "name": "Example Analytics",
            "sameAs": "https://example.org/",
            "logo": "https://example.org/logo-square.png",
        }
        assert found["description"].startswith("<p>Build the pipelines")

    def test_it_is_valid_to_the_last_second_of_the_closing_day(self) -> None:
        assert data(opening())["validThrough"] == "2026-12-15T23:59:59"
        assert "validThrough" not in data(opening(closes=None, rolling=True))

    def test_the_identifier_is_the_employers(self) -> None:
        assert data(opening())["identifier"] == {
            "@type": "PropertyValue",
            "name": "Example Analytics",
            "value": "DE-2026-014",
        }

    @pytest.mark.parametrize(
        ("kinds", "expected"),
        [
            (("full_time",), "FULL_TIME"),
            (("part_time", "contract"), ["PART_TIME", "CONTRACTOR"]),
            (
                ("temporary", "intern", "volunteer", "per_diem", "other"),
                ["TEMPORARY", "INTERN", "VOLUNTEER", "PER_DIEM", "OTHER"],
            ),
        ],
    )
    def test_employment_types_are_googles(self, kinds: tuple[str, ...], expected: Any) -> None:
        assert data(opening(employment_types=kinds))["employmentType"] == expected

    @pytest.mark.parametrize(
        ("education", "expected"),
        [
            ("none", "no requirements"),
            ("high_school", "high school"),
            ("professional_certificate", "professional certificate"),
            ("associate_degree", "associate degree"),
            ("bachelor_degree", "bachelor degree"),
            ("postgraduate_degree", "postgraduate degree"),
        ],
    )
    def test_education_is_one_of_googles_categories(self, education: str, expected: str) -> None:
        found = data(opening(education=education))["educationRequirements"]
        assert (found if isinstance(found, str) else found["credentialCategory"]) == expected

    def test_experience_is_in_months_or_not_required(self) -> None:
        assert data(opening())["experienceRequirements"]["monthsOfExperience"] == 24
        assert data(opening(experience=0))["experienceRequirements"] == "no requirements"
        assert "experienceRequirements" not in data(opening(experience=None))

    @pytest.mark.parametrize("unknown", [{"education": None}, {"experience": None}])
    def test_experience_instead_of_education_needs_both(self, unknown: dict[str, None]) -> None:
        assert data(opening())["experienceInPlaceOfEducation"] is True
        assert "experienceInPlaceOfEducation" not in data(opening(**unknown))

    @pytest.mark.parametrize(
        ("apply", "expected"),
        [
            (Application("https://example.org/apply"), None),
            (Application("https://example.org/apply", direct=True), True),
            (Application(email="jobs@example.org"), True),
        ],
    )
    def test_a_mail_to_the_employer_applies_directly(
        self, apply: Application, *, expected: bool | None
    ) -> None:
        assert data(opening(apply=apply)).get("directApply") is expected

    def test_further_facts_have_their_properties(self) -> None:
        found = data(opening())
        assert found["totalJobOpenings"] == 2
        assert found["jobStartDate"] == "2027-02-01"
        assert found["employmentUnit"] == {"@type": "Organization", "name": "Data Platform"}
        assert found["workHours"] == "40 hours a week"
        assert found["securityClearanceRequirement"] == "Clearance level Ü2"
        assert found["incentiveCompensation"] == "Bonus up to 10 %"
        assert found["applicationContact"]["telephone"] == "+49 30 123456"
        assert found["occupationalCategory"]["inCodeSet"]["name"] == "O*NET-SOC"
        assert data(opening(starts=None, immediate=True))["jobImmediateStart"] is True

    def test_the_mail_to_apply_to_is_the_contacts_where_it_has_none(self) -> None:
        found = data(opening(contact=Contact("Alex Example")))["applicationContact"]
        assert found["email"] == "jobs@example.org"

    def test_sections_have_their_properties(self) -> None:
        found = data(opening())
        assert found["responsibilities"].splitlines()[2:4] == [
            "Pipelines",
            "Build them, and keep them running.",
        ]
        assert found["qualifications"].splitlines()[1] == "24 months with data in production"
        assert found["skills"] == "Python · SQL · dbt"
        assert found["jobBenefits"] == "30 days of holiday\nA transit pass"

    def test_what_is_not_known_is_left_out(self) -> None:
        bare = replace(
            type(VACANCY)("x", "", "x", "Clerk", "en", Employer("Example")), locations=(BERLIN,)
        )
        assert set(data(page_of(bare))) == {
            *("@context", "@type", "title", "description", "hiringOrganization", "jobLocation"),
            *("responsibilities", "qualifications", "skills"),
        }

    def test_an_address_that_is_none_of_the_web_is_left_out(self) -> None:
        employer = Employer("Example Analytics", "javascript:alert(1)", "file:///etc/passwd")
        found = data(opening(employer=employer, url="javascript:alert(1)"))
        assert set(found["hiringOrganization"]) == {"@type", "name"}
        assert "url" not in found


class TestPlaces:
    def test_an_office_has_its_whole_address(self) -> None:
        assert data(opening())["jobLocation"] == {
            "@type": "Place",
            "address": {
                "@type": "PostalAddress",
                "streetAddress": "Invalidenstraße 44",
                "addressLocality": "Berlin",
                "addressRegion": "Berlin",
                "postalCode": "10115",
                "addressCountry": "DE",
            },
        }

    def test_several_places_are_an_array(self) -> None:
        found = data(opening(locations=(BERLIN, VIENNA)))["jobLocation"]
        assert [one["address"]["addressCountry"] for one in found] == ["DE", "AT"]

    def test_a_place_is_at_least_a_country(self) -> None:
        found = data(opening(locations=(Location("DE"),)))["jobLocation"]["address"]
        assert found == {"@type": "PostalAddress", "addressCountry": "DE"}

    @pytest.mark.parametrize("workplace", ["onsite", "hybrid"])
    def test_no_work_at_a_place_is_marked_as_remote(self, workplace: str) -> None:
        found = data(opening(workplace=workplace, eligible=(GERMANY,)))
        assert "jobLocation" in found
        assert not {"jobLocationType", "applicantLocationRequirements"} & set(found)

    def test_remote_work_from_some_countries_needs_no_place(self) -> None:
        found = data(opening(workplace="remote", locations=(), eligible=(GERMANY, AUSTRIA)))
        assert found["jobLocationType"] == "TELECOMMUTE"
        assert found["applicantLocationRequirements"] == [
            {"@type": "Country", "name": "Germany"},
            {"@type": "Country", "name": "Austria"},
        ]
        assert "jobLocation" not in found

    def test_remote_work_or_an_office_is_open_to_the_offices_country(self) -> None:
        found = data(opening(workplace="remote"))
        assert found["jobLocationType"] == "TELECOMMUTE"
        assert "jobLocation" in found
        assert "applicantLocationRequirements" not in found

    def test_remote_work_or_an_office_can_be_open_to_a_state(self) -> None:
        found = data(opening(workplace="remote", eligible=(MICHIGAN,)))
        assert {"jobLocation", "jobLocationType"} < set(found)
        expected = {"@type": "State", "name": "Michigan, United States"}
        assert found["applicantLocationRequirements"] == expected

    def test_an_area_without_a_name_goes_by_its_codes(self) -> None:
        areas = (Area("US", "MI"), Area("CA"))
        found = data(opening(workplace="remote", eligible=areas))["applicantLocationRequirements"]
        assert [one["name"] for one in found] == ["MI, US", "CA"]


class TestPay:
    @pytest.mark.parametrize(
        ("pay", "expected"),
        [
            (RANGE, {"minValue": 65000, "maxValue": 80000, "unitText": "YEAR"}),
            (AMOUNT, {"value": 21.1, "unitText": "HOUR"}),
            (FROM, {"minValue": 65000, "unitText": "YEAR"}),
            (UP_TO, {"maxValue": 80000, "unitText": "YEAR"}),
            (replace(FROM, kind="tipped"), {"minValue": 65000, "unitText": "YEAR"}),
        ],
    )
    def test_it_is_an_amount_or_a_range(self, pay: Pay, expected: dict[str, Any]) -> None:
        assert data(opening(pay=pay))["baseSalary"] == {
            "@type": "MonetaryAmount",
            "currency": "EUR",
            "value": {"@type": "QuantitativeValue", **expected},
        }

    @pytest.mark.parametrize("period", ["hour", "day", "week", "month", "year"])
    def test_its_unit_is_the_period_in_capitals(self, period: Any) -> None:
        found = data(opening(pay=replace(RANGE, period=period)))
        assert found["baseSalary"]["value"]["unitText"] == period.upper()

    @pytest.mark.parametrize("amount", ["21.10", "0.1", "1E+5", "123456789.01", "15", "2.675"])
    def test_a_number_has_the_digits_of_the_amount(self, amount: str) -> None:
        written = job_posting(opening(pay=replace(AMOUNT, minimum=Decimal(amount), maximum=None)))
        found = re.search(r'"minValue":([^,}]+)', written or "")
        assert found
        assert "e" not in found[1].lower()
        assert Decimal(found[1]) == Decimal(amount)

    @pytest.mark.parametrize(
        "pay", [None, replace(RANGE, minimum=None, maximum=None), COMMISSION, TOTAL]
    )
    def test_without_a_base_in_numbers_there_is_none(self, pay: Pay | None) -> None:
        assert "baseSalary" not in data(opening(pay=pay))

    @pytest.mark.parametrize("amount", ["NaN", "Infinity", "0", "-1"])
    def test_an_amount_that_is_none_is_left_out(self, amount: str) -> None:
        pay = replace(RANGE, minimum=Decimal(amount))
        assert "minValue" not in data(opening(pay=pay))["baseSalary"]["value"]

    def test_pay_by_commission_alone_is_told_as_such(self) -> None:
        found = data(opening(pay=COMMISSION))
        assert found["incentiveCompensation"] == "commission of €65,000 a year or more"


class TestOnlyWhatIsShown:
    @pytest.mark.parametrize(
        "document",
        [
            opening(),
            opening(workplace="remote", eligible=(GERMANY, MICHIGAN), locations=(BERLIN, VIENNA)),
            opening(pay=COMMISSION),
        ],
    )
    def test_the_words_of_every_value_are_on_the_page(self, document: Document) -> None:
        page = {word.lower() for text in texts(document) for word in words(text)}
        for name, value in strings(data(document)):
            if name not in UNSEEN_TYPES | MACHINE_WORDS:
                assert {word.lower() for word in words(text_of(value))} <= page, name

    def test_what_a_template_hides_is_left_out(self) -> None:
        document, hides = opening(), {"facts", "apply", "benefits"}
        hidden = tuple(
            replace(one, hidden_from=frozenset({"html"})) if one.key in hides else one
            for one in document.sections
        )
        found = data(for_format(replace(document, sections=hidden), "html"))
        assert not set(found) & {
            *("baseSalary", "incentiveCompensation", "identifier", "employmentUnit", "workHours"),
            *("securityClearanceRequirement", "applicationContact", "directApply", "jobBenefits"),
        }
        assert found["jobLocation"]["address"] == {
            "@type": "PostalAddress",
            "addressCountry": "DE",
        }

    def test_a_department_that_is_only_a_word_of_the_text_is_not_shown(self) -> None:
        document = opening(department="Data Platform")
        sections = (Section("x", None, (paragraph("Build the Data Platform."),)),)
        assert "employmentUnit" in data(document)
        assert "employmentUnit" not in data(replace(document, sections=sections))

    def test_benefits_outside_their_section_are_found(self) -> None:
        document = opening()
        named = tuple(
            replace(one, key="perks") if one.key == "benefits" else one for one in document.sections
        )
        found = data(replace(document, sections=named))
        assert found["jobBenefits"] == ["30 days of holiday", "A transit pass"]


class TestDescription:
    @pytest.mark.parametrize("name", SAMPLES)
    def test_it_has_the_pages_words_in_their_order(self, name: str) -> None:
        document = SAMPLES[name]()
        _, *below = texts(document)
        assert words(text_of(describe(document))) == words("\n".join(below))

    @pytest.mark.parametrize("name", SAMPLES)
    def test_it_has_only_elements_that_are_kept(self, name: str) -> None:
        found = html.fromstring(f"<div>{describe(SAMPLES[name]())}</div>")
        assert {one.tag for one in found.iterdescendants()} <= {"p", "ul", "li", "br"}
        assert not [one for one in found.iterdescendants() if one.attrib]

    def test_it_is_the_golden_one(self) -> None:
        check("html_description.html", describe(every_kind()).replace("</p>", "</p>\n"))

    def test_a_tables_rows_are_items(self) -> None:
        assert "<ul><li>Pipelines<br>Build them, and keep them running.</li>" in describe(opening())
        assert "<p>Responsibility · What it means</p>" in describe(opening())

    def test_facts_are_items(self) -> None:
        fact = Fact((Text("Level"),), (paragraph("Senior"),))
        assert described(Facts((fact,))) == "<ul><li>Level<br>Senior</li></ul>"

    def test_a_list_in_a_list_goes_on_in_it(self) -> None:
        nested = every_kind().sections[2].blocks[0]
        found = html.fromstring(described(nested)).xpath("//ul[not(.//ul)]/li/text()")
        assert found == ["First", "Nested one", "Nested two", "Second", "Deeper"]

    def test_lines_stay_lines_and_empty_ones_go(self) -> None:
        inlines = (Text("A & B"), LineBreak(), LineBreak(), Text("<C>"))
        assert described(Paragraph(inlines)) == "<p>A &amp; B<br>&lt;C&gt;</p>"

    def test_the_title_again_is_no_description(self) -> None:
        assert described(paragraph("Title")) == ""
        assert described() == ""
        assert described(bullets("Title", "and more"))


class TestHead:
    def test_a_page_with_an_address_of_its_own_says_so(self) -> None:
        root = tree(opening(title='"R&D" <Engineer>'))
        found = {one.get("property"): one.get("content") for one in root.xpath("//meta[@property]")}
        assert found == {
            "og:type": "website",
            "og:title": '"R&D" <Engineer>',
            "og:description": "Build the pipelines that every team relies on.",
            "og:url": VACANCY.url,
        }
        assert root.xpath("//link[@rel='canonical']/@href") == [VACANCY.url]

    @pytest.mark.parametrize("url", ["", "javascript:alert(1)", "jobs/x.html"])
    def test_a_page_without_one_does_not(self, url: str) -> None:
        root = tree(opening(url=url))
        assert not root.xpath("//meta[@property] | //link[@rel='canonical']")

    def test_a_closed_page_keeps_its_address(self) -> None:
        root = tree(opening(status="closed"))
        assert root.xpath("//link[@rel='canonical']/@href") == [VACANCY.url]

    def test_nothing_in_it_is_fetched(self) -> None:
        root = tree(opening())
        assert not root.xpath("//@src[not(starts-with(., 'data:'))]")
        assert set(root.xpath("//link/@rel")) == {"icon", "canonical"}


def hostile(text: str) -> Document:
    pay = replace(RANGE, shown=text, extras=text, currency=text)
    address = f"https://example.org/{text}"
    return opening(
        title=text,
        requisition=text,
        employer=Employer(text, address, address),
        department=text,
        locations=(Location(text, text, text, text, text),),
        workplace="remote",
        eligible=(Area(text, text, text),),
        pay=pay,
        benefits=(text,),
        hours=text,
        apply=Application(address, text, text),
        contact=Contact(text, text, text),
        clearance=text,
        occupation=((text, text),),
        url=address,
        posted=date(2026, 11, 1),
    )


@given(st.text(st.characters(), min_size=1, max_size=40))
@settings(max_examples=60, deadline=None)
@example("</script><script>alert(1)</script>")
@example("<!--<script>")
@example("]]>--></SCRIPT ><img src=x onerror=alert(1)>")
@example('"}\\u003c/script\\u003e{"')
@example("a\u2028b\u2029c\x00\x1f\ud800\ufffe\x85\r\n")
@example("{{ meta }}{% raw %} &lt;/script&gt;")
def test_no_text_ends_the_data_or_breaks_it(text: str) -> None:
    root = tree(hostile(text))
    (script,) = root.xpath("//script")
    assert not re.search("[<>&\u2028\u2029]", script.text)
    found = json.loads(script.text)
    (heading,) = root.xpath("//h1")
    assert found.get("title", "").split() == (heading.text or "").split()
    tags = [one.tag for one in root.xpath("//body//*[not(ancestor-or-self::main)] | //head/*")]
    assert tags.count("script") == 1
    assert tags.count("meta") == len(tree(hostile("plain")).xpath("//meta"))
