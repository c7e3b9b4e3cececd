"""Input that hurts, through the real command: a right file in every format, or a clear report."""

import os
import re
import subprocess
import sys
import time
from pathlib import Path

import pytest
import test_docx
import test_html
import test_markdown
import test_pdf

from conftest import Project, Run
from postingkit.testing import words

READERS = {
    "docx": test_docx.TestContract().read,
    "html": test_html.TestHtml().read,
    "md": test_markdown.TestContract().read,
    "pdf": test_pdf.TestPdf().read,
}
LONGEST = 20.0  # seconds for the slowest of these on the slowest of machines


def say(project: Project, role: str, *lost: str) -> None:
    """Export *role* in every format, and expect each word of the rest of it in each file."""
    project.write({"roles/role.yaml": role})
    run = project.run("export")
    assert (run.code, run.out) == (0, ""), run.err
    for suffix, read in READERS.items():
        data = (project.folder / f"out/roles/role.{suffix}").read_bytes()
        found = words(read(data))
        missing = [word for word in words(" ".join(lost)) if word not in found]
        assert missing == [], f"{suffix} lost {missing[:5]}"


def refused(project: Project, files: dict[str, str | bytes], *arguments: str) -> Run:
    """Export a project of *files*, one of which cannot be used, beside one that can."""
    project.write({"postingkit.yaml": "formats: [md]", "roles/good.yaml": "title: Good"} | files)
    started = time.monotonic()
    run = project.run("export", *arguments)
    assert time.monotonic() - started < LONGEST
    assert (run.code, run.out) == (1, "")
    assert "Traceback" not in run.err
    assert ": error: " in run.err
    if not arguments:
        assert project.paths("out") == ["roles/good.md"]
    return run


# What is refused, with its place


def brackets(opening: str, number: int = 200_000) -> str:
    return "title: " + opening * number


@pytest.mark.parametrize(
    ("content", "place", "said"),
    [
        ("title: a: b", "1:9", "cannot be read"),
        ("title: 'a", "1:8", "is not closed"),
        (b"\ttitle: A", "1:1", "tabs"),
        ("just words", "1:1", "and not just text"),
        ("- title: A", "1:1", "and not just a list"),
        ("title: [A]", "1:8", "Text is expected here, not a list."),
        ("title: A\nqualifications: {text: a}", "2:17", "A list is expected here"),
        ("title: A\noverview: [a]", "2:11", "A group of fields is expected here"),
        ("a: &a [x]\nb: [*a, *a]", "1:4", "names a place"),
        ("title: A\x07", "1:9", "U+0007"),
        ("title: A\x00", "1:9", "U+0000"),
        (b"title: A\xff", "1:9", "not UTF-8"),
        (b"title: \xed\xb0\x80", "1:8", "not UTF-8"),
        ('title: "\\ud800"', "1:11", "stands for no character"),
        ('title: "\\uFFFF"', "1:8", "U+FFFF"),
        ("", "1:1", "The field “title” is missing."),
        ("title: ''", "1:1", "The field “title” is empty."),
        ("title: '\u200b'", "1:8", "The text is empty."),
        (brackets("["), "1:27", "more than 20 deep"),
        (brackets("{a: "), "1:84", "more than 20 deep"),
        (brackets("- "), "1:8", "A list begins on a line of its own"),
        ("a" * 50_000_000, "1:1", "The file is larger than 2 MB."),
        ("title: A\nbenefits:\n" + "- a\n" * 400_000, "49998:3", "more than 50,000 values"),
        ("title: A\n" + "".join(f"x{n}: a\n" for n in range(20_000)), "2:1", "no field “x0”"),
        ("title: A\nbenefits:\n" + "- [a]\n" * 15_000, "3:3", "Text is expected here"),
        (f"title: A\nresponsibilities: [{{title: a, share: {'9' * 100_000}}}]", "2:38", "whole"),
    ],
    ids=range(26),
)
def test_what_cannot_be_read_is_told_at_its_place_and_costs_itself(
    project: Project, content: str | bytes, place: str, said: str
) -> None:
    run = refused(project, {"roles/bad.yaml": content})
    assert f"roles/bad.yaml:{place}" in run.err
    assert said in run.err


