"""Makes the environment that benchmarks run in: the peers' packages, and postingkit as installed.

It stands in the user's cache folder and is kept; postingkit itself is installed anew each time,
from this source, as a user gets it.
"""

import os
import subprocess
import sys
import venv
from pathlib import Path

ROOT = Path(__file__).parent.parent
REQUIREMENTS = Path(__file__).with_name("requirements.txt")
LONGEST = 600
"""Seconds that an installation may take."""


def cache_folder() -> Path:
    """Give the folder of the environment, and of what is measured without being published."""
    caches = os.environ.get("XDG_CACHE_HOME")
    folder = (Path(caches) if caches else Path.home() / ".cache") / "postingkit-benchmarks"
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def ready_python() -> Path:
    """Make the environment ready, and give its interpreter."""
    folder = cache_folder() / f"python-{sys.version_info.major}.{sys.version_info.minor}"
    scripts = folder / ("Scripts" if os.name == "nt" else "bin")
    python = scripts / ("python.exe" if os.name == "nt" else "python")
    stamp = folder / REQUIREMENTS.name
    if not stamp.exists() or stamp.read_bytes() != REQUIREMENTS.read_bytes():
        venv.create(folder, clear=True, with_pip=True)
        _install(python, "--requirement", str(REQUIREMENTS), str(ROOT))
        stamp.write_bytes(REQUIREMENTS.read_bytes())
    _install(python, str(ROOT))
    _install(python, "--force-reinstall", "--no-deps", str(ROOT))
    return python


def _install(python: Path, *what: str) -> None:
    subprocess.run(  # noqa: S603 - the environment's own
        [python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", *what],
        check=True,
        timeout=LONGEST,
    )
