"""Platypus flowables of our own: bookmarks, pictures, tables that split well."""

from collections.abc import Sequence

from reportlab.lib.utils import ImageReader
from reportlab.platypus import Flowable, Table


class Bookmark(Flowable):
    """A place that takes no room and that the outline leads to."""

    def __init__(self, key: str, title: str, level: int) -> None:
        super().__init__()
        self.key, self.title, self.level = key, title, level

    def wrap(self, aW: float, aH: float) -> tuple[float, float]:  # noqa: ARG002, N803 - ReportLab's
        """Take no room."""
        return 0, 0

    def draw(self) -> None:
        """Write the outline's entry."""
        self.canv.bookmarkHorizontal(self.key, 0, 0)
        self.canv.addOutlineEntry(self.title, self.key, self.level)


class Picture(Flowable):
    """An image of *width* and *height* points, *indent* points from the left, with a link or none.

    *captioned* tells that its caption follows and belongs on the same page.
    """

    def __init__(
        self,
        image: ImageReader,
        size: tuple[float, float],
        indent: float,
        link: str | None,
        *,
        captioned: bool,
    ) -> None:
        super().__init__()
        self.image, self.link, self.indent, self.captioned = image, link, indent, captioned
        self.width, self.height = size
        self.spaceAfter = 4 if captioned else 8

    def wrap(self, aW: float, aH: float) -> tuple[float, float]:  # noqa: ARG002, N803 - ReportLab's
        """Take the picture's room."""
        return self.indent + self.width, self.height

    def draw(self) -> None:
        """Draw the picture, and put its link over it."""
        self.canv.drawImage(self.image, self.indent, 0, self.width, self.height, mask="auto")
        if self.link:
            corners = (self.indent, 0, self.indent + self.width, self.height)
            self.canv.linkURL(self.link, corners, relative=1)


class Grid(Table):
    """A table, *indent* points from the left, that splits between rows or else within one.

    Heads that return on later pages are marked as artifacts (ISO 32000-1, 14.8.2.2): not part of
    what the document says.
    """

    indent: float = 0
    continued: bool = False
    repeating: bool = False

    def wrap(self, aW: float, aH: float) -> tuple[float, float]:  # noqa: N803 - ReportLab's names
        """Measure the table with its indentation."""
        width, height = super().wrap(aW - self.indent, aH)
        return width + self.indent, height

    def split(self, aW: float, aH: float) -> list[Flowable]:  # noqa: N803 - ReportLab's names
        """Split in two or not at all; the second part knows that it goes on."""
        parts = [part for part in super().split(aW - self.indent, aH) if isinstance(part, Grid)]
        for number, part in enumerate(parts):
            part.indent = self.indent
            part.continued = self.continued or number > 0
        return [*parts] if len(parts) == 2 else []  # noqa: PLR2004 - the two parts

    def draw(self) -> None:
        """Draw the table at its indentation."""
        self.canv.translate(self.indent, 0)
        super().draw()


def mark_repeated_head(table: Table, event: str, *details: object) -> None:
    """Open the mark of an artifact before a repeated row, and close it after it."""
    if not isinstance(table, Grid):
        return
    if event == "startRow" and details == (0,) and table.continued and table.repeatRows:
        table.repeating = True
        table.canv.addLiteral("/Artifact BMC")
    if event == "endRow" and table.repeating:
        table.repeating = False
        table.canv.addLiteral("EMC")


def column_widths(shares: Sequence[float], least: Sequence[float], total: float) -> list[float]:
    """Divide *total* by *shares*, giving no column less than its *least*.

    The least widths together must not exceed *total*.
    """
    free = set(range(len(shares)))
    while True:
        rest = total - sum(least[i] for i in range(len(shares)) if i not in free)
        unit = rest / (sum(shares[i] for i in free) or 1)
        short = {i for i in free if shares[i] * unit < least[i]}
        if not short:
            return [shares[i] * unit if i in free else least[i] for i in range(len(shares))]
        free -= short
