"""The text of an input file and its places; what no text may hold is refused here."""

import re
import unicodedata
from dataclasses import dataclass

import yaml

from postingkit.errors import FilePlace, InvalidInput, Problem
from postingkit.model.nodes import TextNode
from postingkit.model.spaces import misread_space, stray_space

MAXIMUM_BYTES = 2_000_000
ROLE_LINE = "title: Data Engineer"

# Unicode's Cc but tab and line ends, surrogates, and the noncharacters that no file format takes.
FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")
FORBIDDEN_KINDS = {
    "Cc": "a control character",
    "Cs": "half of a character",
    "Cn": "no character at all",
}
LINE_ENDS = re.compile("\r\n|[\n\r\x85\u2028\u2029]")  # YAML 1.1, section 4.2

REMOVE = "Delete it; it often comes along when text is pasted from another program."
QUOTE = 'Text with signs such as : # & * ! % @ in it is safe between quotes: "…".'


@dataclass(frozen=True, slots=True)
class _Wording:
    """What we say where the parser says something of the *pattern*.

    *opening*: it is said of where the construct opens, not of where the parser gave up.
    """

    pattern: str
    message: str
    hint: str
    opening: bool = False


TABS = "Replace each tab by spaces; most editors can do that for you."
NAMED = re.compile(r":(\s|$)")  # a line that names a field
# A value that begins with a quotation or a bracket and has its end behind it.
QUOTED = re.compile(r"""\s*(-\s+)*([\w-]+:\s+)?("[^"]*"|'[^']*'|\[[^]]*\]|\{[^}]*\})""")
SYNTAX = (
    _Wording("mapping values are not allowed", "A second “: ” on the line cannot be read.", QUOTE),
    _Wording(
        "block sequence entries are not allowed",
        "A list begins on a line of its own, below the name of its field.",
        "Write one item a line, each beginning with “- ”.",
    ),
    _Wording(
        "tab character",
        "Lines are indented with spaces, not with tabs.",
        TABS,
    ),
    _Wording(
        "found character|cannot start any token|did not find expected alphabetic",
        "Text cannot begin with this sign.",
        f"{QUOTE} List items begin with “- ”.",
    ),
    _Wording(
        "escape c",
        "What follows the backslash here stands for no character.",
        "Write the character itself, or two backslashes for one.",
    ),
    _Wording(
        "did not find expected key|did not find expected '-' indicator",
        "The line does not fit in with those above it.",
        "Indent fields of one group by the same number of spaces, and begin list items with “- ”.",
    ),
    _Wording(
        "did not find expected ',' or",
        "A list or group that opens here is not closed.",
        "Close it, or write one item a line, each beginning with “- ”.",
        opening=True,
    ),
    _Wording(
        "unexpected end of stream",
        "A quotation that opens here is not closed.",
        "Close it.",
        opening=True,
    ),
)


