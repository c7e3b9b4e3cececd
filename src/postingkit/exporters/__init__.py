"""From a document and a look to the bytes of one file; never from a role, opening or template."""

from postingkit.exporters.interface import AnyExporter, Export, Exporter
from postingkit.exporters.registry import Origin, installed, load

__all__ = ["AnyExporter", "Export", "Exporter", "Origin", "installed", "load"]
