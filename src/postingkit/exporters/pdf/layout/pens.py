"""Writes text operators into a sheet: one text object at a time, tagged sequence by sequence."""

from collections.abc import Sequence

from postingkit.exporters.pdf.fonts.face import literal
from postingkit.exporters.pdf.layout.parts import Paper
from postingkit.exporters.pdf.structure import Element
from postingkit.exporters.pdf.text.words import Stroke, Word


class Pen:
    """A text object (ISO 32000-1, 9.4) on a sheet, and what is set in it.

    *left* is where the next glyph will stand.
    """

    def __init__(self, paper: Paper, element: Element) -> None:
        self.paper, self.element = paper, element
        self.left = 0.0
        self._code = paper.sheet.code
        self._turned: Element | None = None
        self._font = "", 0.0
        self._colour = ""
        self._rise = 0.0

    def begin(self, colour: str) -> None:
        """Begin a text object in *colour*, tagged with the pen's element."""
        self._code.append(f"BT {colour} rg")
        self._colour = colour
        self.turn(self.element)

    def end(self) -> None:
        """End the sequence and the text object."""
        self.leave()
        self._code.append("ET")

    def turn(self, element: Element) -> None:
        """Tag what follows with *element*."""
        if element is not self._turned:
            self.leave()
            self.paper.sheet.begin(element)
            self._turned = element

    def leave(self) -> None:
        """End the sequence, so that what follows has one of its own."""
        if self._turned:
            self.paper.sheet.end()
        self._turned = None

    def colour(self, colour: str) -> None:
        """Draw in *colour* from now on."""
        if colour != self._colour:
            self._colour = colour
            self._code.append(f"{colour} rg")

    def move(self, left: float, baseline: float) -> None:
        """Go to a place on the sheet."""
        self.left = left
        self._code.append(f"1 0 0 1 {left:.2f} {baseline:.2f} Tm")

    def show(self, words: Sequence[Word], size: float, stretch: float = 0) -> None:
        """Draw *words* from the left, their spaces wider by *stretch* thousandths of *size*."""
        width = sum([word.width for word in words])
        if stretch:
            width += stretch * sum(word.text == " " for word in words)
        self.left += width * size / 1000
        faces = {word.face for word in words}
        if len(faces) == 1 and not any(word.strokes for word in words):
            self._show_plain(words, size, stretch)
            return
        for word in words:
            if word.strokes:
                self._show_strokes(word, size)
            elif word.code:
                self._show_plain((word,), size, stretch)

    def _show_plain(self, words: Sequence[Word], size: float, stretch: float) -> None:
        if not any(word.code for word in words):
            return  # no glyph would make the file embed the font
        self.paper.words.update(words)
        self._choose(self.paper.fonts.plain(words[0].face), size)
        self._lift(0)
        if stretch:
            kern = f"){-stretch:.0f}("
            codes = [word.code + kern if word.text == " " else word.code for word in words]
        else:
            codes = [word.code for word in words]
        shown = f"({''.join(codes)})"
        if stretch and words[-1].text == " ":
            shown = shown.removesuffix("()")  # pdfium forgets a number before an empty string
        self._code.append(f"[{shown}]TJ")

    def _show_strokes(self, word: Word, size: float) -> None:
        """Draw a word glyph by glyph; where they do not tell its text in order, an element does."""
        turned = self._turned
        if word.said and turned and not self.paper.sheet.silent:
            span = turned.add("Span")
            span.actual = word.said
            self.turn(span)
        for stroke in word.strokes:
            self._show_stroke(stroke, size)
        if turned:
            self.turn(turned)

    def _show_stroke(self, stroke: Stroke, size: float) -> None:
        self._choose(self.paper.fonts.named(stroke.face, stroke.glyph, stroke.text), size)
        self._lift(stroke.rise * size / 1000)
        before = str(-stroke.before) if stroke.before else ""
        after = str(-stroke.after) if stroke.after else ""
        self._code.append(f"[{before}({literal(stroke.glyph)}){after}]TJ")

    def _choose(self, font: str, size: float) -> None:
        if (font, size) != self._font:
            self._font = font, size
            self._code.append(f"/{font} {size:.4g} Tf")

    def _lift(self, rise: float) -> None:
        if rise != self._rise:
            self._rise = rise
            self._code.append(f"{rise:.2f} Ts")
