"""Writes the logo above the title, always as an image: nothing in a drawing is part of the page."""

from collections.abc import Callable

from postingkit.exporters.html.elements import Html
from postingkit.exporters.html.pictures import picture
from postingkit.look import Logo


def prepare_logo(logo: Logo) -> Callable[[str], Html]:
    """Give the function that writes *logo* for an organization of a name."""

    def write(organization: str) -> Html:
        attributes = {"class": "logo", "alt": logo.alternative or organization}
        return picture(logo.data, logo.media_type, (logo.width, logo.height), attributes)

    return write
