"""Feeds in JSON have the shape that readers of Lever's and Greenhouse's lists rely on.

Names, types and nesting are those of github.com/lever/postings-api and
github.com/grnhse/greenhouse-api-docs.
"""

import html
import json
import re
from typing import Any, TypeAlias

import jsonschema
import pytest
from vacancies import AUSTIN, BERLIN, opening

from postingkit.boards import Head, load_profile, write_feed
from postingkit.document import Document
from postingkit.testing import SAMPLES
from postingkit.vacancy import Area

Schema: TypeAlias = dict[str, Any]

TEXT: Schema = {"type": "string"}
FILLED: Schema = {"type": "string", "minLength": 1}
AMOUNT: Schema = {"type": "number", "minimum": 0}
COUNTRY: Schema = {"type": "string", "pattern": "^[A-Z]{2}$"}
CURRENCY: Schema = {"type": "string", "pattern": "^[A-Z]{3}$"}
ADDRESS: Schema = {"type": "string", "pattern": "^https?://"}
TIME: Schema = {"type": "string", "pattern": r"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(Z|[+-]\d\d:\d\d)$"}


def group(required: str, **fields: Schema) -> Schema:
    """Describe a group of *fields*, closed, of which those named are *required*."""
    names = {"type": "object", "properties": fields, "additionalProperties": False}
    return names | {"required": required.split()}


def every(one: Schema) -> Schema:
    return {"type": "array", "items": one}


LEVER = every(
    group(
        "id text categories description descriptionPlain additional additionalPlain hostedUrl "
        "applyUrl workplaceType",
        id=FILLED,
        text=FILLED,
        categories=group(
            "location",
            location=FILLED,
            commitment=FILLED,
            team=FILLED,
            department=FILLED,
            allLocations=every(FILLED),
        ),
        country=COUNTRY,
        description=TEXT,
        descriptionPlain=TEXT,
        lists=every(group("text content", text=TEXT, content=TEXT)),
        additional=TEXT,
        additionalPlain=TEXT,
        hostedUrl=ADDRESS,
        applyUrl=ADDRESS,
        workplaceType={"enum": ["unspecified", "on-site", "remote", "hybrid"]},
        salaryRange=group(
            "currency interval", currency=CURRENCY, interval=FILLED, min=AMOUNT, max=AMOUNT
        ),
        salaryDescription=FILLED,
        salaryDescriptionPlain=FILLED,
    )
)
PAID = group(
    "currency_type",
    min_cents={"type": "integer"},
    max_cents={"type": "integer"},
    currency_type=CURRENCY,
    title=FILLED,
    blurb=FILLED,
)
GREENHOUSE = group(
    "jobs meta",
    jobs=every(
        group(
            "id internal_job_id title updated_at location absolute_url content departments",
            id=FILLED,
            internal_job_id=FILLED,
            title=FILLED,
            updated_at=TIME,
            requisition_id=FILLED,
            location=group("name", name=FILLED),
            absolute_url=ADDRESS,
            language=FILLED,
            content=TEXT,
            departments=every(group("name", name=FILLED)),
            offices=every(group("name", name=FILLED, location=FILLED)),
            pay_input_ranges=every(PAID),
        )
    ),
    meta=group("total", total={"type": "integer"}),
)
SHAPES = {"lever": LEVER, "greenhouse": GREENHOUSE}


def read(board: str, *documents: Document) -> Any:
    return json.loads(b"".join(write_feed(load_profile(board), documents, Head())))


@pytest.mark.parametrize("board", SHAPES)
@pytest.mark.parametrize(
    "facts",
    [
        {},
        {"locations": (BERLIN, AUSTIN), "workplace": "onsite"},
        {"locations": (), "workplace": "remote", "eligible": (Area("AT"), Area("DE"))},
        {"pay": None, "requisition": "", "employment_types": ()},
    ],
)
def test_an_opening_has_the_shape_that_readers_know(board: str, facts: dict[str, Any]) -> None:
    jsonschema.Draft7Validator(SHAPES[board]).validate(read(board, opening(**facts)))


@pytest.mark.parametrize("board", SHAPES)
@pytest.mark.parametrize("sample", [name for name in SAMPLES if name != "only_a_title"])
def test_any_document_has_the_shape(board: str, sample: str) -> None:
    jsonschema.Draft7Validator(SHAPES[board]).validate(read(board, opening(SAMPLES[sample]())))


@pytest.mark.parametrize("board", SHAPES)
def test_no_openings_have_the_shape(board: str) -> None:
    jsonschema.Draft7Validator(SHAPES[board]).validate(read(board))


def test_levers_lists_hold_items_alone() -> None:
    (entry,) = read("lever", opening())
    for each in entry["lists"]:
        assert re.sub(r"<li>.*?</li>\s*", "", _flat(each["content"]), flags=re.DOTALL) == ""


def _flat(content: str) -> str:
    """Take lists within items out, innermost first."""
    inner = re.compile(r"<(ul|ol)>(?:(?!<(?:ul|ol)>).)*?</\1>", re.DOTALL)
    while inner.search(content):
        content = inner.sub("", content)
    return content


def test_greenhouses_content_is_html_with_its_tags_escaped() -> None:
    (entry,) = read("greenhouse", opening())["jobs"]
    assert "<" not in entry["content"]
    assert html.unescape(entry["content"]).startswith("<p>The lead.</p>")


def test_amounts_are_numbers_in_cents_for_greenhouse_alone() -> None:
    (lever,), (greenhouse,) = read("lever", opening()), read("greenhouse", opening())["jobs"]
    assert (lever["salaryRange"]["min"], lever["salaryRange"]["max"]) == (65_000, 80_000)
    (paid,) = greenhouse["pay_input_ranges"]
    assert (paid["min_cents"], paid["max_cents"]) == (6_500_000, 8_000_000)
