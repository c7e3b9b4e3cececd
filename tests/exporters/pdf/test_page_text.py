"""How running text stands on the page: faces, lines, links, hyphens, spaces."""

import pytest
from pdf_pages import EDGES, Piece, export, found, of, pieces, said, shapes, table
from reader import Annotation, read, spoken

from postingkit.document import (
    Cell,
    Column,
    Document,
    Emphasis,
    Figure,
    Image,
    LineBreak,
    Link,
    Meta,
    Paragraph,
    Section,
    Strong,
    Table,
    Text,
)
from postingkit.look import Look, Page, Prose
from postingkit.testing import PIXEL, bullets, cell, paragraph

JUSTIFIED = Look(text=Prose("justify"))
HYPHENATED = Look(page=Page(width=100), text=Prose(hyphenate=True))
GERMAN = "Verantwortungsbewusstsein Zusammenarbeit Weiterentwicklungsmöglichkeiten " * 4


def linked(target: str) -> Paragraph:
    return Paragraph((Text("See "), Link((Text("this page"),), target)))


def targets(document: Document) -> list[str]:
    file = read(export(document).data)
    return [str(kid.dictionary.A.URI) for link in file.root.all("Link") for kid in link.kids
            if isinstance(kid, Annotation)]  # fmt: skip


def rows(document: Document, look: Look | None = None) -> list[list[Piece]]:
    """Give the pieces of each line below the title."""
    lines: dict[tuple[int, float], list[Piece]] = {}
    for one in pieces(document, look):
        if not one.artifact and one.text.strip() not in {"T", "•"}:
            lines.setdefault((one.page, one.baseline), []).append(one)
    return list(lines.values())


def ends(document: Document, look: Look | None = None) -> list[float]:
    return [max(one.right for one in row) for row in rows(document, look)]


class TestInlines:
    def test_they_have_their_faces(self) -> None:
        both = Strong((Text("strong "), Emphasis((Text("both "),))))
        inlines = (Text("plain "), both, Emphasis((Text("stressed"),)))
        fonts = {one.text.strip(): one.font for one in pieces(of(Paragraph(inlines)))}
        assert fonts["plain"] == "NotoSans-Regular"
        assert fonts["strong"] == "NotoSans-Bold"
        assert fonts["both"] == "NotoSans-BoldItalic"
        assert fonts["stressed"] == "NotoSans-Italic"

    def test_a_face_that_draws_nothing_is_not_asked_for(self) -> None:
        blank = Strong((Text("\u2060"),))
        document = of(Paragraph((Text("日"), blank)), page_label="", title=Text("本"))
        assert read(export(document).data).said == "本\n日"

    def test_a_line_break_begins_a_line(self) -> None:
        inlines = (Text("one"), LineBreak(), Text("two"), LineBreak(), LineBreak(), Text("three"))
        document = of(Paragraph(inlines))
        assert said(document) == ["T", "one", "two", "three"]
        assert len({one.baseline for one in found(document, "one", "two", "three")}) == 3

    def test_a_link_leads_to_its_target_and_is_underlined_where_it_stands(self) -> None:
        target = "https://example.org/a?b=1&c=(2)#d"
        document = of(linked(target))
        (link,) = found(document, "this page")
        line = shapes(document)[-1]
        assert targets(document) == [target]
        assert (line.left, line.right) == pytest.approx((link.left, link.right), abs=1)
        assert 0 < link.baseline - line.top < 3

    def test_a_link_over_two_lines_can_be_clicked_on_both(self) -> None:
        document = of(Paragraph((Link((Text("word " * 30),), "tel:+49-40-1"),)))
        assert targets(document) == ["tel:+49-40-1"] * 2

    @pytest.mark.parametrize("target", ["#title", "javascript:alert(1)", ""])
    def test_no_other_scheme_is_led_to(self, target: str) -> None:
        figure = Figure(Image(PIXEL, "image/png", 9, 9), "alternative", target)
        assert targets(of(figure, linked(target))) == []

    def test_words_in_another_language_say_so(self) -> None:
        document = of(Paragraph((Text("A "), Text("Wort", "de"), Text(" in English."))))
        file = read(export(document).data)
        assert file.said_in("de") == "Wort"
        assert file.said == "T\nA Wort in English."


