"""What a template can say to the PDF exporter."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class PdfOptions:
    """What a template says under ``pdf:``.

    *archive* lets a file be PDF/A-2a (ISO 19005-2) too, to be kept for years, beside PDF/UA-1.
    """

    archive: bool = True
