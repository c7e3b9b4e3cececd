"""Measures how fast very many openings become a feed or are checked, and how much memory it takes.

    pip install -e .
    python benchmarks/opening_scale.py [--board BOARD] [--flawed] [OPENINGS]

It writes a project of 50 roles and one CSV file of 100,000 openings, or of as many as are named,
into a temporary folder. Then it runs the command line's own `feed` and `check --for`, each in a
process of its own, once with a handful of openings and once with all. The difference is what the
openings cost; what start-up costs falls away. With --flawed every opening lacks its mail address
and its pay, so that there is something to tell of each. Figures carry over to other computers
roughly.
"""

import argparse
import csv
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

ROLES, OPENINGS, HANDFUL = 50, 100_000, 10
FIRST_DAY, AS_OF = date(2026, 9, 1), "2026-12-01"
KILOBYTES = 1024
TEXT = "build and run the services that move store and explain the data of our customers"
WORDS = tuple(TEXT.split(" "))
TITLES = ("Data Engineer", "Fullstack Developer", "Technical Writer", "Site Manager", "Buyer")
PLACES = (
    ("Berlin", "Berlin", "DE", "EUR", 10115),
    ("Hamburg", "Hamburg", "DE", "EUR", 20095),
    ("Munich", "Bavaria", "DE", "EUR", 80331),
    ("Vienna", "Vienna", "AT", "EUR", 1010),
    ("Zurich", "Zurich", "CH", "CHF", 8001),
    ("Dublin", "Leinster", "IE", "EUR", 10001),
    ("Austin", "Texas", "US", "USD", 73301),
    ("Seattle", "Washington", "US", "USD", 98101),
    ("Denver", "Colorado", "US", "USD", 80202),
    ("Toronto", "Ontario", "CA", "CAD", 50001),
)
BENEFITS = (
    "",
    "25 days of holiday; Health insurance; Lunch in the office",
    "30 days of holiday; A pension plan; A bicycle to lease",
    "Medical, dental and vision insurance; A 401(k) plan; Four weeks of paid time off",
)
WORKPLACES = ("onsite", "hybrid", "hybrid")
TYPES = ("full_time", "full_time", "part_time", "full_time; contract")
EDUCATION = ("bachelor_degree", "none", "high_school")
PROJECT = """\
organization:
  name: Example Company
  url: https://example.org
  about: Example Company makes examples of every kind, and has done so for forty years.
  statements:
    equal-opportunity: We welcome everybody, veterans and people with disabilities among them.
site: {url: https://example.org/jobs/}
"""


def sentence(seed: int, words: int) -> str:
    """Make a line of so many words that no other seed makes."""
    said = " ".join(WORDS[(seed + at) % len(WORDS)] for at in range(words))
    return f"Point {seed} is to {said}."


def role(number: int) -> str:
    """Write a role of about 600 words, as YAML."""
    seed = number * 100
    items = "".join(
        f"  - title: {WORDS[at].title()} and {WORDS[at + 1]}\n    text: {sentence(seed + at, 24)}\n"
        for at in range(12)
    )
    asked = "".join(f"  - {sentence(seed + at, 18)}\n" for at in range(20, 32))
    return (
        f"title: {TITLES[number % len(TITLES)]}\ndepartment: department-{number % 5}\n"
        f"summary: {sentence(seed, 30)}\nresponsibilities:\n{items}qualifications:\n{asked}"
        "technologies: [Python, Snowflake, Tableau, Django]\n"
        "hiring_process: [A call of half an hour, A day in the office, An offer]\n"
        "benefits: [Four weeks of paid time off, A pension plan]\n"
    )


