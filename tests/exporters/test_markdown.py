"""Markdown, read back by GitHub's own parser: cmark-gfm makes HTML of it, and lxml reads that."""

import re
from collections.abc import Iterator

import golden
import lxml.html
import pytest
from cmarkgfm import markdown_to_html_with_extensions  # type: ignore[import-untyped]  # untyped
from cmarkgfm.cmark import Options  # type: ignore[import-untyped]  # likewise
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml.html import HtmlElement

from postingkit.document import (
    Block,
    Callout,
    Cell,
    Column,
    Document,
    Emphasis,
    Fact,
    Facts,
    Figure,
    Image,
    Inline,
    Inlines,
    LineBreak,
    Link,
    List,
    ListItem,
    Meta,
    Paragraph,
    Section,
    Strong,
    Table,
    Text,
)
from postingkit.exporters.interface import NoOptions
from postingkit.exporters.markdown import MarkdownExporter
from postingkit.look import Look
from postingkit.testing import (
    PIXEL,
    ExporterContract,
    bullets,
    cell,
    every_kind,
    numbers,
    paragraph,
)

EXTENSIONS = ["table", "autolink", "strikethrough", "tasklist"]
MARKER = re.compile(r"(?:\d+\.|-) ")
NUMBER = re.compile("[0-9]+\\.\u00a0")

export = MarkdownExporter().prepare(Look(), NoOptions())


def html(source: str) -> HtmlElement:
    """Render *source* as GitHub does."""
    rendered = markdown_to_html_with_extensions(source, Options.CMARK_OPT_UNSAFE, EXTENSIONS)
    return lxml.html.fromstring(f"<body>{rendered}</body>")


def find(body: HtmlElement, *tags: str) -> list[HtmlElement]:
    """Give the elements of any of the *tags*, in order."""
    return [one for one in body.iter(*tags) if isinstance(one, HtmlElement)]


def markdown(*blocks: Block, title: str = "T") -> str:
    """Give the Markdown of *blocks*, without the title that stands above them."""
    document = Document(Meta("posting", Text(title)), (Section("s", None, blocks),))
    return export(document).data.decode().partition("\n\n")[2].removesuffix("\n")


def inline(*inlines: Inline | str) -> str:
    """Give the Markdown of a paragraph; texts may be written as plain strings."""
    return markdown(Paragraph(tuple(Text(one) if isinstance(one, str) else one for one in inlines)))


def strong(text: str) -> Strong:
    return Strong((Text(text),))


def stressed(text: str) -> Emphasis:
    return Emphasis((Text(text),))


def squash(text: str) -> str:
    return re.sub(r"\s+", "", text)


class TestContract(ExporterContract):
    exporter = MarkdownExporter()

    def read(self, data: bytes) -> str:
        body = html(data.decode())
        for line in find(body, "td", "br"):
            _drop_marker(line)
        for item in find(body, "li"):
            item.text = NUMBER.sub("", item.text or "", count=1)
        return "".join(map(str, body.itertext()))


def _drop_marker(line: HtmlElement) -> None:
    """Drop the marker of a list's item at the start of a *line* of a cell: after a <br>, or not."""
    if line.tag == "br":
        line.tail = "\n" + MARKER.sub("", (line.tail or "").lstrip(), count=1)
    elif MARKER.match(line.text or ""):
        line.text = MARKER.sub("", line.text or "", count=1)


def test_every_kind_of_block_is_written_as_in_the_golden_file() -> None:
    golden.check("md_every_kind.md", export(every_kind()).data.decode())


# Text


