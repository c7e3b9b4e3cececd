"""A careers site as people use it, in Chromium: search, filter, open, download, print, keyboard."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

pytestmark = pytest.mark.slow

ROOT = Path(__file__).parent.parent.parent


class Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        pass


def made(folder: Path, project: Path) -> None:
    command = [sys.executable, "-m", "postingkit", "site", "-q", "-o", str(folder)]
    subprocess.run([*command, "-p", str(project)], check=True)


@pytest.fixture(scope="module")
def web(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Path, str]]:
    """Serve the sample project's site from the folder ``careers`` of a web server."""
    folder = tmp_path_factory.mktemp("web")
    made(folder / "careers", ROOT)
    handler = partial(Quiet, directory=str(folder))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield folder, f"http://127.0.0.1:{server.server_port}/careers/"
        server.shutdown()


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Give a browser, or skip: only .ci/run makes sure that there is one."""
    found = shutil.which("chromium") or shutil.which("google-chrome")
    if not found and not os.environ.get("CI"):
        pytest.skip("there is no Chromium here; apt-get install chromium")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=found, args=["--no-sandbox"])
        yield browser
        browser.close()


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    with browser.new_context(locale="en-GB") as context:
        yield context


@pytest.fixture
def page(context: BrowserContext, web: tuple[Path, str]) -> Iterator[Page]:
    """Give the list, opened; whatever goes wrong on it fails the test."""
    wrong: list[str] = []
    page = context.new_page()
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.on("console", lambda said: wrong.append(said.text) if said.type == "error" else None)
    page.on("requestfailed", lambda request: wrong.append(request.url))
    page.goto(web[1])
    yield page
    assert wrong == []


def shown(page: Page) -> list[str]:
    titles = page.locator(".group li h3")
    return [title.inner_text() for title in titles.all() if title.is_visible()]


def said(page: Page) -> str:
    return page.locator("#count").inner_text()


def test_a_search_finds_words_of_title_place_and_technology_in_any_case(page: Page) -> None:
    page.get_by_label("Find a position").press_sequentially("ENGineer bérlin")
    assert shown(page) == ["Data Engineer"]
    assert said(page) == "Open positions: 1 of 4"
    page.get_by_label("Find a position").fill("snowflake")
    assert shown(page) == ["Data Engineer"]
    page.get_by_label("Find a position").fill("nothing like it")
    assert shown(page) == []
    assert page.get_by_text("No open position matches.").is_visible()


@pytest.mark.parametrize(
    ("name", "value", "found"),
    [
        ("Department", "Data", ["Data Engineer", "Senior Machine Learning Engineer"]),
        ("Location", "Dublin, Ireland", ["Fullstack Developer (AI Focus)"]),
        ("Location", "Canada", ["Senior Machine Learning Engineer"]),
        ("Workplace", "Hybrid", ["Data Engineer", "Fullstack Developer (AI Focus)"]),
    ],
)
def test_each_filter_leaves_what_fits(page: Page, name: str, value: str, found: list[str]) -> None:
    page.get_by_label(name).select_option(value)
    assert shown(page) == found
    assert said(page) == f"Open positions: {len(found)} of 4"


def test_what_is_asked_for_stands_in_the_address_and_going_back_undoes_it(page: Page) -> None:
    page.get_by_label("Department").select_option("Data")
    page.get_by_label("Workplace").select_option("Remote")
    address = page.url
    assert address.endswith("?department=Data&workplace=remote")
    page.go_back()
    assert len(shown(page)) == 2
    page.go_back()
    assert len(shown(page)) == 4
    page.goto(address)
    assert shown(page) == ["Senior Machine Learning Engineer"]
    page.get_by_role("button", name="Show all").click()
    assert len(shown(page)) == 4
    assert page.get_by_label("Find a position").evaluate("box => box === document.activeElement")


def test_a_posting_is_opened_and_going_back_keeps_the_search(page: Page) -> None:
    page.get_by_label("Find a position").fill("berlin")
    page.get_by_role("link", name="Data Engineer").click()
    assert page.title() == "Data Engineer"
    page.go_back()
    assert shown(page) == ["Data Engineer"]
    page.get_by_role("link", name="Data Engineer").click()
    page.get_by_role("link", name="All open positions").click()
    assert len(shown(page)) == 4


@pytest.mark.parametrize(("name", "begins"), [("PDF", b"%PDF-"), ("Word (DOCX)", b"PK")])
def test_a_posting_is_downloaded(page: Page, name: str, begins: bytes) -> None:
    page.get_by_role("link", name="Data Engineer").click()
    with page.expect_download() as download:
        page.get_by_role("link", name=f"Download as {name}").click()
    assert download.value.suggested_filename.startswith("data-engineer-berlin.")
    assert Path(download.value.path()).read_bytes().startswith(begins)


def test_the_keyboard_alone_is_enough(page: Page) -> None:
    keyboard = page.keyboard
    names = []
    for _ in range(5):
        keyboard.press("Tab")
        names.append(page.evaluate("document.activeElement.id || document.activeElement.type"))
    assert names == ["q", "submit", "department", "place", "workplace"]
    keyboard.press("ArrowDown")
    assert said(page) == "Open positions: 1 of 4"
    page.get_by_label("Find a position").focus()
    keyboard.type("zzz")
    assert shown(page) == []
    keyboard.press("Escape")
    assert len(shown(page)) == 1
    keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "count"
    keyboard.press("Tab")
    assert page.evaluate("document.activeElement.id") == "reset"
    keyboard.press("Enter")
    assert len(shown(page)) == 4
    page.locator("#count").focus()
    keyboard.press("Tab")
    keyboard.press("Enter")
    page.wait_for_url("**/openings/*.html")


def test_where_the_keyboard_is_can_be_seen(page: Page) -> None:
    page.locator("#count").focus()
    page.keyboard.press("Tab")
    outline = "getComputedStyle(document.activeElement, '::after').outlineStyle"
    assert page.evaluate(outline) == "solid"


@pytest.mark.parametrize("path", ["", "openings/data-engineer-berlin.html"])
@pytest.mark.parametrize("width", [320, 500, 700])
def test_a_narrow_screen_scrolls_in_one_direction_only(
    browser: Browser, web: tuple[Path, str], path: str, width: int
) -> None:
    with browser.new_context(viewport={"width": width, "height": 640}) as context:
        page = context.new_page()
        page.goto(web[1] + path)
        assert page.evaluate("document.documentElement.scrollWidth") == width


@pytest.mark.parametrize("width", [320, 500, 700, 1280])
def test_no_field_stands_out_of_the_form(
    browser: Browser, web: tuple[Path, str], width: int
) -> None:
    with browser.new_context(viewport={"width": width, "height": 640}) as context:
        page = context.new_page()
        page.goto(web[1])
        ends = "each => each.getBoundingClientRect().right"
        form = page.locator("#find").evaluate(ends)
        fields = page.locator("#find :is(input, select, button)").all()
        assert len(fields) == 5
        assert [field for field in fields if field.evaluate(ends) > form] == []


def test_paper_shows_what_was_found_and_no_form(page: Page, tmp_path: Path) -> None:
    page.get_by_label("Department").select_option("Data")
    page.emulate_media(media="print")
    assert not page.locator("form").is_visible()
    assert not page.locator("footer").is_visible()
    assert len(shown(page)) == 2
    page.pdf(path=tmp_path / "list.pdf", prefer_css_page_size=True)
    assert (tmp_path / "list.pdf").stat().st_size > 1000


def test_without_a_script_everything_is_listed_and_filters_work(
    browser: Browser, web: tuple[Path, str]
) -> None:
    with browser.new_context(java_script_enabled=False) as context:
        page = context.new_page()
        page.goto(web[1])
        assert len(shown(page)) == 4
        assert not page.locator("#q").is_visible()
        assert not page.get_by_role("button").first.is_visible()
        page.get_by_label("Location").select_option("Berlin, Germany")
        assert shown(page) == ["Data Engineer"]
        assert page.locator(".group:visible").count() == 1
        page.get_by_role("link", name="Data Engineer").click()
        assert page.title() == "Data Engineer"


def test_it_works_from_a_folder_without_a_server(
    context: BrowserContext, web: tuple[Path, str]
) -> None:
    page = context.new_page()
    page.goto((web[0] / "careers" / "index.html").as_uri())
    page.get_by_label("Department").select_option("Engineering")
    assert len(shown(page)) == 2
    page.get_by_label("Find a position").fill("austin")
    assert len(shown(page)) == 1
    page.get_by_role("link", name="Fullstack").click()
    page.get_by_role("link", name="All open positions").click()
    assert len(shown(page)) == 4


def test_a_list_that_runs_from_the_right_is_searched_likewise(
    context: BrowserContext, tmp_path: Path
) -> None:
    files = {
        "postingkit.yaml": "languages: [ar]\norganization: {name: مثال}",
        "roles/clerk.yaml": "title: مُهندِس بيانات",
        "openings/a.yaml": "role: clerk\nlocations: [{city: القاهرة, country: EG}]",
        "openings/b.yaml": "role: clerk\nlocations: [{city: دبي, country: AE}]",
    }
    for path, text in files.items():
        (tmp_path / path).parent.mkdir(exist_ok=True)
        (tmp_path / path).write_text(text, "utf-8")
    made(tmp_path / "web", tmp_path)
    page = context.new_page()
    page.goto((tmp_path / "web" / "index.html").as_uri())
    assert page.evaluate("getComputedStyle(document.body).direction") == "rtl"
    page.locator("#q").fill("مهندس القاهرة")
    assert page.locator(".group li:visible").count() == 1
    heading, form = page.locator("h1").bounding_box(), page.locator("#find").bounding_box()
    assert heading is not None
    assert form is not None
    assert heading["x"] + heading["width"] == pytest.approx(form["x"] + form["width"], abs=1)
