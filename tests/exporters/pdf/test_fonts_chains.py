"""Fallback: which face draws which part of a text."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from postingkit.exporters.pdf.fonts import bundled
from postingkit.exporters.pdf.fonts.library import Library
from postingkit.look import Fonts

LIBRARY = Library(Fonts())
EXTRA = "noto sans jp" in bundled.sources()
with_ideographs = pytest.mark.skipif(not EXTRA, reason="postingkit[fonts] is not installed")


def parts(
    text: str,
    *,
    bold: bool = False,
    italic: bool = False,
    language: str = "en",
    library: Library = LIBRARY,
) -> list[tuple[str | None, str]]:
    chain = library.chain("Noto Sans", bold=bold, italic=italic, language=language)
    return [(face.name if face else None, piece) for face, piece in chain.faces(text)]


def test_plain_text_is_one_run() -> None:
    assert parts("Größe: 5 €") == [("NotoSans-Regular", "Größe: 5 €")]
    assert parts("") == []


@pytest.mark.parametrize(
    ("style", "name"),
    [
        ("regular", "NotoSans-Regular"),
        ("bold", "NotoSans-Bold"),
        ("italic", "NotoSans-Italic"),
        ("bold italic", "NotoSans-BoldItalic"),
    ],
)
def test_each_style_has_its_face(style: str, name: str) -> None:
    assert parts("a", bold="bold" in style, italic="italic" in style) == [(name, "a")]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("مهندس", "NotoSansArabic"),
        ("מהנדס", "NotoSansHebrew"),
        ("วิศวกร", "NotoSansThai"),
        ("अभियंता", "NotoSans"),
        ("→①", "NotoSansSymbols"),
    ],
)
def test_each_script_has_a_face_of_the_texts_weight(text: str, name: str) -> None:
    assert parts(text) == [(f"{name}-Regular", text)]
    assert parts(text, bold=True) == [(f"{name}-Bold", text)]


def test_a_script_without_italics_stands_upright() -> None:
    assert parts("שלום", italic=True) == [("NotoSansHebrew-Regular", "שלום")]


@pytest.mark.parametrize("sign", "✓✔✗★☆☎●○■□▪◆▶►◦☐☑☒✉❖➔➤≤≥≠≈∞√∑→←↑↓⇒½¼¾⅓€₹₪₽₩₿™№℃♻⚠")
def test_signs_that_postings_use_have_a_face(sign: str) -> None:
    ((name, _),) = parts(sign)
    assert name


def test_runs_are_as_long_as_they_can_be() -> None:
    assert parts("a→→b ☎c") == [
        ("NotoSans-Regular", "a"),
        ("NotoSansSymbols-Regular", "→→"),
        ("NotoSans-Regular", "b "),
        ("NotoSansSymbols2-Regular", "☎"),
        ("NotoSans-Regular", "c"),
    ]


@pytest.mark.parametrize(
    "emoji", ["👩🏽‍💻", "🇩🇪", "1️⃣", "☎️", "🏠", "❤️‍🔥", "🏴\U000e0067\U000e0062\U000e007f"]
)
def test_an_emoji_is_one_run_of_the_emoji_face(emoji: str) -> None:
    assert parts(f"a{emoji}b")[1] == ("NotoEmoji-Regular", emoji)


def test_a_sign_is_an_emoji_only_where_it_is_asked_to_look_like_one() -> None:
    assert parts("☎")[0][0] == "NotoSansSymbols2-Regular"
    assert parts("☎\ufe0f")[0][0] == "NotoEmoji-Regular"
    assert parts("☎\ufe0e")[0][0] == "NotoSansSymbols2-Regular"


def test_marks_stay_with_their_letter_and_letters_move_for_their_marks() -> None:
    assert parts("x\u0302y") == [("NotoSans-Regular", "x\u0302y")]
    assert parts("aש\u05c1b")[1] == ("NotoSansHebrew-Regular", "ש\u05c1")


def test_invisible_characters_stay_with_what_is_before_them() -> None:
    joined = "ش\u200c\u200e\ufeff"
    assert parts(f"{joined}a") == [("NotoSansArabic-Regular", joined), ("NotoSans-Regular", "a")]
    assert parts("\u200da") == [("NotoSans-Regular", "\u200da")]


def test_what_no_face_has_is_none() -> None:
    assert parts("a\u1681b") == [
        ("NotoSans-Regular", "a"),
        (None, "\u1681"),
        ("NotoSans-Regular", "b"),
    ]
    assert parts("\ue000\U0010fffd") == [(None, "\ue000\U0010fffd")]


def test_a_mark_that_no_face_has_leaves_its_letter_readable() -> None:
    assert parts("a\U00011c3f\u200d") == [("NotoSans-Regular", "a"), (None, "\U00011c3f\u200d")]


def test_spaces_of_any_width_are_never_missing() -> None:
    spaces = " \u00a0\u1680\u2003\u200a\u202f\u205f\u3000"
    assert parts(spaces) == [("NotoSans-Regular", spaces)]


@with_ideographs
@pytest.mark.parametrize(
    ("language", "name"),
    [("ja", "JP"), ("ko-KR", "KR"), ("zh-Hans", "SC"), ("zh-Hant-TW", "SC"), ("en", "SC")],
)
def test_ideographs_take_the_face_of_their_language(language: str, name: str) -> None:
    assert parts("骨", language=language) == [(f"NotoSans{name}-Regular", "骨")]
    assert parts("骨", language=language, bold=True) == [(f"NotoSans{name}-Bold", "骨")]


@with_ideographs
def test_quotation_marks_beside_ideographs_are_as_wide_as_they() -> None:
    sc, plain = "NotoSansSC-Regular", "NotoSans-Regular"
    assert parts("职“位”……", language="zh") == [(sc, "职“位”……")]
    assert parts("“a” 职—b", language="zh") == [(plain, "“a” "), (sc, "职—"), (plain, "b")]
    assert parts("“채용”", language="ko")[0] == (plain, "“")


def test_without_the_extra_ideographs_are_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bundled, "_EXTRA", "a_package_that_is_not_there")
    bundled.sources.cache_clear()
    try:
        bare = Library(Fonts())
    finally:
        bundled.sources.cache_clear()
    assert parts("漢", library=bare) == [(None, "漢")]


@settings(max_examples=200)
@given(text=st.text(), language=st.sampled_from(["en", "ja", "zh-Hant", "ar", "", "x-y"]))
def test_any_text_comes_back_whole_and_no_face_draws_an_empty_box(text: str, language: str) -> None:
    chain = LIBRARY.chain("Noto Sans", bold=False, italic=False, language=language)
    pieces = chain.faces(text)
    assert "".join(piece for _, piece in pieces) == text
    assert all(one[0] is not other[0] for one, other in pairwise(pieces))
    for face, piece in pieces:
        if face:
            assert all(glyph.number for glyph in face.shape(piece, rtl=False, language=language))
