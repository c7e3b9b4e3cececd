"""docs/rules.md does what it says, and says everything that a rule can hold."""

import os
import re
from pathlib import Path
from typing import get_args

import pytest

from postingkit.rules.rule import Confidence, Demand, Duty, Rule, RuleFile, Widest
from postingkit.vacancy import PayKind
from test_docs import DOCS, blocks, run

PAGE = (DOCS / "rules.md").read_text("utf-8")
OPENING = """\
role: clerk
locations: [{city: Hamburg, region: Hamburg, country: DE}]
pay: {min: 40000, max: 50000, currency: EUR, period: year}
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Give a project with one opening in Hamburg."""
    (tmp_path / "postingkit.yaml").write_text("organization: {name: Us}\n")
    for name in ("roles", "openings", "rules"):
        (tmp_path / name).mkdir()
    (tmp_path / "roles" / "clerk.yaml").write_text("title: Clerk\nsummary: You keep our files.\n")
    (tmp_path / "openings" / "clerk-hamburg.yaml").write_text(OPENING)
    return tmp_path


def test_a_rule_of_ones_own_is_told_as_the_page_shows_it(folder: Path) -> None:
    (_, own), (notice,) = blocks("rules.md", "yaml"), blocks("rules.md", "text")
    first, check = blocks("rules.md", "sh")
    for line in first.splitlines():
        done = run(os.environ, folder, *line.split())
        assert "works agreement" not in done.stderr
    (folder / "rules" / "ours.yaml").write_text(own, "utf-8")
    done = run(os.environ, folder, *check.split())
    assert (done.returncode, notice in done.stderr) == (0, True), done.stderr
    assert "no legal advice" in done.stderr


def test_the_organization_is_asked_for_what_the_page_says(folder: Path) -> None:
    (settings,) = re.findall(r"  ```yaml\n(.*?)  ```", PAGE, re.DOTALL)
    lines = [line.removeprefix("  ") for line in settings.splitlines()]
    (folder / "postingkit.yaml").write_text("\n".join(lines))
    assert run(os.environ, folder, "postingkit", "check").returncode == 0


def test_every_key_and_demand_is_explained() -> None:
    explained = set(re.findall(r"`(\w+)`", PAGE))
    fields = {
        field.alias or name
        for model in (Rule, RuleFile, Widest)
        for name, field in model.model_fields.items()
    }
    words = {word for kind in (Demand, Duty, PayKind, Confidence) for word in get_args(kind)}
    assert (fields | words) - explained == set()
