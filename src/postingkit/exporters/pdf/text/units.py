"""What a line is filled with: the words and spaces of a paragraph, and where lines may end.

It knows no width of a line. Lengths are thousandths of the type size.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import accumulate
from typing import NamedTuple

from postingkit.exporters.pdf.text.bidi import levels, needs_bidi
from postingkit.exporters.pdf.text.breaking import emergency, is_simple, opportunities
from postingkit.exporters.pdf.text.runs import Run, drawable
from postingkit.exporters.pdf.text.words import SOFT_HYPHEN, Vocabularies, Vocabulary, Word

_SHORT = 8000.0  # a word in a script without spaces, as good as any
_LONGEST = 200
"""So many characters are shaped at once at most, so that time does not grow with their square."""
_overlong = re.compile(f"[^ ]{{{_LONGEST + 1}}}")


@dataclass(frozen=True, slots=True)
class Voice:
    """What decides how a run's characters are shaped, beside its weight and slope.

    *language* is a BCP 47 tag, *base* the paragraph's own level: 0 from left to right, 1 from right
    to left.
    """

    family: str
    language: str
    base: int


@dataclass(slots=True, eq=False)
class Units:
    """Words and spaces in logical order, to be broken into lines.

    *runs* says for each of the *words* which of the *sources* it is from, and *levels* which way it
    runs; *runs* is empty where there is but one, *levels* where all run from left to right. *ends*
    is the width up to the end of each word. A line may end after each word of *stops*; its width
    is then that of *reaches*, and the next line begins with the word of *nexts*.
    """

    sources: Sequence[Run]
    words: list[Word]
    ends: list[float]
    stops: Sequence[int]
    nexts: Sequence[int]
    reaches: list[float]
    runs: list[int] = field(default_factory=list)
    levels: list[int] = field(default_factory=list)

    @property
    def width(self) -> float:
        """The width of all on one line."""
        return self.reaches[-1] if self.reaches else 0

    @property
    def longest(self) -> float:
        """The width of the widest word; in scripts without spaces words are short."""
        widest = max((word.width for word in self.words), default=0)
        if widest <= _SHORT or not any(word.flows for word in self.words):
            return widest
        return max(min(word.width, _SHORT) if word.flows else word.width for word in self.words)


def units(runs: Sequence[Run], voice: Voice, known: Vocabularies) -> Units:
    """Shape the *runs* of one line of text as it was written."""
    vocabularies = [_vocabulary(run, voice, known, rtl=False) for run in runs]
    if len(runs) == 1 and not voice.base and _is_simple(runs[0].text):
        return _simple(runs, vocabularies[0])
    if not voice.base and _is_simple("".join(run.text for run in runs)):
        return _stopped(runs, *_spaced(runs, vocabularies))
    drawn = [
        replace(run, text=drawable(run.text, vocabulary.chain))
        for run, vocabulary in zip(runs, vocabularies, strict=True)
    ]
    return _intricate(drawn, voice, known)


def _is_simple(text: str) -> bool:
    return is_simple(text) and not _overlong.search(text)


def _vocabulary(run: Run, voice: Voice, known: Vocabularies, *, rtl: bool) -> Vocabulary:
    language = run.language or voice.language
    return known.of(voice.family, bold=run.bold, italic=run.italic, language=language, rtl=rtl)


def _simple(runs: Sequence[Run], vocabulary: Vocabulary) -> Units:
    """Take what stands between single spaces, without looking at a character."""
    found = [vocabulary[word] for word in runs[0].text.split(" ")]
    words = [vocabulary[" "]] * (2 * len(found) - 1)
    words[::2] = found
    ends = list(accumulate([word.width for word in words]))
    count = len(words)
    return Units(runs, words, ends, range(0, count, 2), range(2, count + 2, 2), ends[::2])


def _spaced(
    runs: Sequence[Run], vocabularies: Sequence[Vocabulary]
) -> tuple[list[Word], list[int], list[int]]:
    """Take what stands between spaces from each of several runs."""
    words: list[Word] = []
    owners: list[int] = []
    verdicts: list[int] = []
    for index, (run, vocabulary) in enumerate(zip(runs, vocabularies, strict=True)):
        for number, text in enumerate(run.text.split(" ")):
            if number:
                words.append(vocabulary[" "])
                owners.append(index)
                verdicts.append(1)
            if text:
                words.append(vocabulary[text])
                owners.append(index)
                verdicts.append(0)
    return words, owners, verdicts


def _stopped(
    sources: Sequence[Run],
    words: list[Word],
    owners: list[int],
    verdicts: Sequence[int],
    levels: Sequence[int] = (),
) -> Units:
    """Find the stops from what holds after each word: 1 where a line may end."""
    ends = list(accumulate([word.width for word in words]))
    stops: list[int] = []
    nexts: list[int] = []
    last = -1  # the last word that is no space
    for index, word in enumerate(words):
        if word.text != " ":
            last = index
        if not verdicts[index] and index + 1 < len(words):
            continue
        if stops and last <= stops[-1]:
            nexts[-1] = index + 1  # more spaces after the same word
        elif last >= 0:
            stops.append(last)
            nexts.append(index + 1)
    reaches = [ends[stop] for stop in stops]
    return Units(sources, words, ends, stops, nexts, reaches, owners, list(levels))


class _Part(NamedTuple):
    text: str
    run: int
    level: int
    verdict: int


def _intricate(runs: Sequence[Run], voice: Voice, known: Vocabularies) -> Units:
    """Look at each character: text of any script and direction."""
    parts = list(_parts(runs, voice))
    words = []
    for part in parts:
        vocabulary = _vocabulary(runs[part.run], voice, known, rtl=part.level % 2 == 1)
        words.append(vocabulary[part.text])
    found = [part.level for part in parts]
    return _stopped(
        runs,
        words,
        [part.run for part in parts],
        [part.verdict for part in parts],
        found if any(found) else (),
    )


def _parts(runs: Sequence[Run], voice: Voice) -> Iterator[_Part]:
    """Cut the text where lines may end, beside spaces, and where run or level change."""
    text = "".join(run.text for run in runs)
    owners = [index for index, run in enumerate(runs) for _ in run.text]
    directions = levels(text, voice.base) if voice.base or needs_bidi(text) else bytes(len(text))
    verdicts = opportunities(text, voice.language)
    clusters = emergency(text) if _overlong.search(text) else b""
    start = 0
    for index, character in enumerate(text):
        following = index + 1
        ends = verdicts[index] and character != SOFT_HYPHEN  # a word is parted there when it must
        if (
            ends
            or following == len(text)
            or character == " "
            or text[following] == " "
            or owners[index] != owners[following]
            or directions[index] != directions[following]
            or (clusters and following - start >= _LONGEST and clusters[index])
        ):
            part = text[start:following].rstrip(SOFT_HYPHEN)
            yield _Part(part, owners[index], directions[index], int(bool(ends)))
            start = following