@dataclass(frozen=True, slots=True)
class Source:
    """A file's text, and the lines that its places show.

    *example* is a line that a file of its kind may hold, for hints.
    """

    file: str
    text: str
    lines: tuple[str, ...]
    example: str = ROLE_LINE

    @classmethod
    def of(cls, file: str, text: str, example: str = ROLE_LINE) -> "Source":
        """Make the source of a *file* that holds *text*."""
        return cls(file, text, tuple(LINE_ENDS.split(text)), example)

    @classmethod
    def decoded(cls, file: str, data: bytes, example: str = ROLE_LINE) -> "Source":
        """Make the source of a *file* that holds *data*; raises `InvalidInput` for no text."""
        if len(data) > MAXIMUM_BYTES:
            message = f"The file is larger than {MAXIMUM_BYTES // 1_000_000} MB."
            hint = "Check that it is the right file; a role takes a few kilobytes."
            raise InvalidInput((Problem.at(FilePlace(file, 1, 1), message, hint),))
        try:
            source = cls.of(file, data.decode("utf-8-sig"), example)
        except UnicodeDecodeError as error:
            before = cls.of(file, error.object[: error.start].decode())
            raise InvalidInput((before.encoding_problem(),)) from error
        source.refuse_control_characters()
        return source

    def place(self, line: int, column: int) -> FilePlace:
        """Make a place from a *line* and a *column* that count from 0, as the parser's do."""
        line = min(line, len(self.lines) - 1)
        return FilePlace(self.file, line + 1, column + 1, self.lines[line])

    def encoding_problem(self) -> Problem:
        """Say that what follows upon this text is not UTF-8."""
        line = len(self.lines) - 1
        return Problem.at(
            self.place(line, len(self.lines[line])),
            "The file is not UTF-8 text from here on.",
            "Save it again with the encoding “UTF-8”.",
        )

    def refuse_control_characters(self) -> None:
        """Raise `InvalidInput` with each line that holds a character no document may hold."""
        problems = tuple(
            Problem.at(self.place(number, match.start()), forbidden(match.group()), REMOVE)
            for number, line in enumerate(self.lines)
            if (match := FORBIDDEN.search(line))
        )
        if problems:
            raise InvalidInput(problems)

    def syntax_problem(self, error: yaml.MarkedYAMLError) -> Problem:
        """Turn the parser's *error* into a problem in plainer words."""
        said = error.problem or "it cannot be read"
        cause = self._cause(error.problem_mark, said)
        if cause:
            return cause
        if said == "could not find expected ':'":
            return self._nameless_line(self._marked(error.context_mark))
        for wording in SYNTAX:
            if re.search(wording.pattern, said):
                mark = error.context_mark if wording.opening else error.problem_mark
                return Problem.at(self._marked(mark), wording.message, wording.hint)
        return Problem.at(self._marked(error.problem_mark), f"This is no YAML: {said}.", QUOTE)

    def _cause(self, mark: yaml.Mark | None, said: str) -> Problem | None:
        """Find a fault that the parser notices only behind it: in a quotation, or a line above."""
        if mark is None:
            return None
        line = self.lines[min(mark.line, len(self.lines) - 1)]
        before, behind = line[: mark.column], line[mark.column :]
        if said.startswith("did not find expected") and QUOTED.match(before) and behind.strip():
            message = "The text goes on after a quotation or bracket that it began with."
            hint = "Put all of it between quotes of the other kind: 'the \"best\" team'."
            return Problem.at(self.place(mark.line, mark.column), message, hint)
        if behind.startswith("\t"):
            message = "Lines are indented with spaces, not with tabs."
            return Problem.at(self.place(mark.line, mark.column), message, TABS)
        space = misread_space(self.place(mark.line, mark.column))
        return space or (None if ": " in before else self._cause_above(mark.line, said))

    def _cause_above(self, number: int, said: str) -> Problem | None:
        """Find what the line above the line *number* lacks, or say that this is too deep."""
        above = self._line_above(number)
        is_field = said.startswith("mapping values")
        if above is None or not (is_field or said.endswith("<document start>")):
            return None
        if stray_space(above) or not NAMED.search(above.source):
            return self._nameless_line(above)
        if not is_field:
            return None
        line = self.lines[number]
        begin = len(line) - len(line.lstrip())
        message = "The line is indented deeper than it may be."
        hint = "Fields of one group begin in the same column."
        return Problem.at(self.place(number, begin), message, hint)

    def _nameless_line(self, place: FilePlace) -> Problem:
        """Say that no field begins at *place*, and why, if a space tells."""
        message = "A field's name must be followed by a colon and a space."
        hint = "text that goes on is indented deeper than its field."
        nameless = Problem.at(place, message, f"Write “{self.example}”, for example; {hint}")
        return stray_space(place) or nameless

    def _line_above(self, number: int) -> FilePlace | None:
        for above in range(min(number, len(self.lines)) - 1, -1, -1):
            written = self.lines[above]
            if written.strip() and not written.lstrip().startswith("#"):
                return self.place(above, len(written) - len(written.lstrip()))
        return None

    def _marked(self, mark: yaml.Mark | None) -> FilePlace:
        return self.place(mark.line, mark.column) if mark else self.place(0, 0)


def read_option(written: str, name: str) -> TextNode:
    """Take a text that was *written* on the command line; *name* is the option's, for messages.

    Raises `InvalidInput` for characters that no document may hold.
    """
    source = Source.of(name, written)
    source.refuse_control_characters()
    return TextNode(normal(written), source.place(0, 0))


def forbidden(character: str) -> str:
    """Say what *character* is that may not stand in a text."""
    kind = FORBIDDEN_KINDS[unicodedata.category(character)]
    return f"The character U+{ord(character):04X} ({kind}) may not stand in a text."


def normal(text: str) -> str:
    """Give *text* with one form for each letter with its accents, and one for each line's end."""
    if text.isascii() and text.isprintable():
        return text  # as most texts of tables are
    return LINE_ENDS.sub("\n", unicodedata.normalize("NFC", text))
