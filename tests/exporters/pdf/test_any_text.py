"""Any text in any field becomes a sound file, and comes back out of it."""

import dataclasses
import io
import unicodedata
from collections import Counter
from collections.abc import Iterator

import pikepdf
import pytest
from any_document import TRICKY, documents, is_bidirectional, shown
from hypothesis import example, given, settings
from pdf_faults import faults
from pdf_samples import RTL_LANGUAGES, Sample
from reader import File, read

from postingkit.document import Document, Figure, Meta, Paragraph, Section, Table, Text, texts

PLENTY = 1_500


def tricky() -> Document:
    blocks = tuple(Paragraph((Text(text),)) for text in TRICKY)
    return Document(
        Meta("posting", Text("T"), organization=TRICKY[0]), (Section("s", None, blocks),)
    )


def is_held(document: Document) -> None:
    """Export *document*, and expect a whole file that says all of it."""
    data = Sample(document).export().data
    with pikepdf.open(io.BytesIO(data)) as pdf:
        assert pdf.check_pdf_syntax() == []
    file = read(data)
    assert faults(file) == []
    says_all(file, document)
    says_in_order(file, document)
    keeps_what_is_not_seen(file, document)


def says_all(file: File, document: Document) -> None:
    """Expect each character as often as the document has it, and no other."""
    said, wanted = file.said, "\n".join(texts(document))
    # A line from right to left may part the name of a character, which then cannot be told.
    if "[" not in said or not (is_turned(document) or is_bidirectional(wanted)):
        assert counted(said) == counted(wanted)


def is_turned(document: Document) -> bool:
    """Say whether any of *document* is set from right to left."""
    languages = {getattr(each, "language", None) for each in parts(document)}
    return document.meta.direction == "rtl" or bool(languages & RTL_LANGUAGES)


def says_in_order(file: File, document: Document) -> None:
    """Expect every text whole and in its place, where it is painted in the order of reading."""
    if is_turned(document):
        return
    found, position = shown(file.said), 0
    for text in texts(document):
        if not is_bidirectional(text):
            position = found.find(shown(text), position)
            assert position >= 0, f"{text!r} is missing or out of order"


def keeps_what_is_not_seen(file: File, document: Document) -> None:
    """Expect alternatives, summaries and properties as the document has them."""
    figures = [shown(each.alternative) for each in parts(document) if isinstance(each, Figure)]
    # A table in a narrow column may have no room for its own columns, and is no table then.
    tables = [shown(each.summary) for section in document.sections for each in section.blocks
              if isinstance(each, Table) and each.summary.isascii() and says_something(each)
             ]  # fmt: skip
    said = [shown(str(each.dictionary.Alt)) for each in file.root.all("Figure")]
    assert said == figures
    kept = {shown(str(each.attribute("/Summary") or "")) for each in file.root.all("Table")}
    assert {*tables} <= kept | {""}
    properties, meta = file.pdf.docinfo, document.meta
    assert shown(str(properties.get("/Author", ""))) == shown(meta.organization)
    assert shown(str(properties.get("/Title", ""))) == shown(meta.title.text)
    for keyword in meta.keywords:
        assert shown(keyword) in shown(str(properties.get("/Keywords", "")))
    for furniture in (meta.header, meta.footer):
        if len(furniture) <= 15 and "[" not in file.furniture:
            assert counted(furniture) <= counted(file.furniture)


def says_something(table: Table) -> bool:
    alone = Document(Meta("posting", Text("T")), (Section("s", None, (table,)),))
    return len([*texts(alone)]) > 1


def counted(text: str) -> Counter[str]:
    """Count characters, but not those that look the other way from right to left."""
    return Counter(each for each in shown(text) if not unicodedata.mirrored(each))


def parts(value: object) -> Iterator[object]:
    """Yield every part of a document, in order."""
    if isinstance(value, tuple):
        for each in value:
            yield from parts(each)
    elif dataclasses.is_dataclass(value):
        yield value
        for field in dataclasses.fields(value):
            yield from parts(getattr(value, field.name))


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("a [GRINNING FACE] b", "a😀b"),
        ("]GRINNING  FACE[", "😀"),
        ("[U+E000][U+10FFFD]", "\ue000\U0010fffd"),
        ("[GRINNING] [U+110000]", "[GRINNING][U+110000]"),
        ("no\u00a0break\u00ad \u200d\ufe0f\u0378\ud800\x00", "nobreak"),
        ("ﬁé", "fie\u0301"),
    ],
)
def test_what_is_compared_is_what_can_be_seen(text: str, wanted: str) -> None:
    assert shown(text) == wanted


def test_what_no_font_has_is_named_in_brackets_and_told() -> None:
    section = Section("s", None, (Paragraph((Text("a \U00010330 b"),)),))
    made = Sample(Document(Meta("posting", Text("T")), (section,))).export()
    assert "a [GOTHIC LETTER AHSA] b" in read(made.data).said
    (notice,) = made.notices
    assert "GOTHIC LETTER AHSA" in notice.message


@settings(max_examples=40, deadline=None)
@given(documents)
@example(tricky())
def test_any_text_becomes_a_sound_file_that_says_it(document: Document) -> None:
    is_held(document)


@pytest.mark.slow
@settings(max_examples=PLENTY, deadline=None)
@given(documents)
def test_plenty_of_texts_become_sound_files_that_say_them(document: Document) -> None:
    is_held(document)
