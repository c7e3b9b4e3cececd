"""Makes pictures image objects; each is read once, however many files show it.

Nothing is drawn or scaled here, and which way up a photograph stands is known before.
"""

from functools import lru_cache
from io import BytesIO
from typing import NamedTuple

from PIL import Image

from postingkit.exporters.pdf.writing import png
from postingkit.exporters.pdf.writing.file import File
from postingkit.exporters.pdf.writing.syntax import compressed, stream
from postingkit.exporters.pdf.writing.values import Picture

REMEMBERED = 32
"""How many pictures are kept ready."""
_OPAQUE = (255, 255)
_DEVICE = {1: "/DeviceGray", 3: "/DeviceRGB"}
NEWEST = 4
"""The last version of ICC profiles that PDF 1.7 knows."""
_DEVICES = {b"mntr", b"scnr", b"spac"}
_SRGB = (b"sRGB", "sRGB".encode("utf-16-be"))
_COLOURS = {1: b"GRAY", 3: b"RGB "}


class Layer(NamedTuple):
    """A picture's colours, or its opacity: what its dictionary says, and its data.

    A pixel is made of one component or three, or is one that leads into *palette*; *profile* says
    which colours they are, where that is not sRGB.
    """

    entries: str
    components: int
    data: bytes
    palette: bytes = b""
    profile: bytes | None = None


def write_picture(file: File, picture: Picture) -> int:
    """Write *picture* as an image XObject (ISO 32000-1, 8.9.5), and give its number.

    Raises `ValueError` with the picture's name where its data cannot be read.
    """
    try:
        colours, opacity = _layers(picture.data, picture.media_type)
    except Exception as error:  # Pillow raises whatever its decoders come upon
        raise ValueError(f"{picture.name}: {error}") from error
    mask = f"/SMask {_write(file, opacity, '')} 0 R" if opacity else ""
    return _write(file, colours, mask)


def _write(file: File, layer: Layer, mask: str) -> int:
    entries = f"/Type/XObject/Subtype/Image{layer.entries}/ColorSpace{_space(file, layer)}{mask}"
    return file.add_stream(stream(entries, layer.data))


def _space(file: File, layer: Layer) -> str:
    """Write the colour space, and its profile if it has one (ISO 32000-1, 8.6)."""
    components = 3 if layer.palette else layer.components
    space = _DEVICE[components]
    if layer.profile:
        number = file.add_stream(compressed(f"/N {components}", layer.profile))
        space = f"[/ICCBased {number} 0 R]"
    if layer.palette:
        last = len(layer.palette) // 3 - 1
        return f"[/Indexed{space} {last}<{layer.palette.hex()}>]"
    return space


@lru_cache(REMEMBERED)
def _layers(data: bytes, media_type: str) -> tuple[Layer, Layer | None]:
    """Read a picture's colours, and its opacity if there is any."""
    kind = media_type.removeprefix("image/").upper()
    with Image.open(BytesIO(data), formats=[kind]) as image:
        image.load()
        if kind == "JPEG":
            return _photograph(image, data), None
        picture = png.read(data)
        return (_plain(picture, image), None) if picture.plain else _separated(image)


def _photograph(image: Image.Image, data: bytes) -> Layer:
    """Take a JPEG as it is, but for the colours of printing presses."""
    components = len(image.getbands())
    if components not in _DEVICE:
        return _encoded(image.convert("RGB"), None)
    entries = f"/Width {image.width}/Height {image.height}/BitsPerComponent 8/Filter/DCTDecode"
    return Layer(entries, components, data, profile=_profile(image, components))


def _separated(image: Image.Image) -> tuple[Layer, Layer | None]:
    """Part the colours from the opacity."""
    if image.mode.startswith("I"):  # of 16 bits, which Pillow else cuts off at 255
        image = image.point(lambda value: value / 256).convert("L")
    mode = "L" if image.mode in {"1", "L", "LA"} else "RGB"
    profile = _profile(image, len(mode))
    both = image.convert("RGBA")
    opacity = both.getchannel("A")
    colours = _encoded(both.convert(mode), profile)
    return colours, None if opacity.getextrema() == _OPAQUE else _encoded(opacity, None)


def _encoded(image: Image.Image, profile: bytes | None) -> Layer:
    """Compress the pixels, each row as the difference that suits it best."""
    file = BytesIO()
    image.save(file, "PNG", icc_profile=None)
    return _png(png.read(file.getvalue()), profile)


def _plain(picture: png.Png, image: Image.Image) -> Layer:
    """Take the data of a PNG as they are."""
    return _png(picture, _profile(image, 3 if picture.palette else picture.components))


def _png(picture: png.Png, profile: bytes | None) -> Layer:
    depth, components = picture.depth, picture.components
    clear = " ".join(f"{value} {value}" for value in picture.clear)
    entries = (
        f"/Width {picture.width}/Height {picture.height}/BitsPerComponent {depth}"
        f"/Filter/FlateDecode/DecodeParms<</Predictor 15/Columns {picture.width}"
        f"/Colors {components}/BitsPerComponent {depth}>>{f'/Mask[{clear}]' if clear else ''}"
    )
    return Layer(entries, components, picture.data, picture.palette, profile)


def _profile(image: Image.Image, components: int) -> bytes | None:
    """Give the picture's ICC profile where it fits and says more than the file does anyway.

    Archives take those of displays, scanners and colour spaces (ISO 19005-2, 6.2.4.2).
    """
    data = image.info.get("icc_profile")
    if not isinstance(data, bytes) or int.from_bytes(data[:4]) != len(data):
        return None
    usable = data[8] <= NEWEST and data[12:16] in _DEVICES and data[16:20] == _COLOURS[components]
    return data if usable and not any(name in data for name in _SRGB) else None