@pytest.mark.parametrize(
    "text",
    [
        "1.5 years - remote, C# & C++ > 50 % of snake_case_names, 5 < 6, 2 * 3 = 6",
        "Data Engineer [m/f/d], ~50 people (e.g., R&D); who? You!",
        "$90,000 - $100,000 a year, or AT&T; 10:30; #1 of 3",
        "A path C:/here, an idea: this.",
        "“Quotes” – and 'others' | “more”…",
        "1.5 years",
        "-5 degrees",
        "2024 was good. 3) no",
    ],
)
def test_prose_stays_as_it_is(text: str) -> None:
    assert inline(text) == text


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("C*", r"C\*"),
        ("_x_ and __y__", r"\_x\_ and \_\_y\_\_"),
        ("`code`", r"\`code\`"),
        ("~~gone~~", r"\~\~gone\~\~"),
        ("back\\slash", r"back\\slash"),
        ("[a](b)", r"\[a](b)"),
        ("![a](b)", r"!\[a](b)"),
        ("[a]: b", r"\[a]: b"),
        ("(a)[b]", r"(a)\[b]"),
        ("[!NOTE]", r"\[!NOTE]"),
        ("<b>", r"\<b>"),
        ("&amp; &#65;", r"\&amp; \&#65;"),
        ("https://example.org", r"https\://example.org"),
        ("www.example.org", r"www\.example.org"),
        ("jobs@example.org", r"jobs\@example.org"),
        ("$x$ and $90–$100", r"\$x\$ and \$90–\$100"),
        ("# no heading", r"\# no heading"),
        ("- no item", r"\- no item"),
        ("+ no item", r"\+ no item"),
        ("7. no item", r"7\. no item"),
        ("7) no item", r"7\) no item"),
        ("> no quote", r"\> no quote"),
        ("---", r"\---"),
        ("===", r"\==="),
        ("[ ] no task", r"\[ ] no task"),
        ("| no | row |", r"\| no | row |"),
    ],
)
def test_what_could_be_markup_is_escaped(text: str, source: str) -> None:
    assert inline(text) == source
    assert html(source).text_content().strip() == text


def test_a_line_after_a_break_is_escaped_as_the_first_one_is() -> None:
    assert inline("Title", LineBreak(), "===") == "Title\\\n\\==="
    assert inline("a | b", LineBreak(), "- | -") == "a | b\\\n\\- | -"


def test_ends_of_lines_and_tabs_within_a_text_become_spaces() -> None:
    assert inline("a\nb\tc\r\nd") == "a b c d"


def test_white_space_at_the_ends_is_dropped_but_no_break_spaces_stay() -> None:
    assert inline("  a  ") == "a"
    assert inline("a\u2028b") == "a&#8232;b"
    assert inline("a ", stressed("b"), "\u200b\u00ad") == "a *b*\u200b\u00ad"


def test_characters_that_no_text_holds_are_dropped() -> None:
    assert inline("a\x00b\x1b\x7f\x9fc\ud800d") == "abcd"


# Marks


@pytest.mark.parametrize(
    ("inlines", "source"),
    [
        ((strong("a"), " ", stressed("b")), "**a** *b*"),
        ((Strong((Text("a "), stressed("b"))),), "**a *b***"),
        ((strong(" a "), "b"), "**a** b"),
        ((strong("a"), strong("b")), "**ab**&#32;"),
        ((strong("a"), " ", strong("b"), "."), "**a b**."),
        ((strong("ab"), stressed("cd")), "**ab***cd*"),
        ((Strong((strong("a"),)), "."), "**a**."),
        ((strong("a!"), "b"), "**a!**&#98;"),
        (("a", strong("(b)"), "."), "&#97;**(b)**."),
        ((strong("  "), "b"), "b"),
        ((strong("a"), LineBreak(), strong("b"), "."), "**a**\\\n**b**."),
    ],
)
def test_marks_are_written_so_that_they_are_read_as_such(inlines: Inlines, source: str) -> None:
    assert inline(*inlines) == source


def test_a_paragraph_that_is_all_strong_is_not_taken_for_a_heading() -> None:
    assert inline(strong("Benefits")) == "**Benefits**&#32;"
    assert inline(strong("Benefits:")) == "**Benefits:**"


# Links


@pytest.mark.parametrize(
    ("target", "written"),
    [
        ("https://example.org/?a=1&b=2", "https://example.org/?a=1&b=2"),
        ("https://example.org/a(b)", r"https://example.org/a\(b\)"),
        ("https://example.org/a b|c", "https://example.org/a%20b%7Cc"),
        ("https://example.org/?a&copy;=<b>", "https://example.org/?a&amp;copy;=%3Cb%3E"),
        ("mailto:jobs@example.org", "mailto:jobs@example.org"),
        ("tel:+4930123", "tel:+4930123"),
    ],
)
def test_a_link_leads_where_it_should(target: str, written: str) -> None:
    source = inline(Link((Text("Jobs"),), target))
    assert source == f"[Jobs]({written})"
    (link,) = find(html(source), "a")
    assert link.get("href") == target.translate({32: "%20", 60: "%3C", 62: "%3E", 124: "%7C"})


