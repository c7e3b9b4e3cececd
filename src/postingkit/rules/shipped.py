"""The rules that come with postingkit, one file in ``law/`` a part of the world."""

from collections.abc import Iterable
from functools import cache
from importlib.resources import files

import yaml

from postingkit.rules.rule import Rule, RuleFile


@cache
def shipped_files() -> tuple[RuleFile, ...]:
    """Give the files of rules that come with postingkit, in the order of their names."""
    folder = files("postingkit.rules") / "law"
    texts = [entry.read_text("utf-8") for entry in sorted(folder.iterdir(), key=lambda it: it.name)]
    loaded = (yaml.load(text, yaml.BaseLoader) for text in texts)  # noqa: S506 - makes only text
    return tuple(RuleFile.model_validate(each) for each in loaded)


def rules_with(own: Iterable[Rule] = ()) -> tuple[Rule, ...]:
    """Give the rules that come with postingkit and a project's *own*.

    A rule of one's own takes the place of the one with its id.
    """
    every = (rule for file in shipped_files() for rule in file.rules)
    return tuple({rule.id: rule for rule in (*every, *own)}.values())