class TestParagraphs:
    def test_a_lead_is_larger_than_other_paragraphs(self) -> None:
        lead, body = found(
            of(Paragraph((Text("lead"),), "lead"), paragraph("body")), "lead", "body"
        )
        assert lead.size > body.size

    def test_an_unknown_style_is_no_obstacle(self) -> None:
        assert said(of(Paragraph((Text("text"),), "nobody's"))) == ["T", "text"]

    def test_twenty_thousand_words_are_all_there(self) -> None:
        text = " ".join(f"w{number}" for number in range(20_000))
        assert read(export(of(paragraph(text))).data).said.split()[1:] == text.split()

    def test_a_word_wider_than_the_line_is_cut(self) -> None:
        assert max(ends(of(paragraph("x" * 500)))) <= EDGES[1]
        assert len(rows(of(paragraph("x" * 500)))) > 5

    def test_a_no_break_space_holds_its_words_together(self) -> None:
        document = of(paragraph("filling " * 40 + "50\u00a0%\u202f5 " * 40))
        assert not [row for row in rows(document) if row[-1].text.strip().endswith("50")]

    def test_a_soft_hyphen_is_drawn_where_the_line_ends_at_it_alone(self) -> None:
        text = of(paragraph("in\u00addi\u00advis\u00adible " * 9))
        file = read(export(text, Look(page=Page(width=90))).data)
        found = [word for word in file.said.split() if "\u00ad" in word]
        assert 0 < len(found) < 5
        assert {*found} <= {"in\u00addivisible", "indi\u00advisible", "indivis\u00adible"}


class TestJustified:
    def test_all_lines_but_the_last_end_at_the_edge(self) -> None:
        *full, last = ends(of(paragraph("some words of any length " * 20)), JUSTIFIED)
        assert len(full) >= 4
        assert full == pytest.approx([EDGES[1]] * len(full), abs=1.2)
        assert last < EDGES[1] - 5

    def test_a_line_that_a_break_ends_is_not_stretched(self) -> None:
        document = of(Paragraph((Text("short line"), LineBreak(), Text("another"))))
        assert max(ends(document, JUSTIFIED)) < EDGES[1] / 2

    def test_runs_of_several_faces_are_stretched_together(self) -> None:
        inlines = tuple(kind((Text("some words "),)) for kind in (Strong, Emphasis) * 12)
        *full, _ = ends(of(Paragraph(inlines)), JUSTIFIED)
        assert full == pytest.approx([EDGES[1]] * len(full), abs=1.2)

    def test_lists_are_too_but_not_in_cells(self) -> None:
        items = bullets("some words of any length " * 20)
        *full, _ = ends(of(items), JUSTIFIED)
        assert full == pytest.approx([EDGES[1]] * len(full), abs=1.2)
        in_cell = of(table(Cell((items,)), Cell((paragraph("some words of any length " * 20),))))
        assert said(in_cell, JUSTIFIED) == said(in_cell)
        assert ends(in_cell, JUSTIFIED) == pytest.approx(ends(in_cell))

    def test_headings_stay_ragged(self) -> None:
        document = Document(Meta("posting", Text("T")), (Section("s", Text("word " * 60), ()),))
        assert ends(document, JUSTIFIED) == pytest.approx(ends(document))


class TestHyphenated:
    def test_words_are_parted_by_the_patterns_of_their_language(self) -> None:
        file = read(export(of(paragraph(GERMAN), language="de"), HYPHENATED).data)
        parted = {word.partition("\u00ad")[0] for word in file.said.split() if "\u00ad" in word}
        assert parted
        assert parted <= {"Ver", "Verant", "Verantwor", "Verantwortungs", "Verantwortungsbe",
                          "Verantwortungsbewusst", "Zu", "Zusam", "Zusammen", "Zusammenar",
                          "Wei", "Weiter", "Weiterent", "Weiterentwick", "Weiterentwicklungs",
                          "Weiterentwicklungsmög", "Weiterentwicklungsmöglich"}  # fmt: skip

    def test_a_reader_gets_the_word_whole(self) -> None:
        file = read(export(of(paragraph(GERMAN), language="de"), HYPHENATED).data)
        assert file.said.replace("\u00ad", "").split()[1:] == GERMAN.split()
        assert "\u00ad" in file.said

    def test_no_word_is_parted_where_a_theme_does_not_ask_for_it(self) -> None:
        document = of(paragraph(GERMAN), language="de")
        assert set(" ".join(said(document, Look(page=Page(width=140)))).split()) == {
            "T",
            *GERMAN.split(),
        }

    def test_cells_are_and_headings_never(self) -> None:
        columns = (Column((Text("Verantwortungsbewusstsein " * 3),)), Column((Text("B"),)))
        block = Table(columns, ((cell(GERMAN), cell("b " * 200)),))
        document = Document(
            Meta("posting", Text("Verantwortungsbewusstsein zwei " * 4), "de"),
            (Section("s", Text("Weiterentwicklung drei " * 9), (block,)),),
        )
        look = Look(text=Prose(hyphenate=True))
        file = read(export(document, look).data)
        parted = {node.tag for node in file.root.walk() if "\u00ad" in spoken(node)}
        assert "TD" in parted
        assert not {"TH", "H1", "H2"} & parted

    @pytest.mark.parametrize("more", ["", " →"])
    def test_addresses_are_cut_at_their_signs_alone(self, more: str) -> None:
        address = "https://jobs.example.org/engineering/understanding/responsibilities"
        document = of(*[paragraph(f"{'x' * count} {address}{more}") for count in range(30)])
        assert "\u00ad" not in read(export(document, HYPHENATED).data).said
