"""Makes a logo's SVG drawing one of PDF operators; it judges no drawing and writes no file.

A drawing that it cannot draw just as it is meant is none, and never a wrong one.
"""

from postingkit.exporters.pdf.drawings.painting import drawing
from postingkit.exporters.pdf.drawings.values import VectorDrawing

__all__ = ["VectorDrawing", "drawing"]
