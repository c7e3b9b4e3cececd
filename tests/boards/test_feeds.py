"""Feeds: streamed, readable by any parser, with each field where its board looks for it."""

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree
from vacancies import AUSTIN, BERLIN, opening, vacancy

from postingkit.boards import Head, NoFeed, board_names, load_profile, write_feed
from postingkit.boards.characters import REFUSED
from postingkit.boards.references import LONGEST, references
from postingkit.document import Document, Section, Text, texts
from postingkit.testing import SAMPLES, every_kind, only_a_title, paragraph, words
from postingkit.vacancy import Area, Contact, Location, Pay

HEAD = Head("Example & Co", "https://example.org")
FEEDS = tuple(name for name in board_names() if load_profile(name).feed)
JSON = ("greenhouse", "lever")
XML = tuple(name for name in FEEDS if name not in JSON)


def feed(board: str, *documents: Document, as_of: date | None = None) -> bytes:
    return b"".join(write_feed(load_profile(board), documents, HEAD, as_of))


def parsed(board: str, *documents: Document) -> etree._Element:
    return etree.fromstring(feed(board, *documents))


def job(board: str, document: Document) -> dict[str, str]:
    """Give the fields of the first entry."""
    found = next(parsed(board, document).iter("job", "posting"))
    return {str(field.tag): field.text or "" for field in found}


# All boards


@pytest.mark.parametrize("board", XML)
@pytest.mark.parametrize("sample", SAMPLES)
def test_any_document_makes_xml_that_a_parser_reads(board: str, sample: str) -> None:
    root = parsed(board, opening(SAMPLES[sample]()))
    assert words(SAMPLES[sample]().meta.title.text)[0] in words("".join(map(str, root.itertext())))


@pytest.mark.parametrize("board", JSON)
@pytest.mark.parametrize("sample", SAMPLES)
def test_any_document_makes_json_that_a_parser_reads(board: str, sample: str) -> None:
    document = opening(SAMPLES[sample]())
    read = json.loads(feed(board, document))
    (entry,) = read if isinstance(read, list) else read["jobs"]
    found = words(json.dumps(entry, ensure_ascii=False))
    assert set(words("\n".join(texts(document)))) <= set(found) | {"n"}


@pytest.mark.parametrize("board", FEEDS)
def test_a_feed_without_openings_is_a_feed(board: str) -> None:
    data = feed(board, only_a_title())
    assert json.loads(data) is not None if board in JSON else len(etree.fromstring(data)) >= 0


@pytest.mark.parametrize("board", FEEDS)
def test_equal_openings_make_equal_feeds(board: str) -> None:
    assert feed(board, opening()) == feed(board, opening())


@pytest.mark.parametrize("board", XML)
@settings(max_examples=15, deadline=None)
@given(text=st.text(st.characters(exclude_categories=()), min_size=1))
def test_any_text_survives_in_any_field(board: str, text: str) -> None:
    hostile = f"]]>{text}<![CDATA[&amp;"
    document = replace(
        opening(every_kind(), locations=(Location("DE", city=hostile),)),
        sections=(Section("a", Text(hostile), (paragraph(hostile),)),),
    )
    document = replace(document, meta=replace(document.meta, title=Text(hostile)))
    fields = job(board, document)
    title = fields.get("title") or fields.get("name") or fields["job_title"]
    wanted = REFUSED.sub("", hostile).replace("\r\n", "\n").replace("\r", "\n")
    assert title == wanted


def test_documents_are_taken_one_by_one() -> None:
    taken: list[int] = []

    def endless() -> Iterator[Document]:
        number = 0
        while True:
            taken.append(number)
            number += 1
            yield opening(id=f"de-{number}")

    parts = write_feed(load_profile("indeed"), endless(), HEAD)
    for _ in range(4):
        next(parts)
    assert len(taken) <= 4


def test_what_is_closed_or_past_is_left_out() -> None:
    closed, past = opening(status="closed"), opening(closes=date(2026, 11, 20))
    assert b"<job>" not in feed("indeed", closed)
    assert b"<job>" in feed("indeed", past)
    assert b"<job>" not in feed("indeed", past, as_of=date(2026, 11, 21))
    assert b"<job>" in feed("indeed", past, as_of=date(2026, 11, 20))


def test_a_board_without_a_feed_says_so() -> None:
    with pytest.raises(NoFeed, match="Google for Jobs takes no feed"):
        feed("google")


# References


def test_each_place_has_a_number_of_its_own_that_no_order_changes() -> None:
    one = dict(references(vacancy(locations=(BERLIN, AUSTIN))))
    other = dict(references(vacancy(locations=(AUSTIN, BERLIN))))
    assert one == other
    assert list(one) == ["de-2026.de.berlin.berlin", "de-2026.us.tx.austin"]


def test_equal_places_are_numbered_apart() -> None:
    found = [number for number, _ in references(vacancy(locations=(BERLIN, BERLIN)))]
    assert len(set(found)) == 2


def test_a_long_number_is_cut_and_stays_different() -> None:
    places = (Location("DE", city="a" * 90), Location("DE", city="a" * 91))
    found = [number for number, _ in references(vacancy(locations=places))]
    assert len(set(found)) == 2
    assert max(map(len, found)) <= LONGEST


# Indeed


