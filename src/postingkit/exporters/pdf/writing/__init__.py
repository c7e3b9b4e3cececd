"""Makes the bytes of a PDF file of finished sheets: tagged (PDF/UA-1), and PDF/A-2a if wished.

It lays nothing out and draws no text; `written` is all that others need.
"""

from postingkit.exporters.pdf.writing.values import Bookmark, Drawing, Picture, Properties
from postingkit.exporters.pdf.writing.writer import written

__all__ = ["Bookmark", "Drawing", "Picture", "Properties", "written"]
