"""Writes postings by WeasyPrint, from HTML and one style sheet."""

from collections.abc import Callable

import weasyprint
from peers import COLOURS, FONTS, html_page
from weasyprint.text.fonts import FontConfiguration

from postingkit.document import Document

CSS_LOOK = f"""
@font-face {{ font-family: Sheet; src: url({(FONTS / "NotoSans-Regular.ttf").as_uri()}) }}
@font-face {{ font-family: Sheet; font-weight: bold;
  src: url({(FONTS / "NotoSans-Bold.ttf").as_uri()}) }}
@page {{ size: A4; margin: 20mm; @bottom-right {{ font: 8.4pt Sheet; color: {COLOURS.muted};
  content: "Page " counter(page) " of " counter(pages) }} }}
body {{ font: 10.5pt/1.45 Sheet; color: {COLOURS.text}; margin: 0 }}
h1, h2, th, a {{ color: {COLOURS.accent} }}
h1 {{ font-size: 23.1pt; line-height: 1.2; margin: 0 0 8pt }}
h2 {{ font-size: 13.65pt; line-height: 1.3; margin: 12.3pt 0 5.5pt }}
p, table {{ margin: 0 0 5.8pt }}
ul, ol {{ margin: 0 0 5.8pt; padding-left: 16pt }}
li {{ margin: 0 0 2.6pt }}
table {{ border-collapse: collapse; width: 100%; table-layout: fixed }}
td p {{ margin: 0 }}
th, td {{ padding: 5pt 7pt; text-align: left; vertical-align: top;
  border-bottom: 0.5pt solid {COLOURS.rule} }}
th {{ border-bottom: 1.2pt solid {COLOURS.accent} }}
th, tr:nth-child(even) td {{ background: {COLOURS.band} }}
"""


def weasyprint_writer() -> Callable[[Document], bytes]:
    """Load the fonts and parse the style sheet once, then a page for each document."""
    fonts = FontConfiguration()
    sheet = weasyprint.CSS(string=CSS_LOOK, font_config=fonts)

    def write(document: Document) -> bytes:
        page = weasyprint.HTML(string=html_page(document))
        made = page.write_pdf(stylesheets=[sheet], font_config=fonts, pdf_variant="pdf/ua-1")
        assert isinstance(made, bytes)  # noqa: S101 - it says so where it stores no file
        return made

    return write
