"""Readiness: what is missing for a board, in its words, at the place to mend."""

from dataclasses import replace

import pytest
from vacancies import BERLIN, PLACE, opening

from postingkit.boards import Finding, Judge, board_names, load_profile
from postingkit.document import Document, Text
from postingkit.errors import FilePlace
from postingkit.testing import every_kind, long_cell, only_a_title
from postingkit.vacancy import Application, Area, Contact, Employer, Location


def found(board: str, document: Document) -> tuple[Finding, ...]:
    return Judge(load_profile(board)).findings(document)


def messages(board: str, document: Document) -> list[tuple[str, str]]:
    return [(each.severity, each.problem.message) for each in found(board, document)]


@pytest.mark.parametrize("board", board_names())
def test_an_opening_that_lacks_nothing_is_ready(board: str) -> None:
    assert messages(board, opening()) == []


def test_google_speaks_as_its_own_test_does() -> None:
    document = opening(pay=None, posted=None)
    assert messages("google", document) == [
        ("error", 'Missing field "datePosted"'),
        ("warning", 'Missing field "baseSalary"'),
    ]


def test_a_part_of_a_place_is_named_by_its_path_and_found_at_its_place() -> None:
    written = FilePlace("openings/de-2026.yaml", 7, 5)
    document = opening(
        locations=(BERLIN, Location("DE", "Hessen", "", "60311", "Weg 1")),
        places=(("locations[2]", written),),
    )
    (finding,) = found("google", document)
    assert finding.problem.message == 'Missing field "jobLocation.address.addressLocality"'
    assert finding.problem.path == "locations[2].city"
    assert finding.problem.place == written
    assert finding.problem.hint == "Write “locations[2].city” in the opening."


def test_what_is_written_nowhere_is_told_at_the_opening() -> None:
    (finding,) = found("google", opening(pay=None))
    assert finding.problem.place == PLACE
    assert finding.problem.path == "pay"


def test_what_the_project_lacks_is_asked_for_there() -> None:
    employer = Employer("Example", "https://example.org")
    (finding,) = found("google", opening(employer=employer))
    assert finding.problem.hint == "Write “organization.logo_url” in postingkit.yaml."


def test_remote_work_needs_no_place_but_where_applicants_may_live() -> None:
    remote = opening(workplace="remote", locations=(), eligible=(Area("DE"),))
    assert messages("google", remote) == []
    nowhere = opening(workplace="remote", locations=())
    assert messages("google", nowhere) == [
        ("error", 'Missing field "jobLocation"'),
        ("error", 'Missing field "applicantLocationRequirements"'),
    ]


def test_an_office_without_a_place_is_an_error() -> None:
    assert messages("google", opening(locations=())) == [("error", 'Missing field "jobLocation"')]


def test_an_opening_without_an_end_needs_no_last_day() -> None:
    assert messages("google", opening(closes=None, rolling=True)) == []
    assert messages("google", opening(closes=None)) == [("warning", 'Missing field "validThrough"')]


def test_a_fact_that_is_not_sure_makes_a_warning_and_says_so() -> None:
    document = opening(contact=Contact())
    (finding,) = found("linkedin", document)
    assert finding.severity == "warning"
    expected = "LinkedIn requires “posterEmail”, and it is missing. (This is not confirmed.)"
    assert finding.problem.message == expected


def test_a_description_beyond_a_limit_is_told_with_both_numbers() -> None:
    (error,) = found("linkedin", opening(only_a_title()))[:1]
    assert error.severity == "error"
    assert "100 to 25,000 are allowed" in error.problem.message
    assert found("linkedin", opening(long_cell())) == ()


def test_a_title_beyond_an_unconfirmed_limit_is_a_warning() -> None:
    document = opening(every_kind())
    document = replace(document, meta=replace(document.meta, title=Text("x" * 80)))
    ((severity, message),) = messages("indeed", document)
    assert severity == "warning"
    assert "“title” has 80 characters, and at most 75 are allowed. (This is not" in message


def test_a_refused_word_is_told() -> None:
    document = opening(employer=Employer("Confidential"))
    expected = ("error", "LinkedIn takes no “Confidential” as “company”.")
    assert messages("linkedin", document) == [expected]


def test_a_word_that_a_board_lacks_is_told() -> None:
    assert messages("linkedin", opening(employment_types=("per_diem", "full_time"))) == [
        ("warning", "LinkedIn has no word for “per_diem” as “jobtype”.")
    ]


def test_each_place_is_judged_but_nothing_is_told_twice() -> None:
    document = opening(locations=(BERLIN, BERLIN), requisition="")
    assert len(found("indeed", document)) == 1


def test_a_closed_opening_lacks_nothing() -> None:
    assert found("google", opening(status="closed", pay=None)) == ()


def test_a_posting_without_an_opening_is_not_ready() -> None:
    (finding,) = found("google", every_kind())
    assert finding.severity == "error"


def test_linkedins_beginning_of_an_address_is_known_from_an_old_text_and_warns_alone() -> None:
    document = opening(apply=Application("https://jobs.example.org/apply"))
    assert messages("linkedin", document) == [
        (
            "warning",
            (
                "LinkedIn wants “applyUrl” to begin with “https://www”. "
                "(This is known from an old text of the board.)"
            ),
        )
    ]
    assert messages("linkedin", opening(apply=Application("https://www.example.org/apply"))) == []