def test_the_words_of_a_link_cannot_end_it() -> None:
    source = inline("see!", Link((Text("a](b)[c"), strong("de")), "https://x.org"), "[e]")
    assert source == r"see\![a\](b)\[c**de**](https://x.org)[e]"
    (link,) = find(html(source), "a")
    assert link.text_content() == "a](b)[cde"


def test_white_space_of_a_link_stands_outside_of_it() -> None:
    assert inline("see", Link((Text(" this "),), "https://x.org"), "now") == (
        "see [this](https://x.org) now"
    )


def test_marks_around_all_of_a_link_stand_around_it() -> None:
    link = Link((strong("this"),), "https://x.org")
    assert inline(strong("see "), link, ".") == "**see [this](https://x.org)**."


# Headings


def titled(*titles: str) -> list[str]:
    sections = tuple(Section("s", Text(title), (paragraph("."),)) for title in titles)
    data = export(Document(Meta("posting", Text("T")), sections)).data
    return re.findall(r"(?m)^## (.*)", data.decode())


def test_a_heading_ends_as_its_words_do_to_linters_delight() -> None:
    assert titled("Example Inc.", "C#", "Why us?") == ["Example Inc&#46;", r"C\#", "Why us?"]


def test_headings_of_the_same_words_differ_in_their_source() -> None:
    assert titled("T", "About", "About") == ["&#84;", "About", "Abou&#116;"]


def test_a_section_without_title_is_just_its_blocks_and_an_empty_one_a_heading() -> None:
    sections = (Section("a", None, ()), Section("b", Text("B"), ()), Section("c", Text("C"), ()))
    data = export(Document(Meta("posting", Text("T")), sections)).data
    assert data == b"# T\n\n## B\n\n## C\n"


# Lists


def test_lists_nest_by_the_width_of_their_markers() -> None:
    nested = List((ListItem((paragraph("a"), numbers("b"))), ListItem((paragraph("c"),))))
    assert markdown(nested) == "- a\n  1. b\n- c"
    ordered = List((ListItem((paragraph("a"), bullets("b"))),), ordered=True)
    assert markdown(ordered) == "1. a\n   - b"


def test_items_of_several_paragraphs_stand_apart() -> None:
    assert markdown(List((ListItem((paragraph("a"), paragraph("b"))),))) == "- a\n\n  b"


def test_a_list_that_starts_elsewhere_keeps_its_numbers() -> None:
    source = markdown(List(numbers("a", "b").items, ordered=True, start=4))
    assert source == "- 4.\u00a0a\n- 5.\u00a0b"


def test_neighbours_of_the_same_kind_stay_two() -> None:
    body = html(markdown(bullets("a"), bullets("b"), Callout((paragraph("c"),)), Callout(())))
    assert len(find(body, "ul")) == len(("a", "b"))
    quotes = html(markdown(Callout((paragraph("c"),)), Callout((paragraph("d"),))))
    assert len(find(quotes, "blockquote")) == len(("c", "d"))


def test_items_without_anything_in_them_are_left_out() -> None:
    assert markdown(bullets("a", " ", "b"), bullets("")) == "- a\n- b"


# Other blocks


def test_facts_are_bullets_with_strong_names() -> None:
    facts = Facts(
        (
            Fact((Text("Level"),), (paragraph("Senior"),)),
            Fact((Text("What else?"),), (bullets("a"),)),
        )
    )
    assert markdown(facts) == "- **Level:** Senior\n- **What else?**\n  - a"


def test_a_callout_is_a_quote() -> None:
    assert markdown(Callout((paragraph("a"), bullets("b")))) == "> a\n>\n> - b"


def test_of_a_figure_the_caption_stays_and_leads_where_it_did() -> None:
    image = Image(PIXEL, "image/png", 20, 20)
    linked = Figure(image, "A code", "https://x.org", (Text("Apply"),))
    assert markdown(linked) == "[Apply](https://x.org)"
    assert markdown(Figure(image, "A pixel", None, (Text("A dot"),))) == "A dot"
    assert markdown(Figure(image, "A pixel")) == ""


# Tables


def rows(source: str) -> list[list[str]]:
    lines = [line for line in source.splitlines() if line.startswith("|")]
    return [[one.strip() for one in re.split(r"(?<!\\)\|", line)[1:-1]] for line in lines]