DEVICES = ["CON", "nul", "com1", "LPT9"]
UNSOUND = ["a b", "R&D <senior>", "é", "x" * 150, "a:b", "a\\b"]


@pytest.mark.parametrize("name", DEVICES + UNSOUND)
def test_a_file_whose_name_is_no_id_is_told(project: Project, name: str) -> None:
    run = refused(project, {f"roles/{name}.yaml": "title: A"})
    assert f"roles/{name}.yaml:1:1: error: The file's name cannot be used" in run.err


def test_a_file_whose_name_is_no_text_is_told(project: Project) -> None:
    Path("roles").mkdir()
    Path(os.fsdecode(b"roles/\xff.yaml")).write_text("title: A")
    assert "The file's name cannot be used" in refused(project, {}).err


def test_two_stems_that_differ_in_capitals_are_one_id_twice(project: Project) -> None:
    run = refused(project, {"roles/Data.yaml": "title: A", "roles/data.yaml": "title: B"})
    assert "“data” is also the name of roles/Data.yaml." in run.err


@pytest.mark.parametrize(
    "files",
    [
        {"roles/bad.yaml": "title: A\ndepartment: ../../x.yaml"},
        {"templates/bad/template.yaml": "extends: ../../x.yaml"},
        {"templates/CON/template.yaml": "extends: default"},
        {"templates/bad/template.yaml": "extends: bad"},
        {"templates/bad/template.yaml": "extends: default\ndocx: {x: 1}"},
        {"templates/bad/template.yaml": "extends: default\nsections: {lead: {only: [PDF]}}"},
    ],
)
def test_names_never_lead_out_of_the_project(
    project: Project, files: dict[str, str | bytes]
) -> None:
    project.monkeypatch.setenv("XDG_CACHE_HOME", str(project.folder / "cache"))
    before = sorted(project.folder.parent.glob("*"))
    refused(project, files, "-f", "md,docx")
    assert sorted(project.folder.parent.glob("*")) == before


@pytest.mark.parametrize("name", ["../../x.yaml", "CON.yaml", "/dev/full", "/dev/null/x.yaml", "."])
def test_a_role_named_on_the_command_line_is_read_or_told(project: Project, name: str) -> None:
    run = project.run("export", name, "-f", "md")
    assert run.code in {1, 2}
    assert run.err
    assert project.paths() == ["postingkit.yaml"]


def test_what_never_ends_is_not_read_to_its_end(project: Project) -> None:
    run = project.run("check", "/dev/zero")
    assert (run.code, "The file is larger than 2 MB." in run.err) == (1, True)


# What is made right


def test_signs_of_every_format_stay_what_they_are(project: Project) -> None:
    sign = "R&D <senior> *C* _x_ `y` [z](w) | # 1. - {{ t }} {% raw %} ${u} %s &amp; \\ </w:t> --"
    fields = f"level: '{sign}'\ntechnologies: ['{sign}']\nresponsibilities: ['{sign}']"
    say(project, f"title: '{sign}'\n{fields}", sign)


def test_every_script_is_kept(project: Project) -> None:
    text = "Główny Żółć Ελληνικά Кириллица ÅÄÖ Việt ﬁ 😀👩‍💻🇵🇱 ½ ²"
    project.write({"roles/role.yaml": f"title: '{text}'\nsummary: '{text}'"})
    run = project.run("export")
    assert run.code == 0
    assert "notice" not in run.err
    for suffix, read in READERS.items():
        data = (project.folder / f"out/roles/role.{suffix}").read_bytes()
        assert drawn(read(data)).count(drawn(text)) == 2


def drawn(text: str) -> str:
    """Give *text* without what joins signs of which a PDF tells the joined one alone."""
    return re.sub("[\ufe0f\u200d]", "", text.replace("ﬁ", "fi"))


SCRIPTS = ["工程师", "エンジニア", "مهندس", "מהנדס", "अभियंता", "วิศวกร", "\U0001f600"]


