"""Pages, their running feet and the file's properties; it lays out what it is given."""

from io import BytesIO

from reportlab.lib.colors import Color
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import BaseDocTemplate, Flowable, Frame, PageTemplate
from reportlab.platypus.doctemplate import LayoutError

from postingkit.document import Meta, Orientation
from postingkit.errors import ExportFailed, Problem
from postingkit.exporters.pdf.fonts import REGULAR
from postingkit.exporters.pdf.styles import Palette
from postingkit.exporters.pdf.text import drawable, recorded
from postingkit.look import Look, Page

_LEAST = 72.0  # points of width and height that text needs at the very least
_FOOT_SIZE = 0.8  # of body text


class Area:
    """Where text stands on the paper, in points from its lower left corner."""

    def __init__(self, page: Page, orientation: Orientation) -> None:
        width, height = page.width * mm, page.height * mm
        self.paper = (width, height) if orientation == "portrait" else (height, width)
        self.left, self.bottom = page.left * mm, page.bottom * mm
        self.width = self.paper[0] - self.left - page.right * mm
        self.height = self.paper[1] - self.bottom - page.top * mm
        if min(self.width, self.height) < _LEAST:
            raise ExportFailed(
                Problem.at(None, "The page's margins leave no room for text.", "Make them smaller.")
            )


class _Feet:
    """The running feet: a form for each page, drawn when the number of pages is known."""

    def __init__(self, meta: Meta, look: Look, area: Area) -> None:
        self._label, self._area = meta.page_label, area
        self._size = _FOOT_SIZE * look.fonts.size
        self._colour: Color = Palette.of(look.colours).muted

    def refer(self, canvas: Canvas, template: BaseDocTemplate) -> None:
        """Put the page's foot on it, as an artifact (ISO 32000-1, 14.8.2.2)."""
        canvas.addLiteral("/Artifact BMC")
        canvas.doForm(f"foot{template.page}")
        canvas.addLiteral("EMC")

    def draw(self, canvas: Canvas, page: int, pages: int) -> None:
        """Draw the foot of *page*, at the end of the line, halfway into the margin."""
        label = self._label.replace("{page}", str(page)).replace("{pages}", str(pages))
        area = self._area
        canvas.beginForm(f"foot{page}", 0, 0, *area.paper)
        canvas.setFont(REGULAR, self._size)
        canvas.setFillColor(self._colour)
        right, middle = area.left + area.width, max(area.bottom / 2, self._size)
        canvas.drawRightString(right, middle - self._size / 3, drawable(label))
        canvas.endForm()


class _Canvas(Canvas):
    """A canvas that draws its pages' feet last."""

    feet: _Feet

    def save(self) -> None:
        """Draw what each page has referred to as its foot, and finish the file."""
        pages = self.getPageNumber() - 1
        for page in range(1, pages + 1):
            self.feet.draw(self, page, pages)
        super().save()


class _Template(BaseDocTemplate):
    """One kind of page, with its feet."""

    feet: _Feet

    def beforeDocument(self) -> None:  # noqa: N802 - ReportLab's name
        """Hand the feet to the canvas that will draw them."""
        if isinstance(self.canv, _Canvas):
            self.canv.feet = self.feet


def laid_out(story: list[Flowable], meta: Meta, look: Look, area: Area) -> bytes:
    """Lay *story* out on as many pages as it needs and give the file's bytes."""
    file = BytesIO()
    frame = Frame(area.left, area.bottom, area.width, area.height, 0, 0, 0, 0)
    template = _Template(
        file,
        pagesize=area.paper,
        title=recorded(meta.title.text),
        author=recorded(meta.organization),
        subject=recorded(meta.description),
        keywords=[recorded(keyword) for keyword in meta.keywords],
        creator="postingkit",
        lang=recorded(meta.language),
        displayDocTitle=True,
        initialFontName=REGULAR,
        invariant=1,
        pageCompression=1,
    )
    template.feet = _Feet(meta, look, area)
    template.addPageTemplates(PageTemplate(frames=[frame], onPageEnd=template.feet.refer))
    try:
        template.build(story, canvasmaker=_Canvas)
    except LayoutError as error:
        message = "Something in the document is larger than a page of the PDF."
        hint = "Make the type or the page's margins smaller."
        raise ExportFailed(Problem.at(None, message, hint)) from error
    return file.getvalue()
