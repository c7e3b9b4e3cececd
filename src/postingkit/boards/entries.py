"""From a document to the entries of a board: one for each place, or one; it writes no feed."""

from collections.abc import Iterator
from typing import Literal

from postingkit.boards.descriptions import Descriptions
from postingkit.boards.forms import salary
from postingkit.boards.profile import Profile
from postingkit.boards.references import references
from postingkit.boards.values import Entry
from postingkit.document import Document, Meta, Text
from postingkit.vacancy import Employer, Pay, Vacancy

EMPTY = Document(Meta("posting", Text("")), ())
NO_VACANCY = Vacancy("", "", "", "", "", Employer(""))


class BoardWriting(Descriptions):
    """Writes texts as a *profile*'s board has them."""

    def __init__(self, profile: Profile) -> None:
        super().__init__(profile.description)
        self._salary = profile.salary

    def salary(self, pay: Pay | None) -> str:
        """Write *pay* as one text."""
        return salary(pay, self._salary)


def entries(
    document: Document, writing: BoardWriting, per: Literal["place", "opening"]
) -> Iterator[Entry]:
    """Yield the entries of *document*; of one that is no opening's, none."""
    vacancy = document.meta.vacancy
    if vacancy is None:
        return
    places = references(vacancy)
    if per == "place":
        for reference, location in places:
            yield Entry(document, vacancy, writing, reference, location)
    else:
        _, location = next(places)
        yield Entry(document, vacancy, writing, vacancy.id, location)
