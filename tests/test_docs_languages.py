"""docs/languages.md does what it says."""

import os
from pathlib import Path

from test_docs import blocks, run


def test_a_role_is_posted_in_its_languages(tmp_path: Path) -> None:
    project, clerk = blocks("languages.md", "yaml")
    (tmp_path / "roles").mkdir()
    (tmp_path / "postingkit.yaml").write_text(project, "utf-8")
    (tmp_path / "roles" / "clerk.yaml").write_text(clerk, "utf-8")
    (commands,) = blocks("languages.md", "sh")

    done = [run(os.environ, tmp_path, *line.split()) for line in commands.splitlines()]

    assert [each.returncode for each in done] == [0, 0, 0]
    assert [each.stderr for each in done if "notice" in each.stderr] == []
    assert done[-1].stdout.startswith("# Bürokraft (m/w/d)")
    made = sorted(path.name for path in (tmp_path / "out" / "roles").iterdir())
    formats = ("docx", "html", "md", "pdf")
    assert made == sorted(f"clerk{tag}.{each}" for tag in ("", ".de") for each in formats)