def test_indeed_gets_each_field_in_its_form() -> None:
    found = job("indeed", opening())
    found.pop("description")
    assert found == {
        "title": "Every Kind & <All>",
        "date": "2026-11-01T00:00:00Z",
        "referencenumber": "de-2026.de.berlin.berlin",
        "requisitionid": "DE-2026-014",
        "url": "https://example.org/jobs/de-2026.html?source=Indeed",
        "company": "Example & Co",
        "sourcename": "Example & Co",
        "city": "Berlin",
        "state": "Berlin",
        "country": "DE",
        "postalcode": "10115",
        "streetaddress": "Beispielweg 1",
        "email": "jobs@example.org",
        "salary": "€65000 - €80000 per year",
        "education": "Bachelors",
        "jobtype": "fulltime",
        "category": "Data",
        "experience": "2.5+ years",
        "expirationdate": "2026-12-15",
        "remotetype": "Hybrid remote",
        "lastactivitydate": "2026-11-10T00:00:00Z",
    }


@pytest.mark.parametrize(
    ("minimum", "maximum", "currency", "expected"),
    [
        (Decimal(50_000), Decimal(50_000), "USD", "$50000 per hour"),
        (Decimal("10.50"), Decimal(20), "USD", "$10.5 - $20 per hour"),
        (Decimal(50_000), None, "CHF", "CHF 50000+ per hour"),
        (None, Decimal("1E+2"), "USD", "$0 - $100 per hour"),
    ],
)
def test_pay_is_written_without_commas(
    minimum: Decimal | None, maximum: Decimal | None, currency: str, expected: str
) -> None:
    pay = Pay(minimum, maximum, currency, "hour", "…")
    assert job("indeed", opening(pay=pay))["salary"] == expected


def test_an_opening_in_two_places_is_two_entries_for_indeed_and_one_for_adzuna() -> None:
    document = opening(locations=(BERLIN, AUSTIN))
    assert [each.findtext("city") for each in parsed("indeed", document).iter("job")] == [
        "Berlin",
        "Austin",
    ]
    assert len(list(parsed("adzuna", document).iter("job"))) == 1


def test_work_from_anywhere_has_no_place_but_a_country() -> None:
    found = job("indeed", opening(locations=(), workplace="remote", eligible=(Area("AT"),)))
    assert (found["city"], found["state"], found["country"]) == ("Remote", "", "AT")
    assert found["remotetype"] == "Fully remote"


def test_the_head_tells_the_day_that_the_feed_is_for_before_its_entries() -> None:
    root = etree.fromstring(feed("indeed", opening(), as_of=date(2026, 11, 20)))
    assert [str(each.tag) for each in root] == [
        "publisher",
        "publisherurl",
        "lastBuildDate",
        "job",
    ]
    assert root.findtext("publisher") == "Example & Co"
    assert root.findtext("lastBuildDate") == "Fri, 20 Nov 2026 00:00:00 GMT"


@pytest.mark.parametrize("board", XML)
def test_a_day_that_nobody_says_stands_nowhere(board: str) -> None:
    tags = {str(each.tag).lower() for each in parsed(board, opening()).iter()}
    assert "lastbuilddate" not in tags


def test_a_text_in_cdata_has_no_entities_for_indeed() -> None:
    assert b"&amp;" not in feed("indeed", opening())


# Others


def test_linkedin_gets_pay_in_its_nested_form() -> None:
    (found,) = parsed("linkedin", opening()).iter("salary")
    assert [(str(each.tag), each.text) for each in found.iter() if (each.text or "").strip()] == [
        ("amount", "80000"),
        ("currencyCode", "EUR"),
        ("amount", "65000"),
        ("currencyCode", "EUR"),
        ("period", "YEARLY"),
        ("type", "BASE_SALARY"),
    ]


def test_jooble_gets_its_number_as_an_attribute_and_dates_with_points() -> None:
    (found,) = parsed("jooble", opening()).iter("job")
    assert found.get("id") == "de-2026.de.berlin.berlin"
    assert found.findtext("pubdate") == "01.11.2026"


def test_xing_gets_every_place_within_one_entry() -> None:
    (found,) = parsed("xing", opening(locations=(BERLIN, AUSTIN))).iter("posting")
    assert [place.findtext("city") for place in found.iter("job_location")] == ["Berlin", "Austin"]


def test_talent_com_gets_indeeds_fields_and_its_own_name_for_the_date() -> None:
    root = etree.fromstring(feed("talent", opening(), as_of=date(2026, 11, 10)))
    assert root.findtext("lastbuilddate") == "2026-11-10T00:00:00Z"
    assert root.find("lastBuildDate") is None
    assert job("talent", opening())["url"].endswith("?source=Talent.com")


def test_greenhouse_gets_escaped_html_and_a_total() -> None:
    read = json.loads(feed("greenhouse", opening(), opening(id="other")))
    assert read["meta"] == {"total": 2}
    assert read["jobs"][0]["content"].startswith("&lt;p&gt;The lead.&lt;/p&gt;")
    assert read["jobs"][0]["pay_input_ranges"][0]["min_cents"] == 6_500_000


def test_lever_gets_a_list_for_each_section_with_a_heading() -> None:
    (read,) = json.loads(feed("lever", opening()))
    assert read["description"] == "<p>The lead.</p>"
    headings = [each.title.text for each in every_kind().sections if each.title]
    assert [each["text"] for each in read["lists"]] == headings
    assert read["salaryRange"]["min"] == 65_000


def test_a_missing_value_leaves_its_field_out() -> None:
    found = job("indeed", opening(pay=None, contact=Contact()))
    assert "salary" not in found
    assert "email" not in found
