"""Where the fonts of a computer are looked for."""

from pathlib import Path

from postingkit.cli.fonts import folders_of, font_folders

HOME = Path("/home/me")


def folders(platform: str, **environment: str) -> list[str]:
    return [path.as_posix() for path in folders_of(platform, environment, HOME)]


def test_a_desktop_has_the_users_fonts_before_everybodys() -> None:
    assert folders("linux") == [
        "/home/me/.local/share/fonts",
        "/home/me/.fonts",
        "/usr/local/share/fonts",
        "/usr/share/fonts",
    ]


def test_a_desktop_may_name_its_folders() -> None:
    assert folders("linux", XDG_DATA_HOME="/data", XDG_DATA_DIRS="/opt/share::/usr/share") == [
        "/data/fonts",
        "/home/me/.fonts",
        "/opt/share/fonts",
        "/usr/share/fonts",
        "/usr/local/share/fonts",
    ]


def test_macos_has_its_own() -> None:
    assert folders("darwin") == [
        "/home/me/Library/Fonts",
        "/Library/Fonts",
        "/System/Library/Fonts",
    ]


def test_windows_has_its_own() -> None:
    assert folders("win32", LOCALAPPDATA="C:/Users/me/Local", WINDIR="D:/Windows") == [
        "C:/Users/me/Local/Microsoft/Windows/Fonts",
        "D:/Windows/Fonts",
    ]
    assert folders("win32")[1] == "C:/Windows/Fonts"


def test_this_computer_has_some() -> None:
    assert font_folders()