def test_narrow_tables_are_padded_and_show_their_alignment() -> None:
    columns = (
        Column((Text("Left"),)),
        Column((Text("Mid"),), alignment="center"),
        Column((Text("Right"),), alignment="end"),
    )
    table = Table(columns, ((cell("a"), cell("b|c"), cell("1")), (cell(), cell("ж"), cell("漢字"))))
    assert markdown(table).splitlines() == [
        "| Left | Mid  | Right |",
        "| ---- | :--: | ----: |",
        r"| a    | b\|c |     1 |",
        "|      |  ж   |  漢字 |",
    ]


def test_wide_tables_are_not_padded() -> None:
    table = Table((Column((Text("A"),)), Column((Text("B"),))), ((cell("x" * 120), cell()),))
    assert markdown(table).splitlines()[1:] == ["| --- | --- |", f"| {'x' * 120} | |"]


def test_heads_and_names_of_rows_are_strong_where_rows_have_names() -> None:
    table = Table((Column((Text("A"),)),), ((cell("b"),),), row_headers=True)
    assert rows(markdown(table)) == [["**A**"], ["-----"], ["**b**"]]


def test_a_caption_stands_above_its_table() -> None:
    table = Table((Column((Text("A"),)),), (), caption=(Text("Caption"),))
    assert markdown(table) == "Caption\n\n| A   |\n| --- |"


def test_blocks_in_a_cell_become_lines_of_it() -> None:
    inner = Table((Column((Text("x"),)), Column((Text("y"),))), ((cell("1"), cell("2")),))
    nested = List((ListItem((paragraph("a"), bullets("b"))),))
    blocks = (paragraph("p"), nested, numbers("c", "d"), Callout((paragraph("e"),)), inner)
    table = Table((Column(()),), ((Cell(blocks),),))
    assert rows(markdown(table))[2] == [
        "p<br>- a<br>&emsp;- b<br>1. c<br>2. d<br>e<br>x · y<br>1 · 2"
    ]


def test_the_comparison_of_roles_is_the_one_this_project_came_from() -> None:
    head, _, *body = rows(markdown(comparison()))
    assert [head, *body] == rows(OVERVIEW)


OVERVIEW = """\
| **Criteria** | **Fullstack Developer (AI Focus)** | **Machine Learning Engineer** | **Data Engineer** |
| **Main Roles** | Develop and test AI-integrated applications and software solutions. | Apply data science techniques to extract insights and enhance decision-making. | Develop and optimize data processes, ensuring data quality in Snowflake. |
| **Key Responsibilities** | 1. AI Tool Exploration<br>2. AI Application Development<br>3. Team Collaboration<br>4. Frontend Development<br>5. Backend Development | 1. Model Implementation<br>2. Data Analysis<br>3. Team Collaboration<br>4. Algorithm Exploration<br>5. AI Task Force Collaboration | 1. Data Pipeline & Storage<br>2. Data Ingestion & Processing<br>3. Snowflake Management<br>4. Tableau Visualization<br>5. Backend Development<br>6. Continuous Learning |
| **Qualifications** | - Bachelor's/Master's in CS or related<br>- Proficient in frontend/backend tech<br>- Familiarity with AI/ML libraries<br>- Strong software development principles | - Bachelor's/Master's in CS or Data Science<br>- Proficient in ML algorithms & frameworks<br>- Strong data science skills | - Bachelor's/Master's in CS or Data Engineering<br>- Experience with Snowflake & Python<br>- Knowledge of Tableau<br>- Strong backend development skills |
| **Technologies** | JavaScript, HTML, CSS, React, Angular, Vue.js, Python, Django, Flask, AI/ML libraries (e.g., TensorFlow, PyTorch) | TensorFlow, PyTorch, scikit-learn, Python | Snowflake, Python, Django, Flask, Tableau |
"""  # noqa: E501 - the rows as they stood there


