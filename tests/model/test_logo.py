"""Logos: what is let pass, what is refused and why, and their size on paper."""

from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from postingkit.errors import InvalidInput, Problem
from postingkit.look import Logo
from postingkit.model.drawing import MOST_ELEMENTS
from postingkit.model.templates import TemplateFolder

SVG = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" '
BOXED = SVG + 'viewBox="0 0 40 10">'
DRAWING = f'{BOXED}<rect width="40" height="10" fill="#ff0000"/></svg>'
LAUGHS = '<g id="a0"/>' + "".join(
    f'<g id="a{number + 1}">' + f'<use href="#a{number}"/>' * 10 + "</g>" for number in range(9)
)
"""Ten times ten times ten … parts."""


def picture(kind: str, size: tuple[int, int] = (40, 10)) -> bytes:
    file = BytesIO()
    Image.new("RGB", size, "#1f3a5f").save(file, kind)
    return file.getvalue()


def write(folder: Path, data: bytes | str, settings: str, name: str = "logo.svg") -> TemplateFolder:
    (folder / "templates" / "a").mkdir(parents=True)
    raw = data.encode() if isinstance(data, str) else data
    (folder / "templates" / "a" / name).write_bytes(raw)
    text = f"extends: default\ntheme:\n  logo: {settings}\n"
    (folder / "templates" / "a" / "template.yaml").write_text(text, "utf-8")
    return TemplateFolder(folder / "templates")


def logo(folder: Path, data: bytes | str, settings: str = "logo.svg", name: str = "") -> Logo:
    made = write(folder, data, settings, name or settings).resolve("a").look.logo
    assert made is not None
    return made


def refusal(folder: Path, data: bytes | str, settings: str = "logo.svg") -> Problem:
    with pytest.raises(InvalidInput) as refused:
        write(folder, data, settings).resolve("a")
    (problem,) = refused.value.problems
    return problem


def test_a_drawing_is_as_high_as_logos_are_and_brings_a_picture(tmp_path: Path) -> None:
    made = logo(tmp_path, DRAWING)
    assert (made.media_type, made.width, made.height) == ("image/svg+xml", 56, 14)
    with Image.open(BytesIO(made.fallback)) as fallback:
        assert (fallback.format, fallback.size) == ("PNG", (661, 166))
        assert fallback.convert("RGB").getpixel((300, 80)) == (255, 0, 0)


@pytest.mark.parametrize(("width", "height"), [("80mm", "20mm"), ("8cm", "2cm"), ("4in", "1in")])
def test_a_drawing_may_say_its_size_in_any_unit(width: str, height: str, tmp_path: Path) -> None:
    sized = DRAWING.replace("<svg ", f'<svg width="{width}" height="{height}" ', 1)
    made = logo(tmp_path, sized)
    assert [made.width, made.height] == pytest.approx([56, 14])
    assert made.fallback


def test_the_picture_of_a_drawing_is_equal_in_bytes(tmp_path: Path) -> None:
    assert logo(tmp_path / "a", DRAWING) == logo(tmp_path / "b", DRAWING)


@pytest.mark.parametrize(("kind", "suffix"), [("PNG", "png"), ("JPEG", "jpg")])
def test_a_picture_is_kept_as_it_is(kind: str, suffix: str, tmp_path: Path) -> None:
    data = picture(kind)
    made = logo(tmp_path, data, f"logo.{suffix}")
    assert made == Logo(data, "image/png" if kind == "PNG" else "image/jpeg", 56, 14)


def test_height_and_alternative_text_can_be_set(tmp_path: Path) -> None:
    settings = "{file: logo.svg, height: 2cm, alternative: A red bar}"
    made = logo(tmp_path, DRAWING, settings, "logo.svg")
    assert (made.width, made.height, made.alternative) == (80, 20, "A red bar")


def test_a_very_wide_logo_is_made_lower(tmp_path: Path) -> None:
    made = logo(tmp_path, picture("PNG", (400, 10)), "logo.png")
    assert (made.width, made.height) == (100, 2.5)


