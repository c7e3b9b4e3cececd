"""What job boards take, made from documents alone: feeds, texts to paste, and what is missing.

Facts about boards are data, in ``profiles/`` and in a project's ``boards/``. Nothing here sees an
opening, a role or a template, writes a file or reads the clock.
"""

from postingkit.boards.feeds import NoFeed, write_feed
from postingkit.boards.loading import UnknownBoard, board_names, load_profile
from postingkit.boards.paste import Count, Paste, paste
from postingkit.boards.profile import Profile
from postingkit.boards.readiness import Finding, Judge
from postingkit.boards.values import Head

__all__ = [
    "Count",
    "Finding",
    "Head",
    "Judge",
    "NoFeed",
    "Paste",
    "Profile",
    "UnknownBoard",
    "board_names",
    "load_profile",
    "paste",
    "write_feed",
]
