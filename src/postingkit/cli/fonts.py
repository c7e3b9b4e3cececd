"""Says where computers keep their fonts; it reads none."""

import os
import sys
from collections.abc import Mapping
from pathlib import Path


def font_folders() -> tuple[Path, ...]:
    """Give the folders with fonts of this computer, the user's own first."""
    return folders_of(sys.platform, os.environ, _home())


def _home() -> Path:
    # Unlike Path.home(), this does not fail where there is none.
    return Path(os.path.expanduser("~"))  # noqa: PTH111 - see above


def folders_of(platform: str, environment: Mapping[str, str], home: Path) -> tuple[Path, ...]:
    """Give the folders with fonts of a computer of *platform*, as `sys.platform` names it."""
    match platform:
        case "win32":
            return _of_windows(environment, home)
        case "darwin":
            return (home / "Library/Fonts", Path("/Library/Fonts"), Path("/System/Library/Fonts"))
        case _:
            return _of_the_desktop(environment, home)


def _of_windows(environment: Mapping[str, str], home: Path) -> tuple[Path, ...]:
    local = Path(environment.get("LOCALAPPDATA") or home / "AppData/Local")
    system = Path(environment.get("WINDIR") or "C:/Windows")
    return local / "Microsoft/Windows/Fonts", system / "Fonts"


def _of_the_desktop(environment: Mapping[str, str], home: Path) -> tuple[Path, ...]:
    """Follow https://specifications.freedesktop.org/basedir-spec, and what was before it."""
    own = Path(environment.get("XDG_DATA_HOME") or home / ".local/share")
    shared = (environment.get("XDG_DATA_DIRS") or "/usr/local/share:/usr/share").split(":")
    usual = (Path("/usr/local/share"), Path("/usr/share"))
    roots = [own, *(Path(folder) for folder in shared if folder), *usual]
    return tuple(
        dict.fromkeys((own / "fonts", home / ".fonts", *(each / "fonts" for each in roots)))
    )
