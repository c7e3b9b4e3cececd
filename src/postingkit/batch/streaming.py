"""Composes openings one after the other as they are read; it keeps none of them and writes nothing.

For feeds and checks, which may be of a hundred thousand openings.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from postingkit.batch.colours import contrast_notices
from postingkit.batch.naming import Names, tells_apart
from postingkit.batch.plan import PAGE, Planner, missing_role
from postingkit.batch.planned import Plan, Request
from postingkit.batch.sources import Source, Vacant
from postingkit.document import Document, for_format
from postingkit.errors import Problem
from postingkit.model import (
    BrokenOpening,
    LoadedProject,
    ReadOpening,
    ResolvedTemplate,
    Role,
    streamed_openings,
)
from postingkit.model.opening import Opening
from postingkit.portions import in_portions


def opening_documents(project: LoadedProject) -> Iterator[Document | BrokenOpening]:
    """Compose the openings of *project*'s folder in their order.

    A document is as on its page. A broken opening comes as one, in its place.
    """
    planner = Planner(project, Request(formats=("md",)))
    every = in_portions(streamed_openings(project.folder, project.project))
    return in_portions(
        read if isinstance(read, BrokenOpening) else _page(planner, read) for read in every
    )


def _page(planner: Planner, opening: Opening) -> Document | BrokenOpening:
    planner.notices.clear()  # an export tells of them; here they would pile up
    role = planner.project.roles.get(opening.role.text)
    if role is None:
        return BrokenOpening(opening.id, (missing_role(opening),))
    drawn = planner.drawn(opening, role)
    if drawn:
        return for_format(drawn.source.compose(drawn.template, drawn.language), PAGE)
    message = f"The opening “{opening.id}” is not made, for its template has problems."
    return BrokenOpening(opening.id, (Problem.at(opening.role.place, message),))


@dataclass(frozen=True, slots=True)
class Passing:
    """An opening that goes by: its *document*, None where it is not made; and what was found."""

    id: str
    document: Document | None
    problems: tuple[Problem, ...] = ()
    notices: tuple[Problem, ...] = ()


def passing_openings(
    project: LoadedProject, plan: Plan, openings: Iterable[ReadOpening]
) -> Iterator[Passing]:
    """Plan each of *openings* just as an export would, beside *plan*, and compose it.

    Nothing of them is kept but a number for each of their paths.
    """
    passage = _Passage(project, plan)
    return in_portions(map(passage.passing, in_portions(openings)))


class _Passage:
    """Plans and composes openings beside a *plan*, whose paths they may not have."""

    def __init__(self, project: LoadedProject, plan: Plan) -> None:
        self._planner = Planner(project, Request())
        self._names = Names(plan.units)
        pattern, formats = project.project.names, self._planner.formats
        self._is_told_apart = tells_apart(pattern, formats)
        self._templates: set[str] = set()

    def passing(self, opening: ReadOpening) -> Passing:
        if isinstance(opening, BrokenOpening):
            return Passing(opening.id, None, opening.problems)
        self._planner.clear()
        document = self._document(opening)
        return Passing(opening.id, document, tuple(self._planner.problems), self._planner.told)

    def _document(self, opening: Opening) -> Document | None:
        planner = self._planner
        role = planner.project.roles.get(opening.role.text)
        if role is None:
            planner.problems.append(missing_role(opening))
            return None
        drawn = planner.drawn(opening, role)
        if drawn is None or not self._takes_its_names(opening, role):
            return None
        self._tell_of_colours(drawn.template)
        return _without_code(drawn.source).compose(drawn.template, drawn.language)

    def _takes_its_names(self, opening: Opening, role: Role) -> bool:
        """Note the paths of *opening*'s files, or why one cannot be had.

        Where the pattern of names tells all files apart there is nothing to note.
        """
        if self._is_told_apart:
            return True
        for job in self._planner.opening(opening, role):
            wrong = self._names.take(job.units)
            if wrong:
                self._planner.problems.append(wrong)
                return False
        return True

    def _tell_of_colours(self, template: ResolvedTemplate) -> None:
        if template.name not in self._templates:
            self._templates.add(template.name)
            self._planner.notices += contrast_notices(template)


def _without_code(source: Source) -> Source:
    """Leave out the code for telephones: it takes long to draw, and has no words to be judged."""
    if isinstance(source, Vacant):
        return Vacant(source.opening, source.openings, source.url, code=False)
    return source
