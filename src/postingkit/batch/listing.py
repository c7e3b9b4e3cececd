"""Lists the sources of a project as tasks; it reads no role and no opening that is a file."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from postingkit.batch.planned import Request
from postingkit.batch.tasks import Task
from postingkit.errors import Problem
from postingkit.model import BrokenOpening, ListedOpening, Opening, Project, listed_openings
from postingkit.model.openings import OPENINGS
from postingkit.model.role_files import RoleFiles
from postingkit.store import Kind
from postingkit.store.digests import digest_of_texts


@dataclass(slots=True)
class Listing:
    """The sources of the project in *folder*.

    *problems* gather what is wrong with those that cannot be read, and *broken* their names;
    *unread* are the names of tables of which not every opening can be read, and of the kinds that
    have a folder that cannot be.

    *inputs* are the digests of all input files, by their paths from *folder*. Without *roles* or
    *openings*, every one is listed.
    """

    folder: Path
    project: Project
    files: RoleFiles
    inputs: Mapping[str, str]
    request: Request
    roles: frozenset[str] | None
    openings: frozenset[str] | None
    problems: list[Problem] = field(default_factory=list)
    broken: set[str] = field(default_factory=set)
    unread: set[str] = field(default_factory=set)

    def tasks(self) -> Iterator[Task]:
        """Yield a task for each source, in the order of an export."""
        yield from self._roles()
        yield from self._openings()
        for id_, definition in self.request.comparisons.items():
            names = [name.text for name in definition.roles]
            known = [name for name in names if name in self.files.sound]
            yield Task("comparisons", id_, self._paths(*known), self._reads(*known))

    def reads_of(self, task: Task, role: str) -> dict[str, str]:
        """Give what *task*, an opening of *role*, is made from."""
        return {**task.reads, **(self._reads(role) if role in self.files.sound else {})}

    def _roles(self) -> Iterator[Task]:
        if self.files.unreadable:  # which is told with the project
            self.unread.add("roles")
        for id_ in self.files.ids:
            if self.roles is not None and id_ not in self.roles:
                continue
            self._refuse("roles", id_, self.files.problems.get(id_, ()))
            if id_ in self.files.sound:
                yield Task("roles", id_, self._paths(id_), self._reads(id_))

    def _openings(self) -> Iterator[Task]:
        if self.openings is not None and not self.openings:
            return
        every = listed_openings(self.folder / OPENINGS, self.project, self.files.ids)
        for listed in every:
            if self.openings is not None and listed.id not in self.openings:
                continue
            match listed.read:
                case BrokenOpening(problems=problems):
                    self._refuse("openings", listed.id, problems)
                    self.unread.add(self._name(listed.source.as_posix()))
                case Opening() as opening:
                    yield self._row(listed, opening)
                case None:
                    name = self._name(listed.source.as_posix())
                    reads = {name: self.inputs.get(name, "")}
                    yield Task("openings", listed.id, {}, reads, listed.source)

    def _refuse(self, kind: Kind, id_: str, problems: tuple[Problem, ...]) -> None:
        if problems:
            self.problems += problems
            self.broken.add(f"{kind}/{id_}")

    def _row(self, listed: ListedOpening, opening: Opening) -> Task:
        name = f"{self._name(listed.source.as_posix())}#{listed.id}"
        role = opening.role.text
        known = (role,) if role in self.files.sound else ()
        reads = {name: digest_of_texts(listed.cells), **self._reads(*known)}
        return Task("openings", listed.id, self._paths(*known), reads, opening)

    def _paths(self, *roles: str) -> dict[str, Path]:
        return {role: Path(self.files.sound[role]) for role in roles}

    def _reads(self, *roles: str) -> dict[str, str]:
        names = (self._name(self.files.sound[role]) for role in roles)
        return {name: self.inputs.get(name, "") for name in names}

    def _name(self, path: str) -> str:
        # Of very many paths, so it is done by hand; those of a bare folder have no head.
        return path.removeprefix(f"{self.folder.as_posix()}/")
