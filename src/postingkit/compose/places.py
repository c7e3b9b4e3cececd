"""Places of work and of residence in words, as a language and a country write them."""

from postingkit.compose import formatting
from postingkit.languages import primary
from postingkit.vacancy import Location

CODE_LAST = frozenset({"AU", "BR", "CA", "GB", "IE", "IN", "NZ", "PR", "US", "ZA"})
"""Countries that write the postal code after the city and its state."""
LARGEST_FIRST = frozenset({"ja", "ko", "zh"})
"""Languages that write an address of their own countries from the largest part to the smallest."""
WRITTEN_SO = frozenset({"CN", "HK", "JP", "KR", "MO", "TW"})


def address(location: Location, language: str) -> str:
    """Write all that is known of *location* on one line: “1 High Street, 10115 Berlin, Germany”."""
    country = formatting.country(location.country, language)
    if location.country in WRITTEN_SO and primary(language) in LARGEST_FIRST:
        local = f"{location.region}{location.city}{location.street}"
        return " ".join(filter(None, (country, location.postal_code, local)))
    return ", ".join(filter(None, (location.street, *_city(location), country)))


def area(country: str, region: str, language: str) -> str:
    """Name a country, or a *region* in it: “New York, United States”."""
    return ", ".join(filter(None, (region, formatting.country(country, language))))


def short(location: Location, language: str) -> str:
    """Name the city and country of *location*: “Berlin, Germany”."""
    return area(location.country, location.city or location.region, language)


def _city(location: Location) -> tuple[str, ...]:
    region = "" if location.region == location.city else location.region
    if location.country in CODE_LAST:
        return (location.city, " ".join(filter(None, (region, location.postal_code))))
    return (" ".join(filter(None, (location.postal_code, location.city))), region)
