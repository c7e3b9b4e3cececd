"""What is asked of a project, as a value."""

from collections.abc import Callable
from dataclasses import dataclass

from postingkit.batch.planned import Gathered, Job, Request
from postingkit.batch.tasks import as_planned
from postingkit.model import LoadedProject
from postingkit.store.manifest import Made


def nothing_gathered(_: LoadedProject) -> Gathered:
    """Plan nothing that is made of all documents together."""
    return Gathered()


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is asked of a project: all of it, or the *roles* and *openings* that are named.

    *request* says which comparisons, and in which formats, languages and template; *settings* are
    laid over the templates; *arranged*, a function of a module, gives each job its last form;
    *gathered* plans what is made of all documents together. Where it *is_whole*, nothing else
    belongs into the output folder, whose *purpose* the manifest says.
    """

    request: Request
    roles: frozenset[str] | None = None
    openings: frozenset[str] | None = None
    settings: tuple[str, ...] = ()
    arranged: Callable[[Job], Job] = as_planned
    gathered: Callable[[LoadedProject], Gathered] = nothing_gathered
    is_whole: bool = False
    purpose: str = "postings"

    def covers(self, made: Made) -> bool:
        """Say whether a file such as *made*, of a source that is wanted, is wanted itself."""
        if self.is_whole:
            return True
        request = self.request
        is_of_formats = not request.formats or made.format in request.formats
        is_asked_for = is_of_formats and request.is_in_language(made.language)
        return is_asked_for and not request.template
