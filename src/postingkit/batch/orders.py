"""What the files of a run are made with: digests to compare with the last run, and the order."""

from dataclasses import replace
from pathlib import Path
from typing import get_args

from postingkit.batch.changes import Changes
from postingkit.batch.laid import made_with
from postingkit.batch.plan import Planner
from postingkit.batch.tasks import Order
from postingkit.batch.wanted import Wanted
from postingkit.model import LoadedProject
from postingkit.store import Kind, Output
from postingkit.store.digests import digest_of_texts
from postingkit.store.standing import Before
from postingkit.store.tree import digest_of_tree


def changes_since(
    known: Before,
    wanted: Wanted,
    project: LoadedProject,
    planner: Planner,
    font_folders: tuple[Path, ...],
) -> tuple[Changes, bool]:
    """Give the digests of what files are made with, and whether others than inputs may be among it.

    *known* is what was known before the run, *planner* one for what is *wanted* of *project*.
    """
    found = made_with(
        project,
        planner.formats,
        inputs=known.inputs,
        software=known.software,
        settings=wanted.settings,
        font_folders=font_folders,
    )
    request = wanted.request
    asked = {
        kind: digest_of_texts(
            (*planner.wanted(kind), "", *request.languages, "", request.template or "")
        )
        for kind in get_args(Kind)
    }
    return Changes(known, found.common, found.laid, asked), found.has_others


def order_of(
    known: Before,
    wanted: Wanted,
    output: Output,
    changes: Changes,
    font_folders: tuple[Path, ...],
) -> Order:
    """Give what the workers of a run have in common."""
    return Order(
        known.folder,
        output,
        replace(wanted.request, openings=tuple(sorted(wanted.openings or ()))),
        changes.common,
        changes.laid,
        digest_of_tree(known.inputs),
        wanted.settings,
        font_folders,
        wanted.arranged,
    )
