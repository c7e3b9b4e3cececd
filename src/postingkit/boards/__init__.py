"""What job boards take, made from documents alone: feeds, texts to paste, and what is missing.

Facts about boards are data, in ``profiles/``. Nothing here sees an opening, a role or a template,
reads or writes a file of a project, or reads the clock.
"""

from postingkit.boards.feeds import NoFeed, write_feed
from postingkit.boards.loading import (
    EXTENDS,
    UnknownBoard,
    board_names,
    load_profile,
    profile_data,
)
from postingkit.boards.paste import Count, Paste, paste
from postingkit.boards.profile import Profile
from postingkit.boards.readiness import Finding, Judge
from postingkit.boards.values import Head

__all__ = [
    "EXTENDS",
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
    "profile_data",
    "write_feed",
]
