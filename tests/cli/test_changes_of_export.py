"""Only what has changed is made again, and each file says why."""

import json
import os
import subprocess
import sys
from collections.abc import Mapping

import pytest

from conftest import Project, Run

ROWS = "id,role,location.city,location.country\nclerk-1,clerk,Berlin,DE\nclerk-2,clerk,Wien,AT\n"
FILES = {
    "postingkit.yaml": "formats: [md]\ndepartments: {sales: {}}\ncomparisons: "
    "{both: {title: Both, roles: [clerk, cook]}}",
    "roles/clerk.yaml": "title: Clerk\ndepartment: sales\ntechnologies: [Pen]",
    "roles/cook.yaml": "title: Cook\ntechnologies: [Pan]",
    "openings/rows.csv": ROWS,
    "openings/cook-1.yaml": "role: cook",
    "templates/sales/template.yaml": "extends: default",
}
EVERY = [
    "comparisons/both.md",
    "openings/clerk-1.md",
    "openings/clerk-2.md",
    "openings/cook-1.md",
    "roles/clerk.md",
    "roles/cook.md",
]


@pytest.fixture
def made(project: Project) -> Project:
    """Give a project that has been exported."""
    project.write(FILES)
    assert project.run("export").code == 0
    return project


def records(run: Run) -> Mapping[str, Mapping[str, str]]:
    return {record["path"]: record for record in json.loads(run.out)["files"]}


def reasons(project: Project, *arguments: str) -> dict[str, str]:
    """Export, and give the reason for each file that was made; the others must be unchanged."""
    found = records(project.run("export", "--json", *arguments))
    made = {path: record["why"] for path, record in found.items() if record["state"] == "made"}
    assert {record["state"] for record in found.values()} <= {"made", "unchanged"}
    assert all(record["why"] for record in found.values() if record["state"] == "made")
    return made


def test_a_first_export_makes_everything(project: Project) -> None:
    project.write(FILES)
    assert reasons(project) == dict.fromkeys(EVERY, "it is new")
    assert project.paths("out") == EVERY


def test_an_export_without_changes_makes_nothing(made: Project) -> None:
    assert reasons(made) == {}
    assert sorted(records(made.run("export", "--json"))) == EVERY


def test_a_changed_role_remakes_what_is_made_from_it(made: Project) -> None:
    made.write({"roles/cook.yaml": "title: Head Cook"})
    why = "roles/cook.yaml has changed"
    paths = ["comparisons/both.md", "openings/cook-1.md", "roles/cook.md"]
    assert reasons(made) == dict.fromkeys(paths, why)
    assert "Head Cook" in made.text("out/openings/cook-1.md")


def test_a_changed_row_remakes_its_own_file(made: Project) -> None:
    made.write({"openings/rows.csv": ROWS.replace("Wien", "Graz")})
    assert reasons(made) == {"openings/clerk-2.md": "openings/rows.csv#clerk-2 has changed"}


def test_a_row_above_the_others_remakes_only_itself(made: Project) -> None:
    head, *rows = ROWS.splitlines(keepends=True)
    made.write({"openings/rows.csv": "".join((head, "clerk-0,clerk,Bonn,DE\n", *rows))})
    assert reasons(made) == {"openings/clerk-0.md": "it is new"}


def test_a_changed_opening_remakes_its_own_file(made: Project) -> None:
    made.write({"openings/cook-1.yaml": "role: cook\nhours: 20 a week"})
    assert reasons(made) == {"openings/cook-1.md": "openings/cook-1.yaml has changed"}


def test_a_changed_template_remakes_its_departments_files(made: Project) -> None:
    made.write({"templates/sales/template.yaml": "extends: default\norder: [lead]"})
    paths = ["openings/clerk-1.md", "openings/clerk-2.md", "roles/clerk.md"]
    found = reasons(made)
    assert sorted(found) == paths
    assert set(found.values()) == {"the template “sales” has changed"}


def test_a_template_of_the_projects_own_takes_the_place_of_a_shipped_one(made: Project) -> None:
    made.write({"templates/default/template.yaml": "extends: default\norder: [lead]"})
    documents = [path for path in EVERY if not path.startswith("comparisons")]
    assert sorted(reasons(made)) == documents


def test_changed_settings_remake_everything(made: Project) -> None:
    made.write({"postingkit.yaml": FILES["postingkit.yaml"] + "\ntemplate: {order: [lead]}"})
    found = reasons(made)
    assert len(found) == len(EVERY) - 1  # the comparison comes out the same
    assert set(found.values()) == {
        "postingkit.yaml, postingkit itself or a package that it needs has changed"
    }


