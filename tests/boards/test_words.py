"""The words of a document arrive at every board in their order, through each of its channels."""

import html
import json
import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import cmarkgfm  # type: ignore[import-untyped]  # untyped
import lxml.html
import pytest
from cmarkgfm.cmark import Options  # type: ignore[import-untyped]  # likewise
from lxml import etree
from vacancies import opening

from postingkit.boards import Head, Profile, board_names, load_profile, paste, write_feed
from postingkit.document import (
    Block,
    Callout,
    Document,
    Facts,
    Figure,
    List,
    Paragraph,
    Table,
    texts,
)
from postingkit.testing import SAMPLES, every_kind, words

FEEDS = tuple(name for name in board_names() if load_profile(name).feed)
BREAKS = re.compile(r"</(p|li|h\d|t[dhr]|blockquote)>|<br */?>|</?(ul|ol|table)[^>]*>")

every_board = pytest.mark.parametrize("board", board_names())
every_feed = pytest.mark.parametrize("board", FEEDS)
every_sample = pytest.mark.parametrize("sample", SAMPLES)


def of_html(source: str) -> str:
    """Read *source* by a parser that is not ours."""
    spaced = BREAKS.sub(r"\g<0> ", source)
    return "".join(map(str, lxml.html.fromstring(f"<div>{spaced}</div>").itertext()))


def of_markdown(source: str) -> str:
    """Read *source* as GitHub does, without what stands between the bars at its beginning."""
    body = re.sub(r"\A---\n.*?\n---\n", "", source, flags=re.DOTALL)
    allowed = Options.CMARK_OPT_UNSAFE  # a line break within the cell of a table is a tag
    return of_html(cmarkgfm.github_flavored_markdown_to_html(body, allowed))


def of_feed(board: str, document: Document) -> str:
    """Give the description that stands in the feed of *board*."""
    profile = load_profile(board)
    data = b"".join(write_feed(profile, [document], Head()))
    if profile.feed and profile.feed.form == "xml":
        found = etree.fromstring(data).findtext(f".//{_field(profile)}") or ""
        return of_html(found) if profile.description.entities else found_bare(found)
    read = json.loads(data)
    (entry,) = read if isinstance(read, list) else read["jobs"]
    return of_html("\n".join(_descriptions(entry)))


def found_bare(source: str) -> str:
    """Read *source* as a reader does that knows tags and no entities."""
    return re.sub(r"<[^<>]*>", " ", re.sub(r"<(?=\u200b)", "\ue000", source)).replace("\ue000", "<")


def _field(profile: Profile) -> str:
    (name,) = (name for name, each in profile.entry.items() if each.value == "description.html")
    return name


def _descriptions(entry: Mapping[str, Any]) -> Iterator[str]:
    yield html.unescape(entry.get("content", ""))  # as Greenhouse has it, with its tags escaped
    yield entry.get("description", "")
    for section in entry.get("lists", ()):
        yield f"<p>{html.escape(section['text'])}</p>{section.get('content', '')}"


def assert_in_order(wanted: Iterable[str], found: Iterable[str]) -> None:
    """Hold that the *wanted* words stand in *found* in order, others between them or not."""
    rest = iter(found)
    assert [word for word in wanted if word not in rest] == []


def wanted(document: Document) -> list[str]:
    """Give the words that the sections of *document* show."""
    title, *others = texts(document)
    assert title == document.meta.title.text
    return words("\n".join(others))


@every_board
@every_sample
def test_in_what_is_pasted_as_html(board: str, sample: str) -> None:
    document, profile = opening(SAMPLES[sample]()), load_profile(board)
    pasted = paste(document, profile)
    if profile.description.tags:
        read = of_html if profile.description.entities else found_bare
        assert_in_order(wanted(document), words(read(pasted.html)))


@every_board
@every_sample
def test_in_what_is_pasted_as_text(board: str, sample: str) -> None:
    document = opening(SAMPLES[sample]())
    assert_in_order(wanted(document), words(paste(document, load_profile(board)).text))


@every_board
@every_sample
def test_in_what_is_pasted_as_markdown(board: str, sample: str) -> None:
    document = opening(SAMPLES[sample]())
    read = words(of_markdown(paste(document, load_profile(board)).markdown))
    assert_in_order(words(document.meta.title.text) + wanted(document), read)


@every_feed
@every_sample
def test_in_a_feed(board: str, sample: str) -> None:
    document = opening(SAMPLES[sample]())
    assert_in_order(wanted(document), words(of_feed(board, document)))


def items(blocks: Iterable[Block]) -> int:
    """Count the items of lists, the rows of tables and the facts in *blocks*."""
    count = 0
    for block in blocks:
        match block:
            case List():
                count += sum(1 + items(item.blocks) for item in block.items)
            case Table():
                inside = (each.blocks for row in block.rows for each in row)
                count += len(block.rows) + sum(map(items, inside))
            case Facts():
                count += sum(1 + items(fact.value) for fact in block.facts)
            case Callout():
                count += items(block.blocks)
            case Paragraph() | Figure():
                pass
    return count


@every_board
def test_no_item_of_a_list_a_table_or_the_facts_is_lost(board: str) -> None:
    document, profile = every_kind(), load_profile(board)
    pasted = paste(document, profile)
    least = items(block for section in document.sections for block in section.blocks)
    if profile.description.tags and profile.description.facts == "list":
        assert pasted.html.count("<li>") >= least
