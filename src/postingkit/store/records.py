"""Problems as plain records and back, without the folder that a project happens to stand in."""

from dataclasses import asdict, replace
from typing import Any

from postingkit.errors import FilePlace, Place, Problem, SheetPlace, WordPlace
from postingkit.store.tree import FOLDERS, SETTINGS

HERE = "."
"""The name of the folder that the command is called in."""
PLACES: dict[str, type[FilePlace] | type[SheetPlace] | type[WordPlace]] = {
    "file": FilePlace,
    "sheet": SheetPlace,
    "word": WordPlace,
}
Record = dict[str, Any]


def problem_to_record(problem: Problem, folder: str) -> Record:
    """Give *problem* as plain data; its file is named as seen from the project's *folder*."""
    return {
        "place": _place_to_record(problem.place, folder),
        "path": problem.path,
        "message": problem.message,
        "hint": problem.hint,
    }


def problem_from_record(record: Record, folder: str) -> Problem:
    """Give the problem of *record*; raises `ValueError`, `KeyError` or `TypeError` for another."""
    texts = record["path"], record["message"], record["hint"]
    if not all(isinstance(text, str) for text in texts):
        raise TypeError
    return Problem(_place_from_record(record["place"], folder), *texts)


def _place_to_record(place: Place | None, folder: str) -> Record | None:
    if place is None:
        return None
    kind = next(name for name, each in PLACES.items() if isinstance(place, each))
    inside = _is_inside(place.file, folder)
    file = place.file.removeprefix(f"{folder}/")
    return {"kind": kind, "inside": inside, **asdict(replace(place, file=file))}


def _is_inside(file: str, folder: str) -> bool:
    """Say whether *file* is one of the project's; those of the folder one is in have no head."""
    if folder != HERE:
        return file.startswith(f"{folder}/")
    return file == SETTINGS or file.startswith(tuple(f"{each}/" for each in FOLDERS))


def _place_from_record(record: Record | None, folder: str) -> Place | None:
    if record is None:
        return None
    fields = {name: value for name, value in record.items() if name not in {"kind", "inside"}}
    place = PLACES[record["kind"]](**fields)
    is_elsewhere = record["inside"] and folder != HERE
    return replace(place, file=f"{folder}/{place.file}") if is_elsewhere else place