def test_a_setting_of_the_command_remakes_everything_and_back(made: Project) -> None:
    settings = ("-f", "html", "--set", "theme.colours.accent=#123456")
    assert len(reasons(made, "-f", "html")) == len(EVERY)
    assert len(reasons(made, *settings)) == len(EVERY)
    assert reasons(made, *settings) == {}
    assert len(reasons(made, "-f", "html")) == len(EVERY)


def test_a_missing_file_is_made_again(made: Project) -> None:
    (made.folder / "out/roles/cook.md").unlink()
    assert reasons(made) == {"roles/cook.md": "roles/cook.md is missing"}
    assert made.paths("out") == EVERY


def test_a_file_that_somebody_changed_is_made_again(made: Project) -> None:
    made.write({"out/roles/cook.md": "mine"})
    assert reasons(made) == {"roles/cook.md": "roles/cook.md was changed by others"}
    assert "Cook" in made.text("out/roles/cook.md")


def test_one_format_more_leaves_the_others_alone(made: Project) -> None:
    found = reasons(made, "-f", "md,html", "clerk")
    assert list(found) == ["roles/clerk.html"]


def test_a_run_over_one_role_leaves_the_rest_known(made: Project) -> None:
    made.write({"roles/cook.yaml": "title: Head Cook"})
    assert list(reasons(made, "clerk")) == []
    assert list(reasons(made, "cook")) == ["roles/cook.md"]
    assert sorted(reasons(made)) == ["comparisons/both.md", "openings/cook-1.md"]


def test_a_broken_role_costs_its_own_files_until_it_is_mended(made: Project) -> None:
    made.write({"roles/cook.yaml": "titel: Cook"})
    for _ in range(2):
        run = made.run("export")
        assert run.code == 1
        assert run.err.count("roles/cook.yaml:1:1: error:") == 2
    assert made.paths("out") == EVERY
    made.write({"roles/cook.yaml": FILES["roles/cook.yaml"]})
    assert reasons(made) == {}


def test_notices_are_told_again_where_nothing_is_made(made: Project) -> None:
    made.write({"roles/clerk.yaml": "title: Clerk\ndepartment: saels"})
    first, second = made.run("export"), made.run("export")
    assert "names no department “saels”" in first.err
    assert [line for line in second.err.splitlines() if "department" in line] == [
        line for line in first.err.splitlines() if "department" in line
    ]
    assert made.run("export", "--strict").code == 1


def test_a_damaged_manifest_costs_a_full_run_and_says_so(made: Project) -> None:
    manifest = made.folder / "out/.postingkit/manifest.jsonl"
    whole = manifest.read_bytes()
    manifest.write_bytes(whole[:-40])
    run = made.run("export")
    assert "The manifest of earlier runs is not used: it is damaged" in run.err
    assert manifest.read_bytes() == whole
    assert made.run("export").err == "6 files in out: 6 unchanged.\n"


def test_equal_input_gives_an_equal_manifest(made: Project) -> None:
    first = made.text("out/.postingkit/manifest.jsonl")
    made.run("export", "-o", "elsewhere")
    assert made.text("elsewhere/.postingkit/manifest.jsonl") == first
    assert str(made.folder) not in first


@pytest.mark.usefixtures("made")
def test_nothing_heavy_is_loaded_where_nothing_has_changed() -> None:
    code = "import sys; sys.argv = ['postingkit', 'export']\nfrom postingkit.cli import main\n"
    code += "try:\n    main()\nexcept SystemExit:\n    print(*sys.modules)"
    environment = {**os.environ, "PYTHONPATH": ""}
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, check=True, env=environment, text=True
    )
    loaded = {name.partition(".")[0] for name in done.stdout.split()}
    assert done.stderr == "6 files in out: 6 unchanged.\n"
    assert not loaded & {"yaml", "pydantic", "jinja2", "reportlab", "lxml", "babel", "filelock"}
    assert "postingkit.model" not in done.stdout.split()


