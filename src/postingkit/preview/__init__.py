"""The page that shows a project while it is written: its texts and what answers a browser.

Everything here is worked out from values; nobody here reads the project or opens a connection.
"""

from postingkit.preview.answers import Answer, Asked, Site, answer
from postingkit.preview.scene import Document, FileName, Item, Scene

__all__ = ["Answer", "Asked", "Document", "FileName", "Item", "Scene", "Site", "answer"]