@pytest.mark.parametrize("script", SCRIPTS)
def test_a_word_in_any_script_is_kept_in_text_in_another(project: Project, script: str) -> None:
    project.write({"roles/role.yaml": f"title: 'A {script}'\nsummary: '{script}'"})
    run = project.run("export")
    assert (run.code, "No font has" in run.err) == (0, False)
    turned = script[::-1]  # what is written from right to left stands so in a PDF
    for suffix, read in READERS.items():
        data = (project.folder / f"out/roles/role.{suffix}").read_bytes()
        assert {script, turned} & set(read(data).split())


def test_what_no_font_has_is_told_and_never_lost(project: Project) -> None:
    project.write({"roles/role.yaml": "title: Goth\nsummary: '\U00010330'"})
    run = project.run("export")
    assert run.code == 0
    assert "roles/role.yaml:2:10: notice: No font has “\U00010330” (U+10330)" in run.err
    for suffix, read in READERS.items():
        data = (project.folder / f"out/roles/role.{suffix}").read_bytes()
        assert "\U00010330" in read(data)


def test_two_thousand_words_stand_in_one_cell(project: Project) -> None:
    many = " ".join(f"word{number}" for number in range(2000))
    say(project, f"title: A\nresponsibilities: [{{title: B, text: {many}}}]", many)


def test_a_word_longer_than_a_page_is_wide_is_kept(project: Project) -> None:
    long = "x" * 3000
    item = f"{{title: {long}, text: {long}}}"
    project.write({"roles/role.yaml": f"title: A\nresponsibilities: [{item}]"})
    assert project.run("export").code == 0
    for suffix, read in READERS.items():
        data = (project.folder / f"out/roles/role.{suffix}").read_bytes()
        assert "".join(read(data).split()).count("x") == 6000


def test_four_hundred_responsibilities_are_four_hundred_rows(project: Project) -> None:
    items = "".join(f"  - {{title: title{n}, text: text{n}}}\n" for n in range(400))
    every = " ".join(f"title{n} text{n}" for n in range(400))
    say(project, f"title: A\nresponsibilities:\n{items}", every)


def test_a_role_that_is_only_a_title_is_a_posting(project: Project) -> None:
    say(project, "title: Clerk", "Clerk")


def test_a_role_of_empty_lists_is_a_posting(project: Project) -> None:
    empty = "responsibilities: []\noverview: {}\nsections: []\nsummary:"
    say(project, f"title: Clerk\n{empty}", "Clerk")


def test_roles_that_are_only_titles_can_be_compared(project: Project) -> None:
    project.write({"roles/a.yaml": "title: Clerk", "roles/b.yaml": "title: Smith"})
    assert project.run("compare", "a", "b", "-o", "out", "-f", "docx,html,md,pdf").code == 0
    for suffix, read in READERS.items():
        data = (project.folder / f"out/comparisons/a-and-b.{suffix}").read_bytes()
        assert words(read(data)) == ["Roles", "Compared", "Criteria", "Clerk", "Smith"]


@pytest.mark.parametrize("number", [1, 8, 20])
def test_any_number_of_roles_can_be_compared(project: Project, number: int) -> None:
    names = [f"r{n}" for n in range(number)]
    project.write(
        {f"roles/{name}.yaml": f"title: T{name}\nresponsibilities: [one {name}]" for name in names}
    )
    assert project.run("compare", *names, "-o", "out", "-f", "docx,html,md,pdf").code == 0
    (folder,) = {path.rpartition(".")[0] for path in project.paths("out")}
    for suffix, read in READERS.items():
        found = words(read((project.folder / f"out/{folder}.{suffix}").read_bytes()))
        assert [name for name in names if name not in found or f"T{name}" not in found] == []


