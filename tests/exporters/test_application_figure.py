"""The code to apply, as each format shows it: in its size, told by its text, and leading there."""

from base64 import b64decode
from io import BytesIO
from typing import Any
from zipfile import ZipFile

import zxingcpp
from lxml import etree, html
from PIL import Image

from postingkit.compose.application import application_figure
from postingkit.document import Document, Meta, Section, Text
from postingkit.exporters.registry import load
from postingkit.look import Look

ADDRESS = "https://jobs.example.org/openings/data-engineer-42?a=1&b=2"
ALTERNATIVE = "Code that leads to the page to apply"
EMU = 36_000
"""What a millimetre is in a Word file."""


def exported(name: str) -> bytes:
    exporter = load(name)
    figure = application_figure(ADDRESS, ALTERNATIVE)
    document = Document(Meta("posting", Text("Clerk")), (Section("apply", None, (figure,)),))
    return exporter.prepare(Look(), exporter.options_type())(document).data


def read(picture: bytes) -> list[str]:
    """Read the codes in a picture as they come out on a screen, which scales it smoothly."""
    shown = Image.open(BytesIO(picture)).convert("L").resize((94, 94), Image.Resampling.BICUBIC)
    return [each.text for each in zxingcpp.read_barcodes(shown)]


def test_word_draws_the_code_with_its_link_and_its_text() -> None:
    with ZipFile(BytesIO(exported("docx"))) as package:
        root: Any = etree.fromstring(package.read("word/document.xml"))
        links: Any = etree.fromstring(package.read("word/_rels/document.xml.rels"))
        targets = {each.get("Id"): each.get("Target") for each in links}
        (picture,) = root.xpath("//*[local-name()='blip']/@*[local-name()='embed']")
        data = package.read(f"word/{targets[picture]}")
    (drawn,) = root.xpath("//*[local-name()='docPr']")
    assert drawn.get("descr") == ALTERNATIVE
    (link,) = drawn.xpath("*[local-name()='hlinkClick']/@*[local-name()='id']")
    assert targets[link] == ADDRESS
    (size,) = root.xpath("//*[local-name()='inline']/*[local-name()='extent']")
    assert (size.get("cx"), size.get("cy")) == (str(25 * EMU), str(25 * EMU))
    assert read(data) == [ADDRESS]


def test_word_shows_the_address_as_a_link_below_the_code() -> None:
    with ZipFile(BytesIO(exported("docx"))) as package:
        root: Any = etree.fromstring(package.read("word/document.xml"))
    (link,) = root.xpath("//*[local-name()='hyperlink']")
    assert "".join(link.itertext()) == ADDRESS
    assert root.xpath("count(//*[local-name()='hyperlink']/preceding::*[local-name()='drawing'])")


def test_a_page_draws_the_code_in_a_link_with_its_text() -> None:
    root: Any = html.document_fromstring(exported("html"))
    (picture,) = root.xpath(f"//figure/a[@href='{ADDRESS}']/img")
    assert picture.get("alt") == ALTERNATIVE
    assert (picture.get("width"), picture.get("height")) == ("94", "94")
    assert read(b64decode(picture.get("src").partition(",")[2])) == [ADDRESS]
    (link,) = root.xpath("//figure/figcaption/a")
    assert (link.get("href"), link.text_content()) == (ADDRESS, ADDRESS)


def test_markdown_gives_the_address_as_a_link_alone() -> None:
    text = exported("md").decode()
    assert text.count("https\\://jobs.example.org/openings/data-engineer-42?a=1&b=2") == 1
    assert text.count(f"]({ADDRESS})") == 1
