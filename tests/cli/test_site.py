"""A careers site on the command line: which files there are, and where their links lead."""

import json
from pathlib import Path
from urllib.parse import urljoin

import lxml.html
import pytest
from lxml import etree

from conftest import Project

OPENING = """\
    role: clerk
    locations: [{{city: {city}, country: DE}}]
    posted: 2026-11-01
    closes: 2026-12-15
    apply: {{url: "https://example.org/apply"}}
    {more}
    """
SETTINGS = """\
    organization: {name: Example & Co}
    languages: [en, de]
    departments:
      sales: {name: Sales, translations: {de: {name: Vertrieb}}}
    """
ADDRESS = 'site: {url: "https://example.org/jobs"}'


def opening(city: str, more: str = "") -> str:
    return OPENING.format(city=city, more=more)


@pytest.fixture
def careers(project: Project) -> Project:
    """Give a project with two open openings, one of them in German, and a closed one."""
    project.write(
        {
            "postingkit.yaml": SETTINGS + ADDRESS,
            "roles/clerk.yaml": "title: Clerk\ndepartment: sales\n"
            "translations: {de: {title: Bürokraft}}",
            "openings/berlin.yaml": opening("Berlin"),
            "openings/bonn.yaml": opening("Bonn", "language: de"),
            "openings/old.yaml": opening("Ulm", "status: closed\n    updated: 2026-11-20"),
        }
    )
    return project


def visible(careers: Project) -> list[str]:
    """Name the files that a server gives."""
    return [path for path in careers.paths("out") if "/." not in path]


def tree(careers: Project, path: str) -> lxml.html.HtmlElement:
    return lxml.html.document_fromstring(careers.text(f"out/site/{path}"))


def test_a_site_has_a_page_for_each_opening_and_files_that_list_them(careers: Project) -> None:
    run = careers.run("site")
    assert run.code == 0
    assert run.err.endswith("15 files in out/site: 15 made.\n")
    assert visible(careers) == sorted(
        [
            *(
                f"site/openings/{name}.{suffix}"
                for name in ("berlin", "bonn.de", "old")
                for suffix in ("docx", "html", "pdf")
            ),
            *(f"site/{name}.xml" for name in ("atom", "rss", "sitemap")),
            "site/feed.json",
            "site/index.html",
            "site/robots.txt",
        ]
    )


def test_a_closed_opening_has_its_page_and_stands_in_no_list(careers: Project) -> None:
    careers.run("site")
    for file in ("index.html", "rss.xml", "atom.xml", "feed.json", "sitemap.xml"):
        text = careers.text(f"out/site/{file}")
        assert "openings/berlin" in text
        assert "openings/old" not in text
    assert "no longer open" in careers.text("out/site/openings/old.html")


def test_the_day_of_a_feed_is_that_of_the_last_change_of_any_opening(careers: Project) -> None:
    careers.run("site")
    feed = etree.fromstring((careers.folder / "out/site/atom.xml").read_bytes())
    assert feed.findtext("{http://www.w3.org/2005/Atom}updated") == "2026-11-20T00:00:00Z"


def test_a_page_leads_to_the_list_and_to_its_files_in_its_own_language(careers: Project) -> None:
    careers.run("site")
    page = tree(careers, "openings/bonn.de.html")
    links = page.xpath("//body/header//a")
    assert [(link.text_content(), link.get("href")) for link in links] == [
        ("Alle offenen Stellen", "../index.html"),
        ("Als Word (DOCX) herunterladen", "bonn.de.docx"),
        ("Als PDF herunterladen", "bonn.de.pdf"),
    ]
    assert [link.get("type") for link in page.xpath("//link[@rel='alternate']")] == [
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        "application/pdf",
    ]


def test_the_list_is_in_the_first_language_and_departments_are_one_in_all(
    careers: Project,
) -> None:
    careers.run("site")
    page = tree(careers, "index.html")
    assert page.xpath("//html/@lang") == ["en"]
    assert page.xpath("//select[@id='department']") == []
    titles = {link.text_content(): link.get("lang") for link in page.xpath("//h2/a")}
    assert titles == {"Clerk": None, "Bürokraft": "de"}


def test_every_link_within_the_site_leads_to_a_file(careers: Project) -> None:
    careers.run("site")
    folder = careers.folder / "out/site"
    for path in folder.rglob("*.html"):
        page = lxml.html.document_fromstring(path.read_text("utf-8"))
        links = [each.get("href", "") for each in page.iter("a", "link")]
        for link in (each for each in links if ":" not in each):
            target = urljoin(path.relative_to(folder).as_posix(), link)
            assert (folder / target).is_file(), f"{path.name}: {link}"


def test_whole_addresses_are_those_that_the_pages_have(careers: Project) -> None:
    careers.run("site")
    (canonical,) = tree(careers, "openings/berlin.html").xpath("//link[@rel='canonical']/@href")
    assert canonical == "https://example.org/jobs/openings/berlin.html"
    assert f"<loc>{canonical}</loc>" in careers.text("out/site/sitemap.xml")


def test_without_an_address_the_site_has_no_feeds_and_says_how_to_get_them(
    careers: Project,
) -> None:
    careers.write({"postingkit.yaml": SETTINGS})
    run = careers.run("site")
    assert run.code == 0
    assert "postingkit.yaml says no address of the site" in run.err
    assert "https://" in run.err
    assert not [path for path in careers.paths("out/site") if path.endswith((".xml", ".json"))]


