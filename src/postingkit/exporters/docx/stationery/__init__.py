"""Writes postings into an organization's own Word file; it opens that file once and changes none.

Whatever the file says stays: styles, margins, headers, footers, pictures, fixed text, sections. A
posting brings its text, the styles and numberings that the file lacks, and its properties.
"""

from postingkit.exporters.docx.stationery.letterhead import Letterhead, open_letterhead
from postingkit.exporters.docx.stationery.package import LetterheadPackage

__all__ = ["Letterhead", "LetterheadPackage", "open_letterhead"]
