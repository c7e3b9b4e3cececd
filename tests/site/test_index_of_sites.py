"""The page that lists openings: its groups, filters, words and languages."""

from dataclasses import replace

import lxml.html
import pytest
from listings import CLERK, COOK, HOSTILE, SEEN, listing, site

from postingkit.compose import languages
from postingkit.look import Logo
from postingkit.site import Listed, index_page
from postingkit.site import Site as OneSite
from postingkit.testing import PIXEL

ITEM = "//*[@class='group']//li"


def page(*openings: Listed, of: OneSite | None = None) -> lxml.html.HtmlElement:
    data = b"".join(index_page(listing(*openings), of or site()))
    return lxml.html.document_fromstring(data.decode())


def texts(tree: lxml.html.HtmlElement, path: str) -> list[str]:
    return [" ".join(each.text_content().split()) for each in tree.xpath(path)]


def test_openings_stand_by_department_and_those_without_one_last() -> None:
    tree = page(COOK, CLERK)
    assert texts(tree, "//*[@class='group']/h2") == ["Sales", "Other departments"]
    assert texts(tree, "//*[@class='group']//h3") == ["Clerk", "Koch"]


def test_one_group_alone_has_no_heading_but_its_openings_do() -> None:
    tree = page(CLERK)
    assert texts(tree, "//h1 | //h2 | //h3") == [
        "Open positions at Example & Co",
        "Clerk",
        "New positions as a feed",
    ]


def test_an_opening_says_where_for_how_much_and_until_when() -> None:
    assert texts(page(CLERK), f"{ITEM}/p") == [
        "Berlin, Germany · Łódź, Poland Hybrid",
        "€40,000 a year",
        "Apply by Dec 18, 2026",
    ]


def test_an_opening_without_a_last_day_says_until_when_or_nothing() -> None:
    rolling = replace(CLERK, closes="", rolling=True)
    assert texts(page(rolling), f"{ITEM}/p")[-1] == "Open until filled"
    assert len(texts(page(replace(CLERK, closes="")), f"{ITEM}/p")) == 2


def test_an_opening_leads_to_its_page_wherever_the_site_stands() -> None:
    (link,) = page(CLERK).xpath(f"{ITEM}//a")
    assert link.get("href") == "openings/clerk.html"


def test_what_is_in_another_language_says_so() -> None:
    link, pay = page(COOK).xpath(f"{ITEM}//a | {ITEM}/p/span[@lang]")
    assert (link.get("lang"), pay.get("lang")) == ("de", "de")
    turned = page(COOK, of=site("he")).xpath(f"{ITEM}//a")[0]
    assert turned.get("dir") == "ltr"


def test_a_filter_offers_each_value_once_and_openings_say_which_they_have() -> None:
    tree = page(CLERK, COOK)
    assert texts(tree, "//*[@id='place']/option") == [
        "All places",
        "Berlin, Germany",
        "Dublin, Ireland",
        "Łódź, Poland",
    ]
    assert texts(tree, "//*[@id='workplace']/option") == ["On site or remote", "On site", "Hybrid"]
    places = [item.get("data-place") for item in tree.xpath(ITEM)]
    assert places == ["1 3", "2"]


def test_names_that_differ_in_capitals_alone_have_an_order() -> None:
    names = ("b", "B", "a", "A")
    tree = page(*(replace(CLERK, id=name, places=(name,)) for name in names))
    assert texts(tree, "//*[@id='place']/option")[1:] == ["A", "a", "B", "b"]


def test_what_does_not_tell_openings_apart_is_no_filter() -> None:
    tree = page(CLERK, replace(CLERK, id="other"))
    assert [each.get("id") for each in tree.xpath("//select")] == ["place"]


def test_what_only_a_script_can_do_is_hidden_without_one() -> None:
    tree = page(CLERK, COOK)
    for control in ("[@class='search']", "[@id='reset']", "[@id='nothing']"):
        assert tree.xpath(f"//*{control}")[0].get("hidden") is not None
    assert texts(tree, "//noscript/nav//a") == ["Sales", "Other departments"]


def test_filters_that_would_take_a_browser_seconds_without_a_script_are_hidden_then() -> None:
    many = [replace(CLERK, id=str(n), places=(f"City {n}",)) for n in range(300)]
    rules = page(*many, COOK).xpath("//noscript/style")[0].text_content()
    assert "#find p:has(#place)" in rules
    assert "#workplace > :nth-child(2):checked" in rules


def test_a_form_that_offers_nothing_without_a_script_is_hidden_then() -> None:
    rules = page(CLERK).xpath("//noscript/style")[0].text_content()
    assert "#place > :nth-child(2):checked" in rules
    alone = page(replace(CLERK, places=())).xpath("//noscript/style")[0].text_content()
    assert alone.split() == ["#find", "{", "display:", "none;", "}"]


def test_a_site_without_openings_says_so_and_asks_nothing() -> None:
    tree = page()
    assert texts(tree, "//main") == ["There are no open positions at the moment."]


def test_without_an_address_nothing_needs_one() -> None:
    tree = page(CLERK, of=site(url=""))
    assert (
        tree.xpath("//link[@rel='canonical' or @rel='alternate'] | //footer | //meta[@property]")
        == []
    )


def test_with_an_address_the_page_says_where_it_stands_and_names_its_feeds() -> None:
    tree = page(CLERK)
    (canonical,) = tree.xpath("//link[@rel='canonical']")
    assert canonical.get("href") == "https://example.org/jobs/"
    feeds = [each.get("href") for each in tree.xpath("//link[@rel='alternate']")]
    assert feeds == ["rss.xml", "atom.xml", "feed.json"]
    graph = {each.get("property"): each.get("content") for each in tree.xpath("//meta[@property]")}
    assert graph["og:title"] == "Open positions at Example & Co"


def test_the_list_has_no_structured_data_and_asks_no_address_for_anything() -> None:
    tree = page(CLERK)
    assert tree.xpath("//*[@src or @style or @type='application/ld+json']") == []
    assert len(tree.xpath("//script")) == 1


def test_any_text_is_text() -> None:
    bad = replace(
        CLERK,
        title=HOSTILE,
        pay=HOSTILE,
        department=HOSTILE,
        places=(HOSTILE,),
        keywords=(HOSTILE,),
    )
    tree = page(bad, COOK)
    assert tree.xpath(f"{ITEM}//a")[0].text_content() == SEEN
    assert tree.xpath(ITEM)[0].get("data-words") == SEEN
    assert len(tree.xpath("//script | //b")) == 1


def test_the_logo_stands_above_the_title() -> None:
    marked = site()
    look = replace(marked.look, logo=Logo(PIXEL, "image/png", 20, 20))
    (logo,) = page(CLERK, of=replace(marked, look=look)).xpath("//header/img")
    assert logo.get("alt") == "Example & Co"


@pytest.mark.parametrize("language", languages())
def test_the_page_is_in_the_language_of_its_site(language: str) -> None:
    of = site(language)
    tree = page(CLERK, COOK, of=of)
    html = tree.getroottree().getroot()
    assert (html.get("lang"), html.get("dir")) == (language, of.direction)
    assert texts(tree, "//*[@id='count']") == [
        " ".join(of.words.count.replace("{count}", "2").split())
    ]
    left = [each for each in tree.text_content().split() if each.startswith("{org")]
    assert left == []