def test_an_opening_that_says_no_day_is_told_of(careers: Project) -> None:
    careers.write({"openings/new.yaml": "role: clerk\nlocations: [{city: Ulm, country: DE}]"})
    run = careers.run("site")
    assert "openings/new.yaml:1:7: notice: The opening “new” does not say since when" in run.err
    assert "openings/new.html" in careers.text("out/site/sitemap.xml")
    assert "openings/new.html" not in careers.text("out/site/rss.xml")


def test_pages_that_a_sitemap_has_no_room_for_are_told_of(
    careers: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("postingkit.batch.site.MOST_PAGES", 2)
    run = careers.run("site")
    assert "sitemap.xml has room for 2 pages" in run.err


def test_a_project_without_openings_has_a_list_that_says_so(project: Project) -> None:
    project.write({"postingkit.yaml": "", "roles/clerk.yaml": "title: Clerk"})
    assert project.run("site").code == 0
    assert "no open positions" in project.text("out/site/index.html")


def test_an_opening_that_is_broken_costs_itself_only(careers: Project) -> None:
    careers.write({"openings/bad.yaml": "role: nobody"})
    run = careers.run("site")
    assert run.code == 1
    assert "openings/berlin.html" in careers.text("out/site/index.html")


def test_a_second_run_changes_nothing_and_a_check_says_so(careers: Project) -> None:
    assert careers.run("site", "--check").code == 1
    careers.run("site")
    assert "15 unchanged" in careers.run("site").err
    assert careers.run("site", "--check").code == 0


def test_pages_of_openings_that_are_gone_are_told_of_and_cleaned_away(careers: Project) -> None:
    careers.run("site")
    (careers.folder / "openings/bonn.yaml").unlink()
    (careers.folder / "out/site/CNAME").write_text("jobs.example.org", "utf-8")
    careers.run("site")
    run = careers.run("site", "--check")
    assert run.code == 1
    assert "openings/bonn.de.html: foreign" in run.err
    cleaned = careers.run("site", "--clean")
    assert "3 removed" in cleaned.err
    left = [path for path in careers.paths("out/site") if not path.startswith(".")]
    assert "CNAME" in left or (careers.folder / "out/site/CNAME").exists()
    assert not [path for path in left if "bonn" in path]


def test_what_is_broken_today_is_not_cleaned_away(careers: Project) -> None:
    careers.run("site")
    careers.write({"openings/bonn.yaml": "role: nobody"})
    careers.run("site", "--clean")
    assert (careers.folder / "out/site/openings/bonn.de.html").is_file()


def test_an_export_takes_a_site_in_its_folder_for_nobody_elses(careers: Project) -> None:
    careers.run("export")
    careers.run("site")
    assert careers.run("export", "--check").code == 0


def test_a_site_goes_to_no_stream_and_a_check_removes_nothing(careers: Project) -> None:
    assert careers.run("site", "-o", "-").code == 2
    assert careers.run("site", "--check", "--clean").code == 2


def test_a_plan_and_a_report_can_be_had(careers: Project, tmp_path: Path) -> None:
    planned = careers.run("site", "--dry-run").out.splitlines()
    assert planned[-1] == "robots.txt"
    assert not (careers.folder / "out").exists()
    report = json.loads(careers.run("site", "--json", "-o", str(tmp_path / "web")).out)
    assert [file["path"] for file in report["files"]] == planned
    assert (tmp_path / "web" / "index.html").is_file()


def test_an_export_makes_no_site_and_its_pages_lead_nowhere(careers: Project) -> None:
    careers.run("export")
    assert not (careers.folder / "out/site").exists()
    assert "index.html" not in careers.text("out/openings/berlin.html")


def test_formats_of_openings_are_the_downloads(careers: Project) -> None:
    careers.write({"postingkit.yaml": SETTINGS + "openings: {formats: [md, pdf]}"})
    careers.run("site")
    found = careers.paths("out/site/openings")
    assert found[:2] == ["berlin.html", "berlin.pdf"]
    assert not [path for path in found if path.endswith((".md", ".docx"))]


def test_a_path_pattern_of_more_or_fewer_folders_keeps_links_right(careers: Project) -> None:
    careers.write({"postingkit.yaml": SETTINGS + ADDRESS + '\n    names: "{kind}-{id}"'})
    careers.run("site")
    (home,) = tree(careers, "openings-berlin.html").xpath("//a[@rel='up']/@href")
    assert home == "index.html"


def test_a_site_is_made_anew_only_where_something_has_changed(careers: Project) -> None:
    careers.run("site")
    assert careers.run("site").err == "15 files in out/site: 15 unchanged.\n"
    careers.write({"openings/berlin.yaml": opening("Potsdam")})
    files = json.loads(careers.run("site", "--json").out)["files"]
    made = sorted(each["path"] for each in files if each["state"] == "made")
    pages = [f"openings/berlin.{suffix}" for suffix in ("docx", "html", "pdf")]
    assert made == ["atom.xml", "feed.json", "index.html", *pages, "rss.xml"]
    assert careers.run("site", "--check").code == 0


def test_several_processes_make_the_same_site(careers: Project) -> None:
    careers.run("site")
    careers.run("site", "-o", "two", "-j", "2")
    for path in careers.paths("two"):
        made = (careers.folder / "two" / path).read_bytes()
        assert made == (careers.folder / "out/site" / path).read_bytes()


def test_a_site_and_postings_do_not_share_a_folder(careers: Project) -> None:
    careers.run("export")
    careers.run("site")
    for command in (("site", "-o", "out", "--clean"), ("export", "-o", "out/site", "--clean")):
        before = careers.paths("out")
        run = careers.run(*command)
        assert run.code == 2
        assert "name another folder with --output" in run.err
        assert careers.paths("out") == before
