"""Feeds, texts to paste and readiness, on the command line."""

import json

import pytest
from lxml import etree

from conftest import Project

OPENING = """\
    role: clerk
    requisition: C-1
    locations: [{city: Berlin, region: Berlin, postal_code: "10115", country: DE}]
    posted: 2026-11-01
    closes: 2026-12-15
    apply: {url: "https://example.org/apply"}
    """


@pytest.fixture
def vacant(project: Project) -> Project:
    """Give a project with one opening."""
    project.write(
        {
            "postingkit.yaml": """\
                organization: {name: Example & Co}
                site: {url: "https://example.org/jobs/"}
                """,
            "roles/clerk.yaml": "title: Clerk\nresponsibilities: [{text: File <papers>.}]",
            "openings/clerk-berlin.yaml": OPENING,
        }
    )
    return project


def test_a_feed_goes_to_standard_output(vacant: Project) -> None:
    run = vacant.run("feed", "indeed")
    assert run.code == 0
    (job,) = etree.fromstring(run.data).iter("job")
    assert job.findtext("title") == "Clerk"
    assert "File <\u200bpapers>." in (job.findtext("description") or "")
    assert (job.findtext("url") or "").startswith("https://example.org/jobs/")


def test_a_feed_goes_into_a_file_whose_folder_there_was_not(vacant: Project) -> None:
    assert vacant.run("feed", "lever", "-o", "feeds/lever.json", "-q").err == ""
    written = json.loads((vacant.folder / "feeds" / "lever.json").read_text("utf-8"))
    assert [each["text"] for each in written] == ["Clerk"]


def test_a_broken_opening_costs_itself_alone(vacant: Project) -> None:
    vacant.write({"openings/broken.yaml": "role: nobody"})
    run = vacant.run("feed", "indeed")
    assert run.code == 1
    assert "There is no role “nobody”" in run.err
    assert len(list(etree.fromstring(run.data).iter("job"))) == 1


def test_a_dry_run_of_a_feed_tells_of_what_is_broken_and_writes_nothing(vacant: Project) -> None:
    vacant.write({"openings/broken.yaml": "role: nobody"})
    run = vacant.run("feed", "indeed", "-o", "indeed.xml", "-n")
    assert (run.code, run.out) == (1, "indeed.xml\n")
    assert "There is no role “nobody”." in run.err
    assert not (vacant.folder / "indeed.xml").exists()


def test_past_openings_are_left_out_as_of_a_day(vacant: Project) -> None:
    run = vacant.run("feed", "indeed", "--as-of", "2027-01-01")
    assert list(etree.fromstring(run.data).iter("job")) == []


def test_the_boards_are_listed_with_ones_own(vacant: Project) -> None:
    vacant.write({"boards/ours.yaml": "extends: indeed\nname: Ours\nabout: For us."})
    run = vacant.run("feed", "--list")
    assert run.code == 0
    assert "ours          xml   For us.\n" in run.out
    assert "google        -     " in run.out


@pytest.mark.parametrize(
    ("arguments", "code", "message"),
    [
        (("feed",), 2, "Name a board, or use --list."),
        (("feed", "inded"), 2, "There is no board “inded”. Did you mean “indeed”?"),
        (("feed", "google"), 1, "Google for Jobs takes no feed."),
        (("paste", "linkedin", "clerk"), 2, "“clerk” is a role and no opening."),
        (("paste", "repository", "clerk-berlin", "--as", "html"), 2, "keeps no HTML"),
        (("check", "--for", "inded"), 2, "There is no board “inded”."),
    ],
)
def test_what_cannot_be_is_said(
    vacant: Project, arguments: tuple[str, ...], code: int, message: str
) -> None:
    run = vacant.run(*arguments)
    assert run.code == code
    assert message in run.err


def test_a_text_is_pasted_and_counted(vacant: Project) -> None:
    run = vacant.run("paste", "linkedin", "clerk-berlin")
    assert run.code == 0
    assert "File <papers>." in run.out
    assert "Title: Clerk\ntitle: 5 of 200 characters\ndescription: " in run.err


def test_html_is_pasted_in_the_boards_tags(vacant: Project) -> None:
    run = vacant.run("paste", "linkedin", "clerk-berlin", "--as", "html", "-q")
    assert "File &lt;papers&gt;." in run.out
    assert "<h" not in run.out
    assert run.err == ""


def test_markdown_is_pasted_with_front_matter(vacant: Project) -> None:
    run = vacant.run("paste", "repository", "clerk-berlin", "--as", "markdown")
    assert run.out.startswith("---\ntitle: Clerk\nslug: clerk-berlin\ndate: '2026-11-01'\n")
    assert "\n# Clerk\n" in run.out


def test_what_is_pasted_is_told_as_json(vacant: Project) -> None:
    told = json.loads(vacant.run("paste", "linkedin", "clerk-berlin", "--json").out)
    assert told["board"] == "LinkedIn"
    assert told["counts"][0]["maximum"] == 200


def test_what_is_missing_for_a_board_is_told_at_its_line(vacant: Project) -> None:
    run = vacant.run("check", "--for", "google", "--as-of", "2026-11-23", "--json")
    told = json.loads(run.out)["problems"]
    (pay,) = [each for each in told if 'Missing field "baseSalary"' in each["message"]]
    assert (pay["severity"], pay["path"]) == ("notice", "pay")
    assert pay["file"].endswith("openings/clerk-berlin.yaml")
    (street,) = [each for each in told if "streetAddress" in each["message"]]
    assert (street["line"], street["path"]) == (3, "locations[1].street")


def test_what_keeps_an_opening_out_is_a_problem(vacant: Project) -> None:
    run = vacant.run("check", "--for", "indeed,google", "--as-of", "2026-11-23")
    assert run.code == 1
    assert "error: Indeed requires “email”, and it is missing." in run.err


def test_every_board_is_judged(vacant: Project) -> None:
    run = vacant.run("check", "--for", "all", "--as-of", "2026-11-23", "--json")
    assert run.code == 1
    told = " ".join(each["message"] for each in json.loads(run.out)["problems"])
    assert all(board in told for board in ("Indeed", "LinkedIn", "Google for Jobs", "Adzuna"))


def test_what_the_second_place_lacks_is_told_there(vacant: Project) -> None:
    places = (
        "locations:\n"
        "  - {city: Berlin, region: Berlin, postal_code: '10115', street: Weg 1, country: DE}\n"
        "  - {city: Wien, region: Wien, street: Weg 2, country: AT}\n"
    )
    vacant.write({"openings/clerk-berlin.yaml": f"role: clerk\nposted: 2026-11-01\n{places}"})
    run = vacant.run("check", "--for", "google", "--as-of", "2026-11-23", "--json")
    told = json.loads(run.out)["problems"]
    (code,) = [each for each in told if "postalCode" in each["message"]]
    assert (code["line"], code["path"]) == (5, "locations[2].postal_code")
    assert code["hint"] == "Write “locations[2].postal_code” in the opening."