class TestCheck:
    def test_all_is_up_to_date(self, made: Project) -> None:
        assert made.run("export", "--check").err == "6 files in out: 6 unchanged.\n"

    def test_a_change_that_changes_no_file_is_none(self, made: Project) -> None:
        made.write({"roles/cook.yaml": "# A comment.\n" + FILES["roles/cook.yaml"]})
        assert made.run("export", "--check").code == 0

    @pytest.mark.parametrize(
        ("files", "said"),
        [
            ({"roles/cook.yaml": "title: Chef"}, "roles/cook.md: stale"),
            ({"roles/new.yaml": "title: New"}, "roles/new.md: missing"),
            ({"out/roles/cook.md": "mine"}, "roles/cook.md: stale"),
            ({"out/notes.txt": "mine"}, "notes.txt: foreign"),
            ({"out/roles/deep/notes.txt": "mine"}, "roles/deep/notes.txt: foreign"),
        ],
    )
    def test_what_is_not_up_to_date_is_told(
        self, made: Project, files: dict[str, str], said: str
    ) -> None:
        made.write(files)
        before = made.paths("out")
        run = made.run("export", "--check")
        assert run.code == 1
        assert said in run.err.splitlines()
        assert made.paths("out") == before

    def test_what_is_asked_for_is_not_foreign_without_a_manifest(self, made: Project) -> None:
        (made.folder / "out/.postingkit/manifest.jsonl").unlink()
        assert made.run("export", "--check").err == "6 files in out: 6 unchanged.\n"

    def test_what_a_deleted_role_left_is_foreign(self, made: Project) -> None:
        (made.folder / "openings/cook-1.yaml").unlink()
        made.run("export")
        run = made.run("export", "--check", "--json")
        assert run.code == 1
        record = records(run)["openings/cook-1.md"]
        assert (record["state"], record["why"]) == (
            "foreign",
            "nothing asks for it any more; --clean removes it",
        )

    def test_hidden_files_and_other_outputs_within_are_not_judged(self, made: Project) -> None:
        made.write({"out/.gitignore": "*", "out/site/.postingkit/x": "", "out/site/a.html": ""})
        assert made.run("export", "--check").code == 0


class TestManifest:
    def test_a_source_that_never_had_a_file_goes_with_its_source(self, made: Project) -> None:
        before = made.text("out/.postingkit/manifest.jsonl")
        made.write({"openings/bad.yaml": "role: nobody"})
        assert made.run("export").code == 1
        (made.folder / "openings/bad.yaml").unlink()
        made.run("export")
        assert made.text("out/.postingkit/manifest.jsonl") == before

    def test_a_role_that_was_moved_is_remembered_where_it_is(self, made: Project) -> None:
        (made.folder / "roles/deep").mkdir()
        (made.folder / "roles/cook.yaml").rename(made.folder / "roles/deep/cook.yaml")
        made.run("export")
        made.run("export", "-o", "fresh")
        fresh = made.text("fresh/.postingkit/manifest.jsonl")
        assert made.text("out/.postingkit/manifest.jsonl") == fresh