@pytest.mark.parametrize(
    "body",
    [
        "- " * 30 + "deep words",
        "1. " * 30 + "deep words",
        "\n".join("  " * depth + f"- level{depth}" for depth in range(20)) + " deep words",
        "-",
        "- \n- deep words",
        "1.",
        "999999999. deep words",
        "0. deep words",
        "deep\\\n\\\nwords",
        "*" * 4000 + "deep words" + "*" * 4000,
        "[" * 3000 + "deep words" + "](https://a.b)" * 3000,
        "**" + "a **" * 3000 + "deep words",
        "[](https://a.b) deep words",
        "[deep words](https://a.b/" + "x" * 3000 + ")",
        "[deep words](https://a.b/%zz\\\"'<>)",
        "[deep words](tel:+1;ext=<>)",
        "deep\u2028words\u0085and\u2029more",
        "deep\u00a0words\u00ad\u200b\u200d\u202e",
        "# deep words\n\n> a\n\n```\nb\n```\n\n| c |\n| - |",
        "<script>deep words</script><!-- a -->",
        "- a\n\n1. b\n\n- c\n\n* deep words\n\n+ d",
    ],
    ids=range(21),
)
def test_markdown_of_any_kind_keeps_its_words(project: Project, body: str) -> None:
    lines = "\n".join(f"      {line}" for line in body.splitlines())
    role = f"title: A\nsections:\n  - heading: H\n    body: |\n{lines}"
    say(project, role, "deep words" if "deep" in body else "H")
    quoted = body.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    say(project, f'title: A\nsummary: "{quoted}"', "deep words" if "deep" in body else "A")


@pytest.mark.parametrize("title", ["A\\nB", "A\\tB", "A\\u2028B", "A\\r\\nB", "\\n\\nA\\n\\n\\nB"])
def test_a_title_over_lines_is_one_line(project: Project, title: str) -> None:
    say(project, f'title: "{title}"\ntechnologies: ["{title}"]', "A B")
    assert project.text("out/roles/role.md") == "# A B\n\n## Technologies\n\nA B\n"


# In a process of its own


def real(folder: Path, *arguments: str, **environment: str) -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, "-m", "postingkit", *arguments]
    return subprocess.run(
        command,
        cwd=folder,
        env=os.environ | {"XDG_CACHE_HOME": str(folder.parent)} | environment,
        capture_output=True,
        check=False,
        timeout=60,
    )


def test_a_console_of_another_encoding_gets_every_report(project: Project) -> None:
    project.write({"roles/a.yaml": "title: Główny 工程师", "roles/b.yaml": "title: [ż]"})
    for encoding in ("ascii", "cp1252", "utf-8"):
        listed = real(project.folder, "list", PYTHONIOENCODING=encoding, PYTHONUTF8="0")
        assert (listed.returncode, b"Traceback" in listed.stderr) == (1, False)
        assert b"roles/b.yaml:1:8" in listed.stderr


def test_a_reader_who_goes_away_is_no_bug(project: Project) -> None:
    project.write({"roles/a.yaml": f"title: A\nsummary: {'x ' * 200_000}"})
    reading, writing = os.pipe()
    os.close(reading)
    command = [sys.executable, "-m", "postingkit", "export", "a", "-f", "md", "-o", "-", "-q"]
    run = subprocess.run(command, stdout=writing, stderr=subprocess.PIPE, check=False, timeout=60)
    os.close(writing)
    assert (run.returncode, run.stderr) == (1, b"")


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="this system has no endless device")
def test_standard_input_that_never_ends_is_not_read_to_its_end() -> None:
    command = [sys.executable, "-m", "postingkit", "check", "-"]
    with Path("/dev/zero").open("rb") as endless:
        run = subprocess.run(command, stdin=endless, capture_output=True, check=False, timeout=30)
    assert run.returncode == 1
    assert b"The file is larger than 2 MB." in run.stderr


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no full device")
@pytest.mark.parametrize("arguments", [("list",), ("export", "a", "-f", "md", "-o", "-")])
def test_a_full_disk_is_no_bug(project: Project, arguments: tuple[str, ...]) -> None:
    project.write({"roles/a.yaml": "title: A"})
    command = [sys.executable, "-m", "postingkit", *arguments]
    with Path("/dev/full").open("wb") as full:
        run = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, check=False, timeout=60)
    assert run.returncode == 1
    assert b"No space left on device" in run.stderr
    assert b"Traceback" not in run.stderr
