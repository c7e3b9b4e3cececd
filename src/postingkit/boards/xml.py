"""Writes the fields of an entry as XML; it knows no feed. Each is made a function once."""

from collections.abc import Callable, Iterator, Mapping
from functools import lru_cache
from typing import TypeAlias

from postingkit.boards.characters import attribute, cdata, clean, entities
from postingkit.boards.elements import Element
from postingkit.boards.fields import asked_for, is_anywhere, raw_reader, reader, shaper, text_of
from postingkit.boards.profile import Feed
from postingkit.boards.values import CLEAN, EACH, Entry, Value
from postingkit.once import MOST_KEPT

Write: TypeAlias = Callable[[Entry], str]


def xml_element(name: str, fields: Mapping[str, Element], feed: Feed) -> Write:
    """Give the function that writes the element *name* with its *fields*, for each entry."""
    write = _group(name, fields, feed)
    return lambda entry: write(entry) or f"<{name}/>\n"


def xml_fields(fields: Mapping[str, Element], feed: Feed) -> Write:
    """Give the function that writes *fields* alone."""
    writes = [_field(name, element, feed) for name, element in fields.items()]
    return lambda entry: "".join([write(entry) for write in writes])


def _field(name: str, element: Element, feed: Feed) -> Write:
    write = _group(name, element.fields, feed) if element.fields else _leaf(name, element, feed)
    if element.each is not None:
        write = _repeated(write, EACH[element.each])
    return write if element.when is None else _conditional(write, element)


def _repeated(write: Write, each: Callable[[Entry], Iterator[Entry]]) -> Write:
    return lambda entry: "".join(map(write, each(entry)))


def _conditional(write: Write, element: Element) -> Write:
    return lambda entry: write(entry) if asked_for(element, entry) else ""


def _group(name: str, fields: Mapping[str, Element], feed: Feed) -> Write:
    attributes = [_attribute(each, fields[each]) for each in fields if each.startswith("@")]
    inner = {each: fields[each] for each in fields if not each.startswith("@")}
    write = xml_fields(inner, feed)

    def group(entry: Entry) -> str:
        written = "".join([each(entry) for each in attributes])
        content = write(entry)
        return f"<{name}{written}>\n{content}</{name}>\n" if written or content else ""

    return group


def _attribute(name: str, element: Element) -> Write:
    read = reader(element)

    def write(entry: Entry) -> str:
        text = attribute(clean(text_of(read(entry), element.join)))
        return f' {name[1:]}="{text}"' if text else ""

    return write


def _leaf(name: str, element: Element, feed: Feed) -> Write:
    raw, shaped, tagged = raw_reader(element), shaper(element), _tagged(name, element, feed)
    join, empty = element.join, f"<{name}/>\n"
    nothing = empty if element.kept_empty else ""

    def written(value: Value) -> str:
        return tagged(text_of(shaped(value), join)) or nothing

    # Equal values are written alike, and many entries say the same; but of long texts few do.
    known = written if element.value in CLEAN else lru_cache(MOST_KEPT, typed=True)(written)
    if element.remote is None:
        return lambda entry: known(raw(entry))
    anywhere = tagged(element.remote) or empty

    def write(entry: Entry) -> str:
        found = known(raw(entry))
        return anywhere if found == nothing and is_anywhere(entry) else found

    return write


def _tagged(name: str, element: Element, feed: Feed) -> Callable[[str], str]:
    """Give the function that writes a text as the element *name*, if anything of it is left."""
    escape = _escape(element, feed)
    cleaned = str if element.value in CLEAN else clean

    def tagged(text: str) -> str:
        content = cleaned(text)
        return content and f"<{name}>{escape(content)}</{name}>\n"

    return tagged


def _escape(element: Element, feed: Feed) -> Callable[[str], str]:
    escape = cdata if feed.text == "cdata" else entities
    return (lambda text: escape(entities(text))) if element.escaped else escape