class TestClean:
    def test_what_a_deleted_role_left_is_removed(self, made: Project) -> None:
        (made.folder / "openings/cook-1.yaml").unlink()
        made.run("export")
        assert made.paths("out") == EVERY
        run = made.run("export", "--clean")
        assert run.err == "6 files in out: 5 unchanged, 1 removed.\n"
        assert made.paths("out") == [path for path in EVERY if path != "openings/cook-1.md"]
        assert made.run("export", "--check").code == 0

    def test_the_files_of_a_format_that_is_no_more_are_removed(self, made: Project) -> None:
        settings = FILES["postingkit.yaml"]
        made.write({"postingkit.yaml": settings.replace("[md]", "[md, html]")})
        made.run("export")
        made.write({"postingkit.yaml": settings})
        made.run("export", "--clean")
        assert made.paths("out") == EVERY

    def test_folders_that_are_empty_then_go_too(self, made: Project) -> None:
        made.write({"postingkit.yaml": FILES["postingkit.yaml"].split("comparisons")[0]})
        made.run("export", "--clean")
        assert not (made.folder / "out/comparisons").exists()

    @pytest.mark.parametrize("path", ["out/openings/mine.md", "out/openings/cook-1.md"])
    def test_what_somebody_else_wrote_stays(self, made: Project, path: str) -> None:
        (made.folder / "openings/cook-1.yaml").unlink()
        made.write({path: "mine"})
        made.run("export", "--clean")
        assert made.text(path) == "mine"

    def test_a_dry_run_names_what_would_be_removed_and_removes_nothing(self, made: Project) -> None:
        (made.folder / "openings/cook-1.yaml").unlink()
        made.write({"roles/cook.yaml": "titel: Broken"})
        run = made.run("export", "--clean", "-n")
        assert [line for line in run.err.splitlines() if "removed" in line] == [
            "To be removed: openings/cook-1.md"
        ]
        assert made.paths("out") == EVERY
        report = json.loads(made.run("export", "--clean", "-n", "--json").out)
        assert report["removed"] == ["openings/cook-1.md"]

    @pytest.mark.parametrize("named", [("cook",), ("cook-1",), ("-f", "md"), ("--lang", "de")])
    def test_what_a_run_for_some_finds_to_be_asked_for_no_more_is_removed(
        self, project: Project, named: tuple[str, ...]
    ) -> None:
        cook, opening = FILES["roles/cook.yaml"], FILES["openings/cook-1.yaml"]
        german = "\ntranslations: {de: {title: Koch}}"
        settings = {"postingkit.yaml": FILES["postingkit.yaml"] + "\nlanguages: [en, de]"}
        changed = {"openings/cook-1.yaml": f"{opening}\nlanguage: de"}
        project.write({**FILES, **settings, **changed, "roles/cook.yaml": cook + german})
        assert project.run("export").code == 0
        assert {"roles/cook.de.md", "openings/cook-1.de.md"} < {*project.paths("out")}
        project.write({"openings/cook-1.yaml": opening, "roles/cook.yaml": cook})
        project.run("export", *named)
        project.run("export", "--clean")
        assert project.paths("out") == EVERY
        assert project.run("export", "--check").code == 0

    def test_what_a_run_for_some_formats_did_not_look_at_stays(self, made: Project) -> None:
        made.write({"postingkit.yaml": FILES["postingkit.yaml"].replace("[md]", "[md, html]")})
        made.run("export")
        before = made.paths("out")
        made.write({"roles/cook.yaml": "title: Chef"})
        for named in ("-f", "md"), ("-t", "classic"), ("--lang", "en"):
            made.run("export", *named)
            made.run("export", "--clean", "-f", "md")
            assert made.paths("out") == before

    @pytest.mark.parametrize(
        "broken",
        [b"id,role\nclerk-1,cl\xff\n", b"id,rolle\nclerk-1,clerk\n", b"id,role\nclerk 1,clerk\n"],
    )
    @pytest.mark.parametrize("command", ["export", "site"])
    def test_the_files_of_a_table_that_cannot_be_read_stay(
        self, made: Project, command: str, broken: bytes
    ) -> None:
        made.run(command)
        before = made.paths("out")
        made.write({"openings/rows.csv": broken})
        for _ in range(2):
            assert made.run(command, "--clean").code == 1
            assert made.paths("out") == before
        made.write({"openings/rows.csv": "\n".join(ROWS.splitlines()[:2])})
        made.run(command, "--clean")
        assert len(made.paths("out")) == len(before) - 1

    @pytest.mark.skipif(sys.platform != "linux", reason="paths are bytes on Linux alone")
    def test_a_path_that_is_no_text_is_remembered(self, made: Project) -> None:
        odd = os.fsdecode(b"openings/t\xe9.csv")
        made.write({odd: ROWS.replace("clerk-", "other-")})
        assert made.run("export", "--json").code == 0
        assert made.run("export").err == "8 files in out: 8 unchanged.\n"
        (made.folder / odd).unlink()
        made.run("export", "--clean")
        assert made.paths("out") == EVERY

    def test_what_stands_behind_a_link_is_told_and_not_forgotten(self, made: Project) -> None:
        (made.folder / "out/openings").rename(made.folder / "elsewhere")
        (made.folder / "out/openings").symlink_to(made.folder / "elsewhere")
        (made.folder / "openings/cook-1.yaml").unlink()
        for _ in range(2):
            run = made.run("export", "--clean")
            assert run.code == 1
            assert "openings/cook-1.md: error: It cannot be removed: a link leads out" in run.err
        (made.folder / "elsewhere/cook-1.md").unlink()
        assert made.run("export", "--clean").code == 0
        assert made.run("export", "--check").code == 0

    def test_it_goes_with_no_check_and_no_single_role(self, made: Project) -> None:
        assert made.run("export", "--clean", "--check").code == 2
        assert made.run("export", "--clean", "cook").code == 2


