"""docs/site.md does what it says."""

import os
from pathlib import Path

from test_docs import blocks, run

OPENING = "role: clerk\nlocations: [{city: Berlin, country: DE}]\nposted: 2026-11-01\n"


def test_the_commands_make_the_files_that_the_page_names(tmp_path: Path) -> None:
    (settings,) = blocks("site.md", "yaml")
    for name in ("roles", "openings"):
        (tmp_path / name).mkdir()
    (tmp_path / "postingkit.yaml").write_text(settings, "utf-8")
    (tmp_path / "roles" / "clerk.yaml").write_text("title: Clerk\n", "utf-8")
    (tmp_path / "openings" / "clerk-berlin.yaml").write_text(OPENING, "utf-8")
    (commands,) = blocks("site.md", "sh")

    done = [run(os.environ, tmp_path, *line.split()) for line in commands.splitlines()]

    assert [each.returncode for each in done] == [0, 0, 0], done
    names = ["atom.xml", "feed.json", "index.html", "openings", "robots.txt", "rss.xml"]
    for folder in (tmp_path / "out" / "site", tmp_path / "public" / "jobs"):
        assert sorted(each.name for each in folder.glob("[!.]*")) == [*names, "sitemap.xml"]
