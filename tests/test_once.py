"""What is made once of a value: by which value it is, and forgotten in good time."""

from dataclasses import dataclass

from postingkit.once import MOST_KEPT, once


@dataclass(frozen=True)
class Word:
    text: str


class Maker:
    def __init__(self) -> None:
        self.made: list[Word] = []

    def make(self, word: Word) -> str:
        self.made.append(word)
        return word.text.upper()


def test_it_is_made_once_of_one_value_and_anew_of_an_equal_one() -> None:
    maker = Maker()
    made = once(maker.make)
    one, equal = Word("a"), Word("a")
    assert [made(one), made(one), made(equal)] == ["A", "A", "A"]
    assert [each is one for each in maker.made] == [True, False]


def test_what_is_asked_for_again_and_again_is_not_forgotten() -> None:
    maker = Maker()
    made = once(maker.make)
    shared, others = Word("shared"), [Word(str(number)) for number in range(3 * MOST_KEPT)]
    for other in others:
        made(shared)
        made(other)
    assert maker.made.count(shared) == 1
    made(others[0])
    assert maker.made.count(others[0]) == 2


def test_of_what_passes_nothing_is_kept() -> None:
    maker = Maker()
    made = once(maker.make, passing=lambda word: word.text == "b")
    for word in (Word("a"), Word("b")):
        made(word)
        made(word)
    assert [word.text for word in maker.made] == ["a", "b", "b"]


def test_no_more_is_kept_than_is_asked_for() -> None:
    maker = Maker()
    made = once(maker.make, most=2)
    words = [Word("a"), Word("b"), Word("c")]
    assert [made(word) for word in (*words, words[2], words[1], words[0])] == [*"ABCCBA"]
    assert [word.text for word in maker.made] == [*"abca"]
