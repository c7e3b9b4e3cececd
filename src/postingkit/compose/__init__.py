"""From roles and a template to one neutral document; it never sees an exporter or a file."""

from postingkit.compose.applying import PAPER, can_be_coded
from postingkit.compose.comparison import compose_comparison
from postingkit.compose.labels import languages, spoken
from postingkit.compose.opening import Openings
from postingkit.compose.posting import compose_posting
from postingkit.compose.translation import (
    Translated,
    chosen,
    gives,
    in_language,
    translated_organization,
    translated_role,
    translated_title,
    with_suffix,
)

__all__ = [
    "PAPER",
    "Openings",
    "Translated",
    "can_be_coded",
    "chosen",
    "compose_comparison",
    "compose_posting",
    "gives",
    "in_language",
    "languages",
    "spoken",
    "translated_organization",
    "translated_role",
    "translated_title",
    "with_suffix",
]
