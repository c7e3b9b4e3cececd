"""From roles and a template to one neutral document; it never sees an exporter or a file."""

from postingkit.compose.applying import PAPER, can_be_coded
from postingkit.compose.comparison import compose_comparison, is_compared
from postingkit.compose.labels import languages, spoken
from postingkit.compose.opening import Openings
from postingkit.compose.posting import compose_posting
from postingkit.compose.referring import (
    area_name,
    day_name,
    download,
    place_name,
    referring,
    site_words,
)
from postingkit.compose.translation import (
    Translated,
    chosen,
    gives,
    in_language,
    named_departments,
    translated_organization,
    translated_role,
    translated_title,
    with_department,
    with_suffix,
)

__all__ = [
    "PAPER",
    "Openings",
    "Translated",
    "area_name",
    "can_be_coded",
    "chosen",
    "compose_comparison",
    "compose_posting",
    "day_name",
    "download",
    "gives",
    "in_language",
    "is_compared",
    "languages",
    "named_departments",
    "place_name",
    "referring",
    "site_words",
    "spoken",
    "translated_organization",
    "translated_role",
    "translated_title",
    "with_department",
    "with_suffix",
]
