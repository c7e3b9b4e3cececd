"""bidi: in which order text of both directions stands (UAX #9); it shapes and draws nothing.

A paragraph is resolved once (`levels`), each of its lines ordered when it is known (`line_levels`,
`visual`). The rules are those of https://www.unicode.org/reports/tr9/tr9-46.html, for Unicode 15.0.
"""

from postingkit.exporters.pdf.text.bidi.lines import line_levels, visual
from postingkit.exporters.pdf.text.bidi.paragraphs import base_level, levels, needs_bidi

__all__ = ["base_level", "levels", "line_levels", "needs_bidi", "visual"]
