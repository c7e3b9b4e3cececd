"""What font files say of themselves, and which are refused."""

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from font_files import NOTO_SANS, collection, font, table_of_names
from postingkit.typefaces import FaceNames, faces

BOLD_ITALIC = FaceNames("Inter", 700, italic=True, variable=False, index=0)


def test_a_face_says_family_weight_and_slope() -> None:
    assert faces(font("Inter", weight=700, italic=True)) == (BOLD_ITALIC,)


def test_a_real_font_is_read() -> None:
    regular = FaceNames("Noto Sans", 400, italic=False, variable=False, index=0)
    assert faces(NOTO_SANS.read_bytes()) == (regular,)


def test_a_condensed_face_says_its_width() -> None:
    assert faces(font(width=3))[0].width == 3


@pytest.mark.parametrize(
    ("axes", "variable"), [((), False), ((b"opsz",), False), ((b"opsz", b"wght"), True)]
)
def test_a_face_is_variable_if_any_weight_can_be_made_of_it(
    axes: tuple[bytes, ...],
    variable: bool,  # noqa: FBT001 - a value to compare
) -> None:
    assert faces(font(axes=axes))[0].variable == variable


def test_a_collection_holds_several_faces() -> None:
    assert [(each.family, each.index) for each in faces(collection("One", "Two"))] == [
        ("One", 0),
        ("Two", 1),
    ]


@pytest.mark.parametrize(
    ("names", "family"),
    [
        (((3, 0x409, 1, "Inter Medium"), (3, 0x409, 16, "Inter")), "Inter"),
        (((3, 0x411, 1, "メイリオ"), (3, 0x409, 1, "Meiryo")), "Meiryo"),
        (((3, 0x411, 1, "メイリオ"),), "メイリオ"),
        (((1, 0, 1, "Café"),), "Café"),
        (((1, 0, 1, "Old"), (3, 0x409, 1, "New")), "New"),
        (((0, 0, 1, "Inter"), (3, 0x409, 4, "Inter Bold"), (3, 0x409, 1, " \0")), "Inter"),
    ],
)
def test_the_family_is_the_one_of_all_weights_in_english_where_there_is_one(
    names: tuple[tuple[int, int, int, str], ...], family: str
) -> None:
    assert faces(font(names=table_of_names(*names)))[0].family == family


def test_an_old_face_says_bold_and_italic_elsewhere() -> None:
    old = font(weight=700, italic=True, without=(b"OS/2",))
    assert faces(old) == (BOLD_ITALIC,)


@pytest.mark.parametrize("licence", [0x0000, 0x0004, 0x0008, 0x0006])
def test_a_face_that_may_be_embedded_is_read(licence: int) -> None:
    assert faces(font(licence=licence))


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "no TrueType or OpenType font"),
        (b"<svg/>", "no TrueType or OpenType font"),
        (b"wOF2" + bytes(40), "a web font"),
        (font()[:200], "is damaged"),
        (font()[:-1], "is damaged"),
        (font(without=(b"name",)), "is damaged"),
        (b"ttcf" + bytes(8), "is damaged"),
        (b"ttcf\x00\x01\x00\x00\xff\xff\xff\xff", "is damaged"),
        (font(names=table_of_names()), "does not say the name"),
        (font(without=(b"glyf",)), "no outlines"),
        (font(licence=0x0002), "does not let it be embedded"),
        (font(licence=0x0200), "does not let it be embedded"),
        (font(licence=0x0108), "does not let a part of it"),
    ],
)
def test_what_can_stand_in_no_file_is_refused(data: bytes, said: str) -> None:
    with pytest.raises(ValueError, match=said):
        faces(data)


@given(st.integers(0, 400), st.binary(max_size=8))
def test_damage_is_told_and_never_a_crash(place: int, damage: bytes) -> None:
    whole = font(axes=(b"wght",))
    with suppress(ValueError):
        assert faces(whole[:place] + damage + whole[place + len(damage) :])