class TestDryRun:
    def test_it_says_of_each_file_why_it_would_be_made(self, made: Project) -> None:
        made.write({"roles/cook.yaml": "title: Chef"})
        files = json.loads(made.run("export", "-n", "--json").out)["files"]
        why = {record["path"]: record["why"] for record in files}
        changed = "roles/cook.yaml has changed"
        assert why["roles/cook.md"] == changed
        assert why["roles/clerk.md"] == ""
        assert sorted(why) == EVERY

    def test_what_stands_is_counted_and_not_named(self, made: Project) -> None:
        made.write({"postingkit.yaml": FILES["postingkit.yaml"].replace("[md]", "[md, html]")})
        made.run("export")
        (made.folder / "out/roles/cook.md").unlink()
        files = json.loads(made.run("export", "-n", "--json").out)["files"]
        why = {record["path"]: record["why"] for record in files if record["why"]}
        assert why == {"roles/cook.md": "roles/cook.md is missing"}
        run = made.run("export", "-n")
        assert (run.out, run.err) == (
            "roles/cook.md\n",
            "12 files in out: 1 to be made, 11 unchanged.\n",
        )

    @pytest.mark.parametrize(
        "narrowed", [(), ("-f", "md"), ("-f", "html"), ("--lang", "en"), ("-t", "classic")]
    )
    @pytest.mark.parametrize(
        "change",
        [
            {"roles/cook.yaml": "title: Chef"},
            {"openings/rows.csv": "\n".join(ROWS.splitlines()[:2])},
            {"openings/rows.csv": "id,rolle\n"},
            {"templates/sales/template.yaml": "extends: nope"},
            {"out/openings/clerk-2.html": "mine", "openings/rows.csv": "id,role\nclerk-1,clerk"},
            {"postingkit.yaml": FILES["postingkit.yaml"] + "\nnames: '{kind}/{department}-{id}'"},
            {"postingkit.yaml": "formats: [html]"},
        ],
    )
    def test_it_says_what_a_run_then_does(
        self, made: Project, narrowed: tuple[str, ...], change: dict[str, str]
    ) -> None:
        made.write({"postingkit.yaml": FILES["postingkit.yaml"].replace("[md]", "[md, html]")})
        made.run("export")
        made.write(change)
        planned = json.loads(made.run("export", "--clean", "-n", "--json", *narrowed).out)
        done = records(made.run("export", "--clean", "--json", *narrowed))
        by_state = {
            state: sorted(path for path, each in done.items() if each["state"] == state)
            for state in ("made", "removed")
        }
        assert planned["removed"] == by_state["removed"]
        wanted = {each["path"] for each in planned["files"] if each["why"]}
        assert wanted >= {*by_state["made"]}

    def test_it_writes_nothing(self, project: Project) -> None:
        project.write(FILES)
        run = project.run("export", "-n")
        assert sorted(run.out.splitlines()) == EVERY
        assert not (project.folder / "out").exists()


def test_a_role_may_stand_twice_in_a_comparison(made: Project) -> None:
    twice = FILES["postingkit.yaml"].replace("[clerk, cook]", "[clerk, cook, clerk]")
    made.write({"postingkit.yaml": twice})
    assert made.run("export").code == 0
    assert "| **Clerk** | **Cook** | **Clerk** |" in made.text("out/comparisons/both.md")


@pytest.mark.parametrize("jobs", ["2", "auto"])
def test_several_processes_make_the_same(made: Project, jobs: str) -> None:
    made.run("export", "-o", "other", "-j", jobs)
    for path in (*EVERY, ".postingkit/manifest.jsonl"):
        assert made.text(f"other/{path}") == made.text(f"out/{path}")


@pytest.mark.parametrize("jobs", ["0", "-1", "many", "1.5", "1000"])
def test_a_number_of_processes_is_a_number(project: Project, jobs: str) -> None:
    run = project.run("export", "-j", jobs)
    assert run.code == 2
    assert "is neither auto nor a number from 1 to 256" in run.err


def test_what_only_other_runs_asked_for_is_not_told_of(made: Project) -> None:
    made.write({"roles/cook.yaml": "title: Chef"})
    assert made.run("export", "cook", "-f", "html").code == 0
    again = json.loads(made.run("export", "cook", "-f", "html", "--json").out)
    assert [each["path"] for each in again["files"]] == ["roles/cook.html"]
    planned = json.loads(made.run("export", "cook", "-f", "html", "-n", "--json").out)
    assert [each["path"] for each in planned["files"]] == ["roles/cook.html"]


def test_a_check_leaves_what_another_run_is_writing(made: Project) -> None:
    unfinished = "out/.postingkit/unfinished/a.tmp"
    made.write({"roles/cook.yaml": "title: Chef", unfinished: "half"})
    assert made.run("export", "--check").code == 1
    assert (made.folder / unfinished).exists()
