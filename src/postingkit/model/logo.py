"""Makes a logo of a template's picture, or says plainly why it cannot be shown."""

from dataclasses import replace
from io import BytesIO
from typing import Annotated, Literal

from pydantic import PlainValidator
from pydantic_core import PydanticCustomError

from postingkit.errors import InvalidInput
from postingkit.look import Asset, Logo
from postingkit.model.assets import read_asset
from postingkit.model.drawing import RefusedDrawing, drawing_size
from postingkit.model.measures import Length
from postingkit.model.nodes import TextNode
from postingkit.model.reading import kind_of
from postingkit.model.values import Located, PlainText

WIDEST = 100.0
"""Millimetres; a wider logo is made lower."""
FINENESS = 300
"""Dots per inch of the picture that stands in for a drawing."""
MOST_PIXELS = 25_000_000
MILLIMETRES_PER_INCH = 25.4
PIXELS_PER_INCH = 96.0
"""What a drawing's own inches are: https://www.w3.org/TR/css-values/#absolute-lengths"""
PICTURES: dict[str | None, Literal["image/png", "image/jpeg"]] = {
    "PNG": "image/png",
    "JPEG": "image/jpeg",
}


def _read(node: object) -> Logo:
    """Read the picture that *node* names; its size is that of the pixels, in no unit yet."""
    if isinstance(node, Logo):
        return node
    if not isinstance(node, TextNode):
        message = "The name of a file is expected here, not {kind}."
        raise PydanticCustomError("logo", message, {"kind": kind_of(node)})
    try:
        asset = read_asset(node)
        return _drawing(asset) if _looks_drawn(asset) else _picture(asset)
    except InvalidInput as error:
        (problem, *_) = error.problems
        raise _refused(problem.message, problem.hint) from error
    except RefusedDrawing as error:
        raise _refused(f"The logo “{node}” {error.reason}", error.hint) from error


def _refused(message: str, hint: str) -> PydanticCustomError:
    return PydanticCustomError("logo", "{message}", {"message": message, "hint": hint})


def _looks_drawn(asset: Asset) -> bool:
    return asset.name.lower().endswith(".svg") or asset.data.lstrip()[:1] in (b"<", b"\xef")


def _drawing(asset: Asset) -> Logo:
    return Logo(asset.data, "image/svg+xml", *drawing_size(asset.data))


def _picture(asset: Asset) -> Logo:
    from PIL import Image, UnidentifiedImageError  # noqa: PLC0415 - few templates have a picture

    try:
        with Image.open(BytesIO(asset.data), formats=tuple(filter(None, PICTURES))) as picture:
            width, height = picture.size
            if width * height > MOST_PIXELS:
                raise RefusedDrawing("has too many pixels.", "1,000 pixels of width are enough.")
            picture.load()
            media_type = PICTURES[picture.format]
    except UnidentifiedImageError as error:
        raise RefusedDrawing("is no SVG, PNG or JPEG.", "Save it as one of these.") from error
    except (OSError, SyntaxError, ValueError, Image.DecompressionBombError) as error:
        raise RefusedDrawing("is damaged.", "Save it anew.") from error
    return Logo(asset.data, media_type, width, height)


class LogoSettings(Located):
    """The employer's mark above the title. A mere text is the name of its file."""

    shorthand = ("file",)

    file: Annotated[Logo, PlainValidator(_read, json_schema_input_type=str)]
    """An SVG, PNG or JPEG in the template's folder, by its name."""
    height: Length = 14.0
    """Its height on paper; its width follows."""
    alternative: PlainText | None = None
    """What it says to those who do not see it; the organization's name if left out."""

    def logo(self) -> Logo:
        """Give the logo in its size on paper; a drawing with a picture to stand in for it."""
        scale = min(self.height / self.file.height, WIDEST / self.file.width)
        width, height = self.file.width * scale, self.file.height * scale
        alternative = self.alternative.text if self.alternative else ""
        logo = replace(self.file, width=width, height=height, alternative=alternative)
        if logo.media_type != "image/svg+xml":
            return logo
        return replace(logo, fallback=_rasterised(logo))


def _rasterised(logo: Logo) -> bytes:
    """Draw a drawing as PNG, on a ground that can be seen through; no font and no file is read."""
    from resvg_py import svg_to_bytes  # noqa: PLC0415 - few templates have a drawing

    dots = max(1, round(logo.width / MILLIMETRES_PER_INCH * FINENESS))
    drawing = logo.data.decode("utf-8-sig")
    return svg_to_bytes(drawing, width=dots, dpi=PIXELS_PER_INCH, skip_system_fonts=True)
