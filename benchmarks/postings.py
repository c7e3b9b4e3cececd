"""Makes the project that the benchmarks share, of as many roles as they want, and its documents.

The roles are those of the sample project in turn, with the same sentences, lists and tables. Each
has a title of its own, and the words of its sentences stand in an order of their own, so that no
engine can take a line from what it keeps of another posting, as it hardly could in real ones.
"""

import random
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

from postingkit.batch.plan import Planner
from postingkit.batch.planned import Request
from postingkit.document import Document
from postingkit.model import load_role, load_undated

ROOT = Path(__file__).parent.parent
Dumper = getattr(yaml, "CSafeDumper", yaml.SafeDumper)
SENTENCES = ("summary", "text")
SETTINGS = ("organization", "departments")


def write_project(folder: Path, count: int) -> Path:
    """Write a project of *count* roles into *folder*, which must not be there yet."""
    (folder / "roles").mkdir(parents=True)
    settings = yaml.safe_load((ROOT / "postingkit.yaml").read_text("utf-8"))
    _write(folder / "postingkit.yaml", {name: settings[name] for name in SETTINGS})
    shutil.copytree(ROOT / "templates", folder / "templates")
    samples = [yaml.safe_load(path.read_text("utf-8")) for path in sample_roles()]
    for number in range(count):
        sample = samples[number % len(samples)]
        role = _reworded(sample, random.Random(number))  # noqa: S311 - no secret
        title = f"{sample['title']} {number}"
        _write(folder / "roles" / f"{name_of(number)}.yaml", role | {"title": title})
    return folder


def sample_roles() -> list[Path]:
    """Give the files of the sample project's roles."""
    return sorted((ROOT / "roles").glob("*.yaml"))


def name_of(number: int) -> str:
    """Give the id of a role."""
    return f"role-{number:05d}"


def documents(folder: Path) -> Iterator[Document]:
    """Compose the posting of each role of the project in *folder*."""
    planner = Planner(load_undated(folder, ()), Request())
    planner.prepare()
    for path in sorted((folder / "roles").glob("*.yaml")):
        for job in planner.posting(path.stem, load_role(path)):
            yield job.source.compose(job.template, job.language)


def _write(path: Path, value: object) -> None:
    text = yaml.dump(value, Dumper=Dumper, sort_keys=False, allow_unicode=True, width=100)
    path.write_text(text, "utf-8")


def _reworded(value: Any, chance: random.Random, key: str = "") -> Any:  # noqa: ANN401 - YAML
    match value:
        case dict():
            return {name: _reworded(each, chance, name) for name, each in value.items()}
        case list():
            return [_reworded(each, chance, key) for each in value]
        case str() if key in SENTENCES:
            words = value.split()
            return " ".join(chance.sample(words, len(words)))
        case _:
            return value