def row(number: int, *, flawed: bool) -> Mapping[str, object]:
    """Give one opening, as a system of human resources would export it."""
    city, region, country, currency, postal = PLACES[number % len(PLACES)]
    posted = FIRST_DAY + timedelta(days=number % 80)
    least = 40_000 + number % 97 * 500
    return {
        "requisition": f"REQ-2026-{number:06}",
        "role": f"role-{number % ROLES:02}",
        "city": city,
        "region": region,
        "postal code": f"{postal + number % 30:05}",
        "street": f"{1 + number % 40} Example Street",
        "country": country,
        "workplace": WORKPLACES[number % len(WORKPLACES)],
        "employment types": TYPES[number % len(TYPES)],
        "pay min": "" if flawed else least,
        "pay max": "" if flawed else least + 5_000 + number % 11 * 1_000,
        "pay currency": "" if flawed else currency,
        "pay period": "" if flawed else "year",
        "posted": posted,
        "updated": posted + timedelta(days=number % 7),
        "closes": posted + timedelta(days=100 + number % 50),
        "starts": posted + timedelta(days=160),
        "hours": "40 a week" if number % 2 else "",
        "vacancies": 1 + number % 3,
        "apply url": f"https://example.org/apply/REQ-2026-{number:06}",
        "contact name": "Talent office",
        "contact email": "" if flawed else f"talent-{number % 200}@example.org",
        "education": EDUCATION[number % len(EDUCATION)],
        "experience months": number % 6 * 12,
        "benefits": BENEFITS[number % len(BENEFITS)],
    }


COLUMNS = {
    "city": "location.city",
    "region": "location.region",
    "postal code": "location.postal_code",
    "street": "location.street",
    "country": "location.country",
}
"""Headings that the project says the meaning of; the others are known."""


def write_project(folder: Path, count: int, *, flawed: bool) -> Path:
    """Write a project of *count* openings into *folder*, and give it."""
    (folder / "roles").mkdir(parents=True)
    (folder / "openings").mkdir()
    columns = "".join(f"    {own}: {name}\n" for own, name in COLUMNS.items())
    settings = f"{PROJECT}openings:\n  columns:\n{columns}"
    (folder / "postingkit.yaml").write_text(settings, "utf-8")
    for number in range(ROLES):
        (folder / "roles" / f"role-{number:02}.yaml").write_text(role(number), "utf-8")
    with (folder / "openings" / "all.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, tuple(row(0, flawed=flawed)))
        writer.writeheader()
        writer.writerows(row(number, flawed=flawed) for number in range(count))
    return folder


@dataclass(frozen=True, slots=True)
class Cost:
    """What a process took: seconds of processor time and of wall time, and megabytes at most."""

    processor: float
    wall: float
    megabytes: float


def cost(folder: Path, *words: str) -> Cost:
    """Run the command line with *words* on the project in *folder*, in a process of its own."""
    command = [sys.executable, "-m", "postingkit", *words, "--project", str(folder)]
    started = time.perf_counter()
    with Path(os.devnull).open("w") as nothing:
        process = subprocess.Popen(command, stdout=nothing, stderr=nothing)  # noqa: S603 - our own command
        _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode not in {0, 1}:
        raise SystemExit(f"“{' '.join(command)}” ended with {process.returncode}.")
    wall = time.perf_counter() - started
    return Cost(used.ru_utime + used.ru_stime, wall, used.ru_maxrss / KILOBYTES)


def commands(board: str, folder: Path) -> Iterator[tuple[str, ...]]:
    """Yield the commands that are measured, by their words."""
    yield "feed", board, "-o", str(folder / "feed.xml"), "-q"
    yield "check", "--for", board, "--as-of", AS_OF
    yield "check", "--for", board, "--as-of", AS_OF, "--json"


def main() -> None:
    """Write two projects, run each command on both, and print what the openings cost."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("openings", nargs="?", type=int, default=OPENINGS)
    parser.add_argument("--board", default="indeed")
    parser.add_argument("--flawed", action="store_true", help="let each opening lack something")
    options = parser.parse_args()
    count = options.openings - HANDFUL
    with tempfile.TemporaryDirectory() as name:
        few = write_project(Path(name) / "few", HANDFUL, flawed=options.flawed)
        many = write_project(Path(name) / "many", options.openings, flawed=options.flawed)
        for words in commands(options.board, Path(name)):
            start, whole = cost(few, *words), cost(many, *words)
            print(
                f"{' '.join(words[:3])}{' --json' if '--json' in words else ''}: "
                f"{count / (whole.processor - start.processor):,.0f} openings/s of processor time, "
                f"{count / (whole.wall - start.wall):,.0f}/s of wall time; start-up "
                f"{start.processor:.1f} s; {start.megabytes:.0f} MB at start, "
                f"{whole.megabytes:.0f} MB at most"
            )


if __name__ == "__main__":
    main()
