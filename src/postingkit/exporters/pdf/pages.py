"""Pages, what stands in their margins, and the file's properties; it lays out what it is given."""

from io import BytesIO

from reportlab.lib.colors import Color
from reportlab.lib.units import mm
from reportlab.lib.utils import simpleSplit
from reportlab.pdfbase.pdfmetrics import stringWidth
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


class _Margins:
    """What stands in the margins: a form for each page, drawn when the number of pages is known."""

    def __init__(self, meta: Meta, look: Look, area: Area) -> None:
        self._meta, self._area = meta, area
        self._size = _FOOT_SIZE * look.fonts.size
        self._colour: Color = Palette.of(look.colours).muted

    def refer(self, canvas: Canvas, template: BaseDocTemplate) -> None:
        """Put the page's form on it, as an artifact (ISO 32000-1, 14.8.2.2)."""
        canvas.addLiteral("/Artifact BMC")
        canvas.doForm(f"margins{template.page}")
        canvas.addLiteral("EMC")

    def draw(self, canvas: Canvas, page: int, pages: int) -> None:
        """Draw the margins of *page*: the number at the end of the foot, and the texts."""
        written = self._meta.page_label.replace("{page}", str(page)).replace("{pages}", str(pages))
        label, area, size = drawable(written), self._area, self._size
        canvas.beginForm(f"margins{page}", 0, 0, *area.paper)
        canvas.setFont(REGULAR, size)
        canvas.setFillColor(self._colour)
        middle = max(area.bottom / 2, size)
        canvas.drawRightString(area.left + area.width, middle - size / 3, label)
        beside = area.width - stringWidth(label, REGULAR, size) - 2 * size
        self._text(canvas, self._meta.footer, middle, beside)
        top = area.paper[1] - area.bottom - area.height
        self._text(canvas, self._meta.header, area.paper[1] - max(top / 2, size), area.width)
        canvas.endForm()

    def _text(self, canvas: Canvas, text: str, middle: float, width: float) -> None:
        """Draw *text* in lines of *width*, as many as stay on the paper, around *middle*."""
        leading = 1.3 * self._size
        lines = simpleSplit(drawable(text), REGULAR, self._size, max(width, _LEAST))
        fitting = max(1, int(2 * min(middle, self._area.paper[1] - middle) / leading))
        first = middle - self._size / 3 + (min(len(lines), fitting) - 1) * leading / 2
        for number, line in enumerate(lines[:fitting]):
            canvas.drawString(self._area.left, first - number * leading, line)


class _Canvas(Canvas):
    """A canvas that draws its pages' margins last."""

    margins: _Margins

    def save(self) -> None:
        """Draw what each page has referred to as its margins, and finish the file."""
        pages = self.getPageNumber() - 1
        for page in range(1, pages + 1):
            self.margins.draw(self, page, pages)
        super().save()


class _Template(BaseDocTemplate):
    """One kind of page, with its margins."""

    margins: _Margins

    def beforeDocument(self) -> None:  # noqa: N802 - ReportLab's name
        """Hand the margins to the canvas that will draw them."""
        if isinstance(self.canv, _Canvas):
            self.canv.margins = self.margins


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
    template.margins = _Margins(meta, look, area)
    template.addPageTemplates(PageTemplate(frames=[frame], onPageEnd=template.margins.refer))
    try:
        template.build(story, canvasmaker=_Canvas)
    except LayoutError as error:
        message = "Something in the document is larger than a page of the PDF."
        hint = "Make the type or the page's margins smaller."
        raise ExportFailed(Problem.at(None, message, hint)) from error
    return file.getvalue()
