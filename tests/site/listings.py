"""Sites and openings for tests of what a careers site is made of."""

from dataclasses import replace
from datetime import date

from postingkit.compose import site_words
from postingkit.document import Document, Meta, Reference, Text
from postingkit.look import Look
from postingkit.site import Listed, Listing, Naming, Site, Words
from postingkit.vacancy import Employer, Vacancy

HOSTILE = "]]></title></script><!-- &amp; <b> \" ' \x00\x0b\ud800\ufffe \u2028 {shown} ✓"
SEEN = "]]></title></script><!-- &amp; <b> \" '  \u2028 {shown} ✓"
"""What can be read of it in a file."""

PDF = Reference("openings/clerk.pdf", "Download as PDF", "application/pdf")
CLERK = Listed(
    "clerk",
    "Clerk",
    "openings/clerk.html",
    "en",
    "ltr",
    "hybrid",
    department="Sales",
    places=("Berlin, Germany", "Łódź, Poland"),
    pay="€40,000 a year",
    closes="Dec 18, 2026",
    posted=date(2026, 11, 2),
    updated=date(2026, 11, 4),
    summary="Keeps our files.",
    keywords=("SAP",),
    downloads=(PDF,),
)
COOK = replace(
    CLERK,
    id="cook",
    title="Koch",
    path="openings/cook.html",
    language="de",
    workplace="onsite",
    department="",
    places=("Dublin, Ireland",),
    updated=None,
    posted=date(2026, 11, 3),
    downloads=(),
)
NAMING = Naming(
    str, lambda place: place.city, lambda country, region: region or country, date.isoformat
)


def words(language: str = "en") -> Words:
    return Words(**site_words(language))


def site(language: str = "en", url: str = "https://example.org/jobs/") -> Site:
    return Site("Example & Co", language, words(language), Look(), url)


def listing(*openings: Listed) -> Listing:
    days = [each.changed for each in openings if each.changed]
    return Listing(openings, max(days, default=None))


def document(vacancy: Vacancy, meta: Meta | None = None) -> Document:
    meta = meta or Meta("posting", Text("Clerk"), description="Keeps our files.")
    return Document(replace(meta, vacancy=vacancy), ())


def vacancy(id_: str = "clerk", **fields: object) -> Vacancy:
    plain = Vacancy(id_, "", "clerk", "Clerk", "en", Employer("Example & Co"))
    return replace(plain, **fields)  # type: ignore[arg-type] # by name