def comparison() -> Table:
    titles = ("Fullstack Developer (AI Focus)", "Machine Learning Engineer", "Data Engineer")
    columns = tuple(Column((Text(title),)) for title in ("Criteria", *titles))
    return Table(
        columns,
        (
            (
                cell("Main Roles"),
                cell("Develop and test AI-integrated applications and software solutions."),
                cell(
                    "Apply data science techniques to extract insights and enhance decision-making."
                ),
                cell("Develop and optimize data processes, ensuring data quality in Snowflake."),
            ),
            (
                cell("Key Responsibilities"),
                numbered(
                    "AI Tool Exploration",
                    "AI Application Development",
                    "Team Collaboration",
                    "Frontend Development",
                    "Backend Development",
                ),
                numbered(
                    "Model Implementation",
                    "Data Analysis",
                    "Team Collaboration",
                    "Algorithm Exploration",
                    "AI Task Force Collaboration",
                ),
                numbered(
                    "Data Pipeline & Storage",
                    "Data Ingestion & Processing",
                    "Snowflake Management",
                    "Tableau Visualization",
                    "Backend Development",
                    "Continuous Learning",
                ),
            ),
            (
                cell("Qualifications"),
                bulleted(
                    "Bachelor's/Master's in CS or related",
                    "Proficient in frontend/backend tech",
                    "Familiarity with AI/ML libraries",
                    "Strong software development principles",
                ),
                bulleted(
                    "Bachelor's/Master's in CS or Data Science",
                    "Proficient in ML algorithms & frameworks",
                    "Strong data science skills",
                ),
                bulleted(
                    "Bachelor's/Master's in CS or Data Engineering",
                    "Experience with Snowflake & Python",
                    "Knowledge of Tableau",
                    "Strong backend development skills",
                ),
            ),
            (
                cell("Technologies"),
                cell(
                    "JavaScript, HTML, CSS, React, Angular, Vue.js, Python, Django, Flask, "
                    "AI/ML libraries (e.g., TensorFlow, PyTorch)"
                ),
                cell("TensorFlow, PyTorch, scikit-learn, Python"),
                cell("Snowflake, Python, Django, Flask, Tableau"),
            ),
        ),
        row_headers=True,
    )


def numbered(*lines: str) -> Cell:
    return Cell((numbers(*lines),))


def bulleted(*lines: str) -> Cell:
    return Cell((bullets(*lines),))


# Whatever anyone may write

AWKWARD_BITS = (
    *"ab1é€“”(!). *_~[]{}`\\<&#-+:@$|/=>;\u00a0\u0301\u2028",
    *("**", "1. ", "- ", "](x)", "![", "[x]: ", "www.a.b", "http://a.bc", "a@b.cd", "&amp;", "<b>"),
)
awkward = st.lists(st.sampled_from(AWKWARD_BITS), max_size=8).map("".join)
any_text = st.text(st.characters(exclude_categories=["Cc", "Cs", "Cn"]), max_size=12)
texts = st.builds(Text, awkward | any_text)
links = st.just("https://example.org/a_(b)?c=1&d;=*|2")


def _inlines(children: st.SearchStrategy[Inlines]) -> st.SearchStrategy[Inlines]:
    kinds = (
        texts,
        st.builds(Strong, children),
        st.builds(Emphasis, children),
        st.builds(Link, children, links),
        st.builds(LineBreak),
    )
    return st.lists(st.one_of(*kinds), max_size=4).map(tuple)


inlines = st.recursive(texts.map(lambda text: (text,)), _inlines, max_leaves=8)


def shown(parts: Inlines) -> Iterator[str]:
    for part in parts:
        match part:
            case Text(text):
                yield squash(text)
            case Strong(children) | Emphasis(children) | Link(children):
                yield from shown(children)
            case LineBreak():
                pass


@settings(max_examples=400, deadline=None)
@given(inlines)
def test_any_inlines_are_read_back_wherever_they_stand(parts: Inlines) -> None:
    wanted = "".join(shown(parts))
    table = Table((Column(parts),), ((Cell((Paragraph(parts),)),),), row_headers=True)
    callout = Callout((Paragraph(parts),))
    item = List((ListItem((Paragraph(parts),)),))
    for block in (Paragraph(parts), callout, item):
        body = html(markdown(block))
        assert squash(body.text_content()) == wanted
        assert not find(body, "del", "code", "img", "input", "h1", "h2", "hr", "table")
    cells = find(html(markdown(table)), "th", "td")
    assert [squash(one.text_content()) for one in cells] == [wanted, wanted]


@settings(max_examples=200, deadline=None)
@given(awkward | any_text)
def test_any_title_is_read_back(text: str) -> None:
    sections = (Section("s", Text(text), ()),) * 2
    body = html(export(Document(Meta("posting", Text(text)), sections)).data.decode())
    headings = [squash(one.text_content()) for one in find(body, "h1", "h2")]
    assert headings == [squash(text)] * 3 if squash(text) else not headings