@pytest.mark.parametrize(
    "inner",
    [
        "<g/>",
        '<defs><linearGradient id="a"/></defs><path fill="url(#a)" d="M0 0h1"/>',
        '<style>.a{fill:url(#b)} .c,.d{fill:#fff}</style><g id="b"/><path class="a"/>',
        '<g id="a"/><clipPath id="b"><use xlink:href="#a"/></clipPath><use href="#a"/>',
        '<path transform="translate(1 2)" style="fill:#fff;stroke:none"/>',
        "<title>A</title><desc>B</desc><metadata>C</metadata>",
    ],
)
def test_shapes_alone_are_let_pass(inner: str, tmp_path: Path) -> None:
    assert logo(tmp_path, f"{BOXED}{inner}</svg>").fallback


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (f"{BOXED}<text>A</text></svg>", "holds text"),
        (f"{BOXED}<g><tspan>A</tspan></g></svg>", "holds text"),
        (f'{BOXED}<x:text xmlns:x="http://www.w3.org/2000/svg"/></svg>', "holds text"),
        (f"{BOXED}<script>alert(1)</script></svg>", "holds a script"),
        (f'{SVG}viewBox="0 0 1 1" onload="alert(1)"/>', "has a script"),
        (f'{BOXED}<g ONCLICK="a()"/></svg>', "has a script"),
        (f"{BOXED}<foreignObject/></svg>", "holds a foreign object"),
        (f'{BOXED}<image href="data:image/png;base64,AA"/></svg>', "picture within"),
        (f'{BOXED}<use href="https://example.org/a.svg#b"/></svg>', "outside the file"),
        (f'{BOXED}<use xlink:href="other.svg#b"/></svg>', "outside the file"),
        (f'{BOXED}<path fill="url(https://example.org/a#b)"/></svg>', "outside the file"),
        (f"{BOXED}<path style=\"fill:URL( 'a.svg#b' )\"/></svg>", "outside the file"),
        (f"{BOXED}<style>@import 'a.css';</style></svg>", "can fetch"),
        (f"{BOXED}<style>@font-face{{src:url(#a)}}</style></svg>", "can fetch"),
        (f"{BOXED}<style>.a{{fill:u\\72l(a)}}</style></svg>", "can fetch"),
        (f"{BOXED}<style>*{{fill:url(#a)}}</style></svg>", "rules that are not of a class"),
        (f'{BOXED}<animate attributeName="href"/></svg>', "holds animation"),
        (f"{BOXED}<a href='#b'/></svg>", "holds web content"),
        (f"<?xml-stylesheet href='a.css'?>{DRAWING}", "an instruction for programs"),
        (f"<!DOCTYPE svg>{DRAWING}", "a document type"),
        (
            f'<!DOCTYPE svg [<!ENTITY a SYSTEM "file:///etc/passwd">]>{BOXED}&a;</svg>',
            "a document type",
        ),
        (f"{BOXED}{'<g>' * 60}{'</g>' * 60}</svg>", "too many parts"),
        (f"{BOXED}{'<g/>' * MOST_ELEMENTS}</svg>", "too many parts"),
        (f"{BOXED}<g></svg>", "no sound XML"),
        (f"{BOXED}<!-- {'x' * 600_000} --></svg>", "larger than"),
        ("<html/>", "is no SVG"),
        (f"{SVG}/>", "has no size"),
        (f'{SVG}viewBox="0 0 0 nan"/>', "has no size"),
        (f'{SVG}width="1e999" height="1"/>', "has no size"),
        (DRAWING.encode("utf-16"), "not written in UTF-8"),
        (f'{BOXED}<g id="a"><use href="#a"/></g></svg>', "refers to itself"),
        (f"{BOXED}{LAUGHS}</svg>", "repeats its parts too often"),
    ],
)
def test_a_hostile_drawing_is_refused_with_its_place(
    data: bytes | str, said: str, tmp_path: Path
) -> None:
    problem = refusal(tmp_path, data)
    assert said in problem.message
    assert problem.hint
    assert str(problem.place).endswith("template.yaml:3:9")


@pytest.mark.parametrize(
    "name",
    [
        "https://example.org/logo.svg",
        "../../../etc/passwd",
        "/etc/passwd",
        "..\\\\logo.svg",
        "C:/logo.svg",
        "missing.svg",
    ],
)
def test_a_file_from_elsewhere_is_never_read(name: str, tmp_path: Path) -> None:
    problem = refusal(tmp_path, DRAWING, f'"{name}"')
    assert name.replace("\\\\", "\\") in problem.message
    assert str(problem.place).endswith("template.yaml:3:9")


def test_a_link_out_of_the_folder_is_refused(tmp_path: Path) -> None:
    store = write(tmp_path, DRAWING, "link.svg")
    (tmp_path / "secret.svg").write_text(DRAWING, "utf-8")
    (tmp_path / "templates" / "a" / "link.svg").symlink_to(tmp_path / "secret.svg")
    with pytest.raises(InvalidInput, match=r"link\.svg"):
        store.resolve("a")


@pytest.mark.parametrize("cut", [30, 60])
def test_a_damaged_picture_is_refused(cut: int, tmp_path: Path) -> None:
    with pytest.raises(InvalidInput, match=r"damaged|no SVG"):
        write(tmp_path, picture("PNG")[:cut], "logo.png", "logo.png").resolve("a")


def test_a_child_keeps_its_parents_logo_and_where_it_lies(tmp_path: Path) -> None:
    store = write(tmp_path, DRAWING, "logo.svg")
    (tmp_path / "templates" / "b").mkdir()
    (tmp_path / "templates" / "b" / "template.yaml").write_text("extends: a", "utf-8")
    assert store.resolve("b").look.logo == store.resolve("a").look.logo
