"""A page of a site leads to its list and to the same in other formats; any other page does not."""

from dataclasses import replace

import lxml.html

from postingkit.document import Document, Reference, texts
from postingkit.exporters.html import HtmlExporter
from postingkit.exporters.interface import NoOptions
from postingkit.look import Look
from postingkit.testing import every_kind

HOME = Reference("../index.html", "All & open")
FILE = Reference("every kind.pdf", "Download as <PDF>", "application/pdf")


def page(document: Document) -> lxml.html.HtmlElement:
    data = HtmlExporter().prepare(Look(), NoOptions())(document).data
    return lxml.html.document_fromstring(data.decode())


def on_a_site() -> Document:
    document = every_kind()
    return replace(document, meta=replace(document.meta, home=HOME, downloads=(FILE,)))


def test_the_list_is_the_first_link_of_the_page() -> None:
    link = page(on_a_site()).xpath("//a")[0]
    assert (link.get("href"), link.get("rel"), link.text_content()) == (
        HOME.address,
        "up",
        HOME.label,
    )


def test_a_download_names_its_type_in_the_page_and_in_its_head() -> None:
    tree = page(on_a_site())
    (link,) = tree.xpath("//a[@download]")
    (head,) = tree.xpath("//link[@rel='alternate']")
    assert link.text_content() == FILE.label
    for each in (link, head):
        assert (each.get("href"), each.get("type")) == (FILE.address, FILE.media_type)


def test_these_links_are_no_words_of_the_document() -> None:
    assert list(texts(on_a_site())) == list(texts(every_kind()))


def test_a_page_without_a_site_has_nothing_of_it() -> None:
    tree = page(every_kind())
    assert tree.xpath("//link[@rel='alternate'] | //*[@class='home' or @class='downloads']") == []
    assert ".downloads" not in tree.xpath("string(//style)")
