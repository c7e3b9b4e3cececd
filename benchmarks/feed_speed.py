"""Measures how fast a board's feed is written, and how much memory that takes.

    pip install -e .
    python benchmarks/feed_speed.py [BOARD] [ENTRIES]

Openings of 50 roles, each with sections of its own and with the role's sections shared, as compose
makes them. Composing is not counted. Entries a second carry over to other computers roughly.
"""

import resource
import sys
import time
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

from postingkit.boards import Head, Judge, load_profile, write_feed
from postingkit.document import Document, Fact, Facts, Meta, Section, Text
from postingkit.testing import bullets, cell, paragraph
from postingkit.vacancy import Contact, Employer, Location, Pay, Vacancy

ROLES, ENTRIES = 50, 100_000
TEXT = "build and run the services that move, store and explain the data of our customers"
WORDS = tuple(TEXT.split(" "))
CITIES = ("Berlin", "Wien", "Zürich", "Köln", "Hamburg", "München", "Graz", "Basel")


def sentence(seed: int) -> str:
    """Make a line of 24 words that no other seed makes."""
    return f"Line {seed}: " + " ".join(WORDS[(seed + at) % len(WORDS)] for at in range(24)) + "."


def role(number: int) -> tuple[Section, ...]:
    """Make the sections that all openings of a role share: about 600 words."""
    seed = number * 100
    return (
        Section("lead", None, (paragraph(sentence(seed)),)),
        Section(
            "responsibilities",
            Text("Responsibilities"),
            (bullets(*(sentence(seed + at) for at in range(1, 13))),),
        ),
        Section(
            "qualifications",
            Text("Qualifications"),
            (bullets(*(sentence(seed + at) for at in range(13, 24))),),
        ),
    )


def documents(count: int) -> Iterator[Document]:
    """Make *count* openings, one after the other."""
    shared = [role(number) for number in range(ROLES)]
    base = Meta("posting", Text("Data Engineer"), organization="Example")
    employer = Employer("Example Company", "https://example.org")
    for number in range(count):
        city = CITIES[number % len(CITIES)]
        vacancy = Vacancy(
            f"de-{number}",
            f"DE-{number}",
            f"role-{number % ROLES}",
            "Data Engineer",
            "en",
            employer,
            "data",
            (Location("DE", city, city, f"{10000 + number % 80000}"),),
            "hybrid",
            employment_types=("full_time",),
            pay=Pay(Decimal(60_000 + number % 999), Decimal(80_000), "EUR", "year", "€60,000"),
            posted=date(2026, 1, 1) + timedelta(days=number % 300),
            contact=Contact(email="jobs@example.org"),
            url=f"https://example.org/jobs/openings/de-{number}.html",
        )
        facts = Facts((Fact((Text("Place"),), cell(city).blocks),))
        own = Section("facts", None, (facts,))
        title = Text(f"Data Engineer {number % ROLES}")
        lead, *rest = shared[number % ROLES]
        yield Document(replace(base, title=title, vacancy=vacancy), (lead, own, *rest))


def megabytes() -> float:
    """Give the most memory that this process has ever held, in megabytes."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def composing(count: int) -> float:
    """Give the seconds of processor time that making the documents alone takes."""
    started = time.process_time()
    for _ in documents(count):
        pass
    return time.process_time() - started


def main() -> None:
    """Write a feed to nowhere, judge as many documents, and print both speeds."""
    board = sys.argv[1] if len(sys.argv) > 1 else "indeed"
    count = int(sys.argv[2]) if len(sys.argv) > 2 else ENTRIES  # noqa: PLR2004 - the second word
    profile, making = load_profile(board), composing(count)
    before = megabytes()
    started = time.process_time()
    size = sum(map(len, write_feed(profile, documents(count), Head("Example"))))
    took = time.process_time() - started - making
    print(f"{board}: {count:,} openings, {size / 1e6:,.0f} MB, {count / took:,.0f} entries/s")
    started = time.process_time()
    judge = Judge(profile)
    found = sum(len(judge.findings(document)) for document in documents(count))
    took = time.process_time() - started - making
    print(f"judged: {found:,} findings, {count / took:,.0f} openings/s")
    print(f"memory: {before:.0f} MB before, at most {megabytes():.0f} MB")


if __name__ == "__main__":
    main()
