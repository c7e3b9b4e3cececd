"""Where lines may end: Unicode's own cases, and what posting texts hold."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st
from unicode_files import broken, statements, values

from postingkit.exporters.pdf.text.breaking import (
    MANDATORY,
    emergency,
    is_simple,
    opportunities,
    parts,
    unbroken_script,
)
from postingkit.exporters.pdf.text.breaking.rules import LETTERS, standard
from postingkit.exporters.pdf.text.breaking.simple import PLAIN
from postingkit.exporters.pdf.text.properties import Classes

SIMPLE = "abÉ1 2Ж  -–—/.,;:!?()[]{}«»‹›“”‘’„‚\"'#$%&*+<=>@\\_|~§©®°±·•…€£¿¡ wo rd s"


def cut(text: str, language: str = "en") -> str:
    """Write *text* with a bar wherever a line may end within it."""
    return _barred(text, opportunities(text, language))


def clusters(text: str) -> str:
    """Write *text* with a bar between its clusters."""
    return _barred(text, emergency(text))


def _barred(text: str, verdicts: bytes) -> str:
    signs = zip(text, verdicts, strict=True)
    return "".join(f"{sign}|" if verdict else sign for sign, verdict in signs).removesuffix("|")


def test_all_of_unicodes_cases_come_out_right_by_the_standards_rules() -> None:
    table = Classes("breaking.txt", LETTERS)
    cases = [broken(line) for line in statements("auxiliary/LineBreakTest.txt")]
    assert [
        text
        for text, breaks in cases
        if bytes(map(bool, standard(text.translate(table)))) != breaks
    ] == []


def test_all_of_unicodes_clusters_come_out_right() -> None:
    cases = [broken(line) for line in statements("auxiliary/GraphemeBreakTest.txt")]
    assert [text for text, breaks in cases if emergency(text) != breaks] == []


def test_the_scripts_without_spaces_are_those_of_class_sa() -> None:
    kinds = values("LineBreak.txt")
    assert [char for char, kind in kinds.items() if (kind == "SA") != unbroken_script(char)] == []
    assert not unbroken_script("Data Engineer 日本 हिन्दी ๑๒๓")


@pytest.mark.parametrize(
    "lines",
    [
        "full-|time/|part-|time",
        "a |well-|known |(and |kind) |“team”",
        "Berlin |– |Paris",
        "Berlin|—|Paris",
        "€50,000–|60,000 |a |year",
        "100 |% |or |100%",
        "1/2 |and |10-20 |and |-5 |°C",
        "https://|example.org/|jobs?|id=7",
        "name@example.org",
        "AT&T, |R&D",
    ],
)
def test_lines_end_after_spaces_hyphens_dashes_and_slashes(lines: str) -> None:
    assert cut(lines.replace("|", "")) == lines


@pytest.mark.parametrize(
    "lines",
    [
        "(m/w/d) |n/a |I/O |C/C++ |24/7",
        "e-mail, |T-shirt",
        "Entwicklung |und |-wartung",
        "Mitarbeiter/-innen, |Kolleg*innen, |Leiter:innen",
        "C++ |and |.NET |and |Node.js |and |C#",
        "« belle » |vie",
        "« belle », |vie",
        "the |“so-|called” |(new) |way",
        "das |„Neue“ |(Alte)",
    ],
)
def test_what_belongs_together_stays_on_a_line(lines: str) -> None:
    assert cut(lines.replace("|", "")) == lines


@pytest.mark.parametrize(
    "text", ["10\u00a0km", "a\u2060b", "e\u2011mail", "a\u202fb", "A\ufeffB", "日\u2060本"]
)
def test_no_line_ends_at_a_no_break_space_or_word_joiner(text: str) -> None:
    assert cut(text) == text


def test_a_line_may_end_at_a_soft_hyphen_and_a_zero_width_space() -> None:
    assert cut("Zeit\u00adarbeit") == "Zeit\u00ad|arbeit"
    assert cut("ab\u200bcd") == "ab\u200b|cd"


def test_a_line_must_end_at_a_separator_and_ends_with_the_text() -> None:
    assert opportunities("a\nb\r\nc", "en") == bytes([0, MANDATORY, 0, 0, MANDATORY, 1])
    assert opportunities("a\u2028", "en") == bytes([0, MANDATORY])
    assert opportunities("", "en") == b""


def test_spaces_belong_to_the_line_they_end() -> None:
    assert cut("a   b") == "a   |b"


def test_japanese_lines_neither_begin_with_closing_nor_end_with_opening_marks() -> None:
    assert cut("「経験」と（SQL）。", "ja") == "「経|験」|と|（SQL）。"
    assert cut("年収500万円、", "ja") == "年|収|500|万|円、"


def test_small_kana_may_begin_a_line_in_japanese_alone() -> None:
    assert cut("チャート", "ja-JP") == "チ|ャ|ー|ト"
    assert cut("チャート", "en") == "チャー|ト"


def test_chinese_and_korean_break_between_characters() -> None:
    assert cut("数据工程师（北京）。", "zh-Hans") == "数|据|工|程|师|（北|京）。"
    assert cut("데이터 엔지니어", "ko") == "데|이|터 |엔|지|니|어"


def test_hebrew_keeps_a_hyphen_with_both_its_words() -> None:
    assert cut("אי-שם בארץ", "he") == "אי-שם |בארץ"


def test_emoji_and_flags_stay_whole() -> None:
    assert cut("👩\u200d💻👍🏽🇩🇪🇫🇷") == "👩\u200d💻|👍🏽|🇩🇪|🇫🇷"
    assert clusters("👩\u200d💻👍🏽🇩🇪🇫🇷") == "👩\u200d💻|👍🏽|🇩🇪|🇫🇷"


def test_thai_breaks_at_spaces_and_else_between_clusters() -> None:
    assert cut("ภาษาไทย\u200bที่ ดี", "th") == "ภาษาไทย\u200b|ที่ |ดี"
    assert clusters("เรื่องน้ำ") == "เรื่|อ|ง|น้ำ"


def test_joined_consonants_stay_whole() -> None:
    assert clusters("क्षत्रिय") == "क्ष|त्रि|य"
    assert clusters("ខ្មែរ") == "ខ្មែ|រ"
    assert clusters("தமிழ்நாடு") == "த|மி|ழ்|நா|டு"


@pytest.mark.parametrize(
    "text",
    [
        "Data Engineer",
        "We build data platforms – end-to-end and/or part-time – since 2019.",
        "Größe: 10 % (m/w/d), “C++” & .NET",
        "Требования: опыт работы",
        "Περιγραφή θέσης",
        "Tiếng Việt",
        "",
        " a",
        "a ",
    ],
)
def test_most_texts_are_simple(text: str) -> None:
    assert is_simple(text) == (" .NET" not in text)


@pytest.mark.parametrize(
    "text",
    [
        *("a  b", "a ( b", "a « b", "a » b", "a / b", "a ! b", 'a " b', "— —", "a .b", "a\tb"),
        *("a\u00a0b", "a\u00adb", "a\u200bb", "e\u0301", "日本", "שלום", "ไทย", "हिन्दी", "👍", "½"),
    ],
)
def test_a_text_is_not_simple_where_spaces_do_not_tell(text: str) -> None:
    assert not is_simple(text)


def test_simple_characters_are_single_letters_from_left_to_right() -> None:
    simple = [char for char in map(chr, range(0x110000)) if PLAIN.fullmatch(char)]
    bidi = values("extracted/DerivedBidiClass.txt")
    assert {bidi[char] for char in simple} == {"L", "EN", "ES", "ET", "CS", "WS", "ON"}
    category = values("extracted/DerivedGeneralCategory.txt")
    assert not {category[char] for char in simple} & {"Mn", "Mc", "Me", "Cf", "Cc", "Cn", "Co"}
    assert "".join(char for char in simple if category[char] == "Zs") == " "


@given(st.text(alphabet=st.sampled_from(SIMPLE), max_size=30).filter(is_simple))
def test_a_simple_text_breaks_after_spaces_and_parts(text: str) -> None:
    units: list[str] = []
    for word in text.split(" "):
        *inner, last = parts(word)
        assert "".join((*inner, last)) == word
        units += [*inner, f"{last} "]
    units[-1] = units[-1].removesuffix(" ")
    assert "|".join(filter(None, units)) == cut(text)


@given(st.text(max_size=30), st.sampled_from(["en", "ja", ""]))
def test_any_text_has_a_verdict_for_each_character(text: str, language: str) -> None:
    verdicts = opportunities(text, language)
    assert len(verdicts) == len(emergency(text)) == len(text)
    assert set(verdicts) <= {0, 1, 2}
    if text:
        assert verdicts[-1]
        assert emergency(text)[-1] == 1


@pytest.mark.parametrize(
    "text",
    [
        "(",
        "( ",
        "1/",
        "a\u0301",
        "\u094d",
        "क\u094d",
        " ",
        "\u200d",
        "\u1100",
        "🇦",
        "-",
        "/-",
        "a» ",
    ],
    ids=ascii,
)
def test_long_texts_take_no_more_time_for_their_length(text: str) -> None:
    long = text * (100_000 // len(text))
    started = time.perf_counter()
    opportunities(f"»{long}", "en")
    emergency(f"क{long}")
    is_simple(long)
    parts(long.replace(" ", ""))
    assert time.perf_counter() - started < 5


def test_a_hundred_thousand_words_take_less_than_a_second() -> None:
    text = "Wir bauen „Plattformen“ für alle, Zeit\u00adarbeit, " * 20_000
    started = time.perf_counter()
    opportunities(text, "de")
    assert time.perf_counter() - started < 1
