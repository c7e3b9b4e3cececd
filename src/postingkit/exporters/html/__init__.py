"""Makes a document one self-contained HTML file; it asks no other address for anything."""

from postingkit.exporters.html.exporter import HtmlExporter

__all__ = ["HtmlExporter"]
