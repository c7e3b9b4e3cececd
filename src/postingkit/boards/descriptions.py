"""A document's text as a board takes it: in just its tags, as plain text, or as its Markdown.

The words are the document's, in its order, whatever the tags. Sections are made once, however many
documents share them; and so are facts and lists, however many openings share those.
"""

from dataclasses import replace

from postingkit.boards.characters import attribute, bare, clean, entities
from postingkit.boards.profile import Description
from postingkit.boards.simpler import Shape, Simple, Simples, led_by, simplified
from postingkit.document import (
    Block,
    Document,
    Emphasis,
    Fact,
    Facts,
    Inline,
    Inlines,
    LineBreak,
    Link,
    List,
    ListItem,
    Paragraph,
    Section,
    Strong,
    Text,
    has_facts,
    lines,
    only_inline,
)
from postingkit.once import MOST_FACTS, once

SCHEMES = ("http:", "https:", "mailto:", "tel:")
"""Beginnings of addresses that run nothing when they are followed."""


class Descriptions:
    """Writes documents and sections as a board's *rules* have them."""

    def __init__(self, rules: Description) -> None:
        self.rules = rules
        self._html = Html(rules) if rules.tags else None
        self._texts = PlainText(rules)
        # The one document that several fields of an entry ask for, one after the other.
        self._last: tuple[Document, str] | None = None
        html, plain = self._html, self._texts
        self.section_text = once(plain.section, has_facts)
        self.section_html = once(html.section, has_facts) if html else self.section_text
        self.section_content = once(html.content if html else plain.content, has_facts)
        self.section_items = once(html.items if html else plain.content, has_facts)

    def html(self, document: Document) -> str:
        """Write *document*'s sections as HTML, or as plain text where the board keeps no tags."""
        if self._html is None:
            return self.text(document)
        if self._last is None or self._last[0] is not document:
            parts = filter(None, map(self.section_html, document.sections))
            self._last = document, "\n".join(parts)
        return self._last[1]

    def text(self, document: Document) -> str:
        """Write *document*'s sections as plain text."""
        return "\n\n".join(filter(None, map(self.section_text, document.sections)))


