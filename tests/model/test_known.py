"""Which fields there could be at a place, for hints at what a misspelt one was to be."""

from typing import Annotated

import pytest
from pydantic import BaseModel, Field

from postingkit.model.known import known_fields


class Inner(BaseModel):
    colour: str
    deeper: "dict[str, Inner] | None" = None


class Outer(BaseModel):
    one: Inner | None = None
    many: Annotated[tuple[Inner, ...], Field(min_length=1)] = ()
    named: dict[str, Annotated[Inner, Field()]] = Field(default_factory=dict)
    since: Annotated[str, Field(alias="from")] = ""
    words: tuple[str, ...] = ()


@pytest.mark.parametrize(
    ("steps", "known"),
    [
        ((), ("one", "many", "named", "from", "words")),
        (("one",), ("colour", "deeper")),
        (("many", 3), ("colour", "deeper")),
        (("named", "one"), ("colour", "deeper")),
        (("named", "a", "deeper", "b"), ("colour", "deeper")),
        (("named",), ()),
        (("from",), ()),
        (("words", 0), ()),
        (("words", 0, "a"), ()),
        (("nobody", 1, "b"), ()),
    ],
)
def test_fields_are_known_wherever_steps_lead(
    steps: tuple[int | str, ...], known: tuple[str, ...]
) -> None:
    assert known_fields(Outer, steps) == known
