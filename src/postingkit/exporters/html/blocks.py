"""Makes blocks HTML; a new kind of block has to be given its HTML here."""

from postingkit.document import (
    Block,
    Blocks,
    Callout,
    Fact,
    Facts,
    Figure,
    List,
    Paragraph,
    Table,
)
from postingkit.exporters.html.context import Context
from postingkit.exporters.html.elements import (
    NOTHING,
    Attributes,
    Html,
    block,
    classes,
    element,
    stacked,
)
from postingkit.exporters.html.inlines import linked, render_inlines
from postingkit.exporters.html.pictures import picture
from postingkit.exporters.html.tables import render_table


def render_blocks(blocks: Blocks, context: Context) -> Html:
    """Give *blocks* one below the other."""
    return stacked([_block(one, context) for one in blocks])


def render_flow(blocks: Blocks, context: Context) -> Html:
    """Give what stands in an item, a cell or a fact: its only paragraph needs no element."""
    match blocks:
        case [Paragraph(parts, style=None, language=None), *rest] if not _has_paragraph(rest):
            return stacked([render_inlines(parts, context), render_blocks(tuple(rest), context)])
        case _:
            return render_blocks(blocks, context)


def _has_paragraph(blocks: list[Block]) -> bool:
    return any(isinstance(one, Paragraph) for one in blocks)


def _block(one: Block, outer: Context) -> Html:
    marks, context = outer.marks(one.language), outer.within(one.language)
    match one:
        case Paragraph():
            attributes = {"class": classes(one.style), **marks}
            return element("p", render_inlines(one.inlines, context), attributes)
        case List():
            return _list(one, marks, context)
        case Facts():
            return _facts(one, marks, context)
        case Table():
            cells = [[render_flow(cell.blocks, context) for cell in row] for row in one.rows]
            return render_table(one, cells, marks, context)
        case Callout():
            attributes = {"class": classes("callout", one.style), "role": "note", **marks}
            return block("div", render_blocks(one.blocks, context), attributes)
        case Figure():
            return _figure(one, marks, context)


def _list(one: List, marks: Attributes, context: Context) -> Html:
    if not one.items:
        return NOTHING
    items = [element("li", render_flow(item.blocks, context)) for item in one.items]
    attributes = {"class": classes(one.style), "start": _start(one), **marks}
    return block("ol" if one.ordered else "ul", stacked(items), attributes)


def _start(one: List) -> str | None:
    return str(one.start) if one.ordered and one.start != 1 else None


def _facts(one: Facts, marks: Attributes, context: Context) -> Html:
    if not one.facts:
        return NOTHING
    facts = [_fact(fact, context) for fact in one.facts]
    return block("dl", stacked(facts), {"class": classes("facts", one.style), **marks})


def _fact(fact: Fact, context: Context) -> Html:
    name = element("dt", render_inlines(fact.name, context))
    value = element("dd", render_flow(fact.value, context))
    return block("div", stacked([name, value]))


def _figure(one: Figure, marks: Attributes, context: Context) -> Html:
    picture = _image(one)
    if one.link:
        picture = linked(picture, one.link)
    if not one.caption:  # only a caption makes a figure one that assistive technology can name
        return block("div", picture, {"class": classes("figure", one.style), **marks})
    caption = element("figcaption", render_inlines(one.caption, context))
    return block("figure", stacked([picture, caption]), {"class": classes(one.style), **marks})


def _image(one: Figure) -> Html:
    image = one.image
    return picture(
        image.data, image.media_type, (image.width, image.height), {"alt": one.alternative}
    )
