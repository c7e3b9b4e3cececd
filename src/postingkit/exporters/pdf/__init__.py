"""Documents as PDF, laid out by ReportLab's platypus; it draws one page after another, untagged.

User text goes to platypus as finished fragments, never through its paragraph markup.
"""

from postingkit.exporters.pdf.exporter import PdfExporter

__all__ = ["PdfExporter"]
