"""Finds a template and those it extends, and lays them over each other."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, reduce
from importlib.resources import files
from pathlib import Path

from postingkit.errors import FilePlace, InvalidInput, Place, Problem
from postingkit.look import Look
from postingkit.model.files import paths_in, read_file
from postingkit.model.identity import fault, suggested
from postingkit.model.locks import lock_problems
from postingkit.model.nodes import ListNode, MappingNode, TextNode, filled, merged, without
from postingkit.model.template import SOURCES, Template
from postingkit.model.validation import in_order, validated
from postingkit.model.values import suggestion
from postingkit.model.wording import wording_problems

DEFAULT = "default"
FILE = "template.yaml"
EXAMPLE = f"extends: {DEFAULT}"
SHIPPED = Path(str(files("postingkit") / "templates"))


@dataclass(frozen=True, slots=True)
class ResolvedTemplate:
    """A template with all that it inherits.

    *options* holds what it says to single exporters, by their names, for them to validate; *node*
    is all of it as written, each value with its place; *files* are those that it is laid together
    from, the lowest first.
    """

    name: str
    settings: Template
    options: Mapping[str, MappingNode]
    look: Look
    node: MappingNode
    files: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TemplateFolder:
    """The templates of a project, and beneath them those that come with postingkit.

    What comes with postingkit extends nothing of the project's. *company* is laid over those that
    come with postingkit, *overlay* over all.
    """

    folder: Path
    overlay: MappingNode | None = None
    company: MappingNode | None = None

    def names(self) -> tuple[str, ...]:
        """Give the names of all templates, sorted."""
        own = (path.name for path in self._folders() if not fault(path.name))
        return tuple(sorted({*own, *shipped_names()}))

    def name_problems(self) -> Iterator[Problem]:
        """Tell of each template that nothing can use, for its folder has no sound name."""
        for path in self._folders():
            if fault(path.name):
                message = f"The folder's name cannot be used: {fault(path.name)}."
                hint = f"Rename the folder to “{suggested(path.name)}”, for example."
                yield Problem.at(FilePlace((path / FILE).as_posix(), 1, 1), message, hint)

    def _folders(self) -> list[Path]:
        problems: list[Problem] = []
        found = sorted(path for path in paths_in(self.folder, problems) if _may_hold_one(path))
        if problems:
            raise InvalidInput(tuple(problems))
        return found

    def resolve(self, name: str) -> ResolvedTemplate:
        """Give the template *name* with all that it inherits; raises as `resolved` does."""
        return resolved(name, self.layers(name))

    def layers(self, name: str) -> tuple[MappingNode, ...]:
        """Give what the template *name* is laid together from, the lowest first.

        A template that extends its own name extends the one that comes with postingkit. Raises
        `InvalidInput` for a file that cannot be read, and for what extends itself or nothing known.
        """
        chain: list[Path] = []
        layers: list[MappingNode] = []
        wanted: TextNode | None = TextNode(name, FilePlace(self.folder.as_posix(), 1, 1))
        while wanted is not None:
            path = self._path(wanted, tuple(chain))
            chain.append(path)
            layers.append(read_file(path, EXAMPLE))
            wanted = _parent(layers[-1])
        shipped = [path.is_relative_to(SHIPPED) for path in chain]
        if self.company and any(shipped):
            layers.insert(shipped.index(True), self.company)
        if self.overlay:
            layers.insert(0, self.overlay)
        return tuple(reversed(layers))

    def _path(self, name: TextNode, chain: tuple[Path, ...]) -> Path:
        folders = (
            [SHIPPED] if chain and chain[-1].is_relative_to(SHIPPED) else [self.folder, SHIPPED]
        )
        candidates = [each / name / FILE for each in folders if _may_hold_one(each / name)]
        if name not in self.names():
            hint = suggestion(name, self.names())
            raise _refused(name, f"There is no template “{name}”.", hint)
        for path in candidates:
            if path not in chain:
                return path
        steps = f", over {len(chain)} steps" if len(chain) > 1 else ""
        message = f"The template “{name}” extends itself{steps}."
        raise _refused(name, message, "Let one of them extend “default”.")


def _may_hold_one(folder: Path) -> bool:
    """Say whether a template is in *folder*, or nobody can know, which is told when it is read."""
    try:
        return (folder / FILE).is_file()
    except OSError:
        return True


def laid_over(layers: tuple[MappingNode, ...]) -> MappingNode:
    """Lay *layers* over each other, the lowest first."""
    return reduce(merged, layers)


def resolved(name: str, layers: tuple[MappingNode, ...]) -> ResolvedTemplate:
    """Make the template *name* of its *layers*.

    Raises `InvalidInput` with every problem of the template and those below it.
    """
    node = laid_over(layers)
    settings, options = divided(node)
    problems = [*_order_problems(settings), *_emptiness(settings), *lock_problems(layers)]
    problems += wording_problems(settings)
    try:
        template = validated(Template, settings)
    except InvalidInput as error:
        raise InvalidInput(in_order([*error.problems, *problems])) from error
    if problems:
        raise InvalidInput(in_order(problems))
    files = tuple(layer.place.file for layer in layers)
    return ResolvedTemplate(name, template, options, template.theme.look(), node, files)


@cache
def shipped_names() -> tuple[str, ...]:
    """Give the names of the templates that come with postingkit."""
    return tuple(sorted(path.parent.name for path in SHIPPED.glob(f"*/{FILE}")))


def is_shipped(place: Place) -> bool:
    """Say whether *place* is in a template that comes with postingkit."""
    return isinstance(place, FilePlace) and Path(place.file).is_relative_to(SHIPPED)


def _refused(name: TextNode, message: str, hint: str) -> InvalidInput:
    return InvalidInput((Problem.at(name.place, message, hint),))


def _parent(layer: MappingNode) -> TextNode | None:
    parent = layer.get("extends")
    return parent if isinstance(parent, TextNode) else None


def divided(node: MappingNode) -> tuple[MappingNode, dict[str, MappingNode]]:
    """Divide a template's *node* into its settings and what it says to single exporters."""
    known = Template.field_names()
    options = {
        key: value
        for key, value in filled(node).items()
        if key not in known and isinstance(value, MappingNode)
    }
    return without(node, *options), options


def _emptiness(node: MappingNode) -> Iterator[Problem]:
    order = node.get("order")
    if isinstance(order, ListNode) and not order:
        message = "The order is empty, so the template shows no sections."
        instead = "leave the line out" if "extends" in node else f"write “{EXAMPLE}” in its place"
        yield Problem.at(order.place, message, f"Name sections in it, or {instead}.")
    elif not order:
        message = "The template shows no sections: it has no order, nor what it extends."
        yield Problem.at(node.place, message, "Add a line “extends: default”.")


def _order_problems(node: MappingNode) -> Iterator[Problem]:
    """Find sections in the order that neither the model nor the template has a text for."""
    order, sections = node.get("order"), node.get("sections")
    own = {
        key
        for key, settings in (sections.items() if isinstance(sections, MappingNode) else ())
        if isinstance(settings, MappingNode) and "body" in settings
    }
    known = (*SOURCES, *sorted(own))
    keys = [key for key in order if isinstance(key, TextNode)] if isinstance(order, list) else []
    for number, key in enumerate(keys):
        if key not in known:
            yield Problem.at(key.place, f"There is no section “{key}”.", suggestion(key, known))
        elif key in keys[:number]:
            message = f"The section “{key}” stands here a second time."
            yield Problem.at(key.place, message, "Keep one of the two.")
