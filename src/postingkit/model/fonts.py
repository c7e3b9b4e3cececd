"""Reads the font files that a template brings, or says plainly why one cannot be used."""

from typing import Annotated, TypeAlias

from pydantic import PlainValidator
from pydantic_core import PydanticCustomError

from postingkit.errors import InvalidInput
from postingkit.look import Asset
from postingkit.model.assets import read_asset
from postingkit.model.nodes import TextNode
from postingkit.model.reading import kind_of
from postingkit.typefaces import faces


def _read(node: object) -> Asset:
    if isinstance(node, Asset):
        return node
    if not isinstance(node, TextNode):
        message = "The name of a font file is expected here, not {kind}."
        raise PydanticCustomError("font", message, {"kind": kind_of(node)})
    try:
        asset = read_asset(node)
        faces(asset.data)
    except InvalidInput as error:
        (problem, *_) = error.problems
        raise _refused(problem.message, problem.hint) from error
    except ValueError as error:
        hint = "Bring it as TrueType (.ttf) or OpenType (.otf), and with a licence to embed it."
        raise _refused(f"The font “{node}” cannot be used: {error}", hint) from error
    return asset


def _refused(message: str, hint: str) -> PydanticCustomError:
    return PydanticCustomError("font", "{message}", {"message": message, "hint": hint})


FontFile: TypeAlias = Annotated[Asset, PlainValidator(_read, json_schema_input_type=str)]
"""A font in the template's folder, by the name of its file."""
