"""``postingkit compare``: several roles in one table, on standard output or as files."""

import json

import pytest

from conftest import Project

TABLE = """\
# Roles Compared

| **Criteria**     | **B**  | **A**    |
| ---------------- | ------ | -------- |
| **Main Roles**   | Does b | Does *a* |
| **Technologies** | C      |          |
"""


@pytest.fixture
def two(project: Project) -> Project:
    """Give a project of two roles."""
    project.write(
        {
            "roles/a.yaml": "title: A\nsummary: Does *a*",
            "roles/b.yaml": "title: B\nsummary: Does b\ntechnologies: [C]",
        }
    )
    return project


@pytest.mark.parametrize(
    "names", [("b", "a"), ("roles/b.yaml", "a"), ("b", "roles/a.yaml"), ("b", "a", "b")]
)
def test_roles_stand_in_the_order_that_they_are_named_in(
    two: Project, names: tuple[str, ...]
) -> None:
    run = two.run("compare", *names)
    assert (run.code, run.out, run.err) == (0, TABLE, "")


def test_it_is_written_into_a_folder_in_the_projects_formats(two: Project) -> None:
    two.write({"postingkit.yaml": "formats: [md, html]"})
    run = two.run("compare", "a", "b", "-o", "there")
    assert (run.code, run.out, run.err) == (0, "", "2 files in there: 2 made.\n")
    assert two.paths("there") == ["comparisons/a-and-b.html", "comparisons/a-and-b.md"]


def test_with_formats_it_goes_to_out(two: Project) -> None:
    assert two.run("compare", "a", "b", "-f", "docx,pdf").code == 0
    assert two.paths("out") == ["comparisons/a-and-b.docx", "comparisons/a-and-b.pdf"]


def test_it_has_a_title(two: Project) -> None:
    assert two.run("compare", "a", "--title", " R&D *x* ").out.startswith("# R&D \\*x\\*\n")


@pytest.mark.parametrize(
    ("title", "said"),
    [
        ("", "The text is empty."),
        (" ", "The text is empty."),
        ("a\x07b", "The character U+0007 (a control character) may not stand in a text."),
        ("\udcff", "The character U+DCFF (half of a character) may not stand in a text."),
    ],
)
def test_a_title_must_be_text(two: Project, title: str, said: str) -> None:
    run = two.run("compare", "a", "--title", title)
    assert (run.code, run.out) == (2, "")
    assert f"error: {said}" in run.err


@pytest.mark.parametrize("name", ["c", "roles/c.yaml", "bad.yaml", "absent.yaml", "-"])
def test_it_is_not_made_of_fewer_roles_than_were_named(two: Project, name: str) -> None:
    two.write({"roles/c.yaml": "titel: C", "bad.yaml": "["})
    for names in ((name,), ("a", name), (name, "b", "a")):
        run = two.run("compare", *names, stdin=b"titel: D")
        assert (run.code, run.out) == (1, "")
        assert "is not made, for a role of it has problems." in run.err


def test_many_roles_get_a_name_that_every_system_takes(project: Project) -> None:
    names = [f"a-role-with-rather-a-long-name-{number}" for number in range(30)]
    project.write({f"roles/{name}.yaml": "title: A\nsummary: B" for name in names})
    assert project.run("compare", *names, "-f", "md").code == 0
    assert project.paths("out") == [f"comparisons/{names[0]}-and-29-more.md"]


def test_a_report_in_json_needs_a_folder(two: Project) -> None:
    run = two.run("compare", "a", "b", "--json")
    assert (run.code, run.out) == (2, "")
    run = two.run("compare", "a", "b", "--json", "-f", "md")
    assert [each["path"] for each in json.loads(run.out)["files"]] == ["comparisons/a-and-b.md"]


def test_standard_output_takes_one_format(two: Project) -> None:
    assert two.run("compare", "a", "-f", "html", "-o", "-").out.startswith("<!")
    assert two.run("compare", "a", "-f", "html,md", "-o", "-").code == 2
