"""Documents as tagged PDF (PDF/UA-1 and PDF/A-2a) in any script; it knows no role and no template.

A document becomes parts of pages (`layout`), which hold lines of shaped words (`text`) in faces
(`fonts`); they are drawn on sheets and hung into a tree of structure elements, and a file is made
of both (`writing`).
"""

from postingkit.exporters.pdf.exporter import PdfExporter

__all__ = ["PdfExporter"]
