from pathlib import Path

LANGUAGES: dict[str, Path]

def language_fallback(language: str) -> str | None: ...

class _Position(int):
    data: tuple[str, int, int] | None

class Pyphen:
    def __init__(self, *, lang: str, left: int = ..., right: int = ...) -> None: ...
    def positions(self, word: str) -> list[_Position]: ...