class Html:
    """Writes paragraphs and lists in the tags that *rules* name."""

    def __init__(self, rules: Description) -> None:
        tags: tuple[str, ...] = rules.tags
        self._shape = Shape(
            ordered="ol" in tags,
            nested=rules.nested,
            links="kept" if "a" in tags else rules.links,
            facts=rules.facts,
            figures=rules.figures,
        )
        self._written = entities if rules.entities else bare
        self._strong = next((tag for tag in ("strong", "b") if tag in tags), "")
        self._emphasis = next((tag for tag in ("em", "i") if tag in tags), "")
        headings = [tag for tag in ("h3", "h2", "h4", "h1", "h5", "h6") if tag in tags]
        self._heading = headings[0] if headings else ""
        # What is written of these depends on nothing else, and openings that say the same share it.
        self._of_fact = once(self._written_fact, most=MOST_FACTS)
        self._of_name = once(self._written_name)
        self._of_bullets = once(self._written_bullets)
        self._of_title = once(self._written_title)

    def section(self, section: Section) -> str:
        """Write *section* with its heading."""
        title = self._of_title(section.title) if section.title else ""
        return "\n".join(filter(None, (title, self.content(section))))

    def content(self, section: Section) -> str:
        """Write what stands below the heading of *section*."""
        return "\n".join(filter(None, map(self._written_block, section.blocks)))

    def items(self, section: Section) -> str:
        """Write each paragraph below the heading of *section*, and each item, as an item."""
        written: list[str] = []
        for block in simplified(section.blocks, replace(self._shape, ordered=False)):
            match block:
                case Paragraph(inlines):
                    written.append(self._inlines(inlines))
                case List(items):
                    written += map(self._item, items)
        return "\n".join(f"<li>{each}</li>" for each in written)

    def _written_title(self, title: Text) -> str:
        text = self._text(title.text).strip()
        if not text:
            return ""
        if self._heading:
            return f"<{self._heading}>{text}</{self._heading}>"
        return f"<p>{_in_tag(self._strong, text)}</p>"

    def _written_block(self, block: Block) -> str:
        match block:
            case Facts(facts):
                return self._written_facts(facts)
            case List(items, ordered=False):
                return self._of_bullets(items)
            case _:
                return self._blocks(simplified((block,), self._shape))

    def _written_bullets(self, items: tuple[ListItem, ...]) -> str:
        return self._blocks(simplified((List(items),), self._shape))

    def _written_facts(self, facts: tuple[Fact, ...]) -> str:
        written = list(filter(None, map(self._of_fact, facts)))
        if self._shape.facts == "paragraphs" or not written:
            return "\n".join(written)
        return f"<ul>\n{''.join(written)}</ul>"

    def _written_fact(self, fact: Fact) -> str:
        """Write *fact* as the items or the paragraphs that it is among other facts."""
        is_list = self._shape.facts == "list"
        text = self._only_text(fact) if is_list else ""
        if text:
            return f"<li>{self._of_name(fact.name)}{text}</li>\n"
        match simplified(fact.value, self._shape):
            case (Paragraph(inlines),) if is_list:
                return f"<li>{self._of_name(fact.name)}{self._inlines(inlines)}</li>\n"
            case _:
                blocks = simplified((Facts((fact,)),), self._shape)
        match blocks:
            case (List(items),) if is_list:
                return self._items(items)
            case _:
                return self._blocks(blocks)

    def _only_text(self, fact: Fact) -> str:
        """Write the text that *fact* has for its value, as most have; nothing for any other."""
        match only_inline(fact.value):
            case Text(text) if text.strip():
                return self._text(text)
            case Link((Text(text),), target) if self._says(text, target):
                return self._text(text)
            case _:
                return ""

    def _says(self, text: str, target: str) -> bool:
        """Tell whether *text* is the very address, so that it alone stands for a link to it."""
        return text == target and self._shape.links != "kept" and target.startswith("http")

    def _written_name(self, name: Inlines) -> str:
        return self._inlines(led_by(name, self._shape))

    def _blocks(self, blocks: Simples) -> str:
        return "\n".join(map(self._block, blocks))

    def _block(self, block: Simple) -> str:
        match block:
            case Paragraph(inlines):
                return f"<p>{self._inlines(inlines)}</p>"
            case List(items, ordered):
                tag = "ol" if ordered else "ul"
                return f"<{tag}>\n{self._items(items)}</{tag}>"

    def _items(self, items: tuple[ListItem, ...]) -> str:
        return "".join(f"<li>{self._item(item)}</li>\n" for item in items)

    def _item(self, item: ListItem) -> str:
        parts: list[str] = []
        for block in item.blocks:
            match block:
                case Paragraph(inlines):
                    follows = bool(parts) and not parts[-1].endswith("\n")
                    parts.append(f"{'<br>' if follows else ''}{self._inlines(inlines)}")
                case List():
                    parts.append(f"\n{self._block(block)}\n")
                case _:
                    raise AssertionError(block)  # there are simple blocks alone
        return "".join(parts)

    def _inlines(self, inlines: Inlines) -> str:
        return "".join(map(self._inline, inlines))

    def _inline(self, inline: Inline) -> str:
        match inline:
            case Text(text):
                return self._text(text)
            case Strong(children):
                return _in_tag(self._strong, self._inlines(children))
            case Emphasis(children):
                return _in_tag(self._emphasis, self._inlines(children))
            case Link(children, target) if not target.lower().startswith(SCHEMES):
                return self._inlines(children)
            case Link(children, target):
                return f'<a href="{attribute(clean(target))}">{self._inlines(children)}</a>'
            case LineBreak():
                return "<br>"

    def _text(self, text: str) -> str:
        return self._written(" ".join(clean(text).splitlines()) if "\n" in text else clean(text))


def _in_tag(tag: str, content: str) -> str:
    return f"<{tag}>{content}</{tag}>" if tag else content


class PlainText:
    """Writes paragraphs and lists as lines of text, with a bullet or number before each item."""

    def __init__(self, rules: Description) -> None:
        self._bullet = rules.bullet
        self._shape = Shape(links=rules.links, facts=rules.facts, figures=rules.figures)

    def section(self, section: Section) -> str:
        """Write *section* with its heading on a line of its own."""
        title = clean(section.title.text).strip() if section.title else ""
        return "\n\n".join(filter(None, (title, self.content(section))))

    def content(self, section: Section) -> str:
        """Write what stands below the heading of *section*."""
        blocks = simplified(section.blocks, self._shape)
        return clean("\n\n".join("\n".join(self._lines(block)) for block in blocks))

    def _lines(self, block: Simple) -> list[str]:
        match block:
            case Paragraph(inlines):
                return [line.strip() for line in lines(inlines) if line.strip()]
            case List(items, ordered, start):
                numbers = range(start, start + len(items))
                marks = [f"{number}." if ordered else self._bullet for number in numbers]
                parts = map(self._item, marks, items)
                return [line for part in parts for line in part]

    def _item(self, mark: str, item: ListItem) -> list[str]:
        inner = [
            line
            for block in item.blocks
            if isinstance(block, Paragraph | List)
            for line in self._lines(block)
        ]
        first, *rest = inner or [""]
        return [f"{mark} {first}", *(f"  {line}" for line in rest)]
