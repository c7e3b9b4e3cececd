"""The digests of what files are made with, beside their sources.

That of a template counts all files beside anything that it is laid together of.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import product
from pathlib import Path
from posixpath import normpath

from postingkit.batch.fonts import families_to_find, with_fonts_for
from postingkit.exporters import AnyExporter
from postingkit.model import LoadedProject, ResolvedTemplate
from postingkit.model.nodes import MappingNode, Node, TextNode
from postingkit.model.overlay import SOURCE as SET
from postingkit.model.templates import SHIPPED
from postingkit.store.digests import digest_of, digest_of_file, digest_of_texts
from postingkit.store.tree import SETTINGS


@dataclass(frozen=True, slots=True)
class MadeWith:
    """What files are made with: *common* is the digest of what all are, *laid* are the templates'.

    *has_others* says whether there may be other files among it than inputs, such as fonts of the
    computer: one that is not there today may be there tomorrow.
    """

    common: str
    laid: Mapping[str, str]
    has_others: bool


def made_with(
    project: LoadedProject,
    exporters: Mapping[str, AnyExporter],
    *,
    inputs: Mapping[str, str],
    software: str,
    settings: tuple[str, ...],
    font_folders: tuple[Path, ...],
) -> MadeWith:
    """Give the digests of what *exporters* make the files of *project* with.

    *inputs* are the digests of its input files, as far as settings and templates go; *software* is
    that of postingkit itself; *settings* are laid over the templates.
    """
    templates = project.templates
    named = {name: _named(each, project.folder) for name, each in templates.items()}
    unlisted = any(path not in inputs for paths in named.values() for path in paths)
    fonts = {name: computer_fonts(templates[name], exporters, font_folders) for name in templates}
    laid = {
        name: laid_digest(template, project.folder, inputs, (*fonts[name], *named[name].values()))
        for name, template in templates.items()
    }
    own = inputs.get(SETTINGS, "")
    common = digest_of_texts((software, own, *settings, "", *project.template_names))
    return MadeWith(common, laid, unlisted or _needs_fonts(templates.values(), exporters))


def laid_digest(
    template: ResolvedTemplate,
    folder: Path,
    inputs: Mapping[str, str],
    fonts: tuple[str, ...],
) -> str:
    """Give the digest of *template* of the project in *folder*.

    *inputs* are the digests of all input files, *fonts* those of fonts of the computer. What comes
    with postingkit counts with postingkit itself, but for which of it the template extends.
    """
    folders = tuple(_folder_of(file, folder) for file in template.files)
    named = (
        text
        for path, digest in sorted(inputs.items())
        if _top(path) in folders
        for text in (path, digest)
    )
    return digest_of_texts((template.name, *folders, "", *named, *fonts))


def _needs_fonts(
    templates: Iterable[ResolvedTemplate], exporters: Mapping[str, AnyExporter]
) -> bool:
    """Say whether any of *exporters* looks for fonts of *templates* on the computer."""
    pairs = product(exporters.values(), templates)
    return any(families_to_find(exporter, template.look) for exporter, template in pairs)


def computer_fonts(
    template: ResolvedTemplate, exporters: Mapping[str, AnyExporter], folders: tuple[Path, ...]
) -> tuple[str, ...]:
    """Give the digests of the fonts in *folders* that *exporters* put into files of *template*."""
    brought = template.look.fonts.files
    found = (with_fonts_for(each, template.look, folders) for each in exporters.values())
    files = {asset.data for look in found for asset in look.fonts.files[len(brought) :]}
    return tuple(sorted(map(digest_of, files)))


def _named(template: ResolvedTemplate, folder: Path) -> Mapping[str, str]:
    """Give the digests of the files that settings, not a template of its own, name for it.

    Those that the command itself names are seen from where it is called, and no inputs.
    """
    settings = folder / SETTINGS
    own = _texts(template.node, settings.as_posix())
    found = {normpath(text): settings.parent / text for text in own}
    found |= {Path(text).absolute().as_posix(): Path(text) for text in _texts(template.node, SET)}
    return {name: digest_of_file(path) for name, path in found.items() if _is_file(path)}


def _texts(node: Node, file: str) -> list[str]:
    """Give the texts within *node* that stand in *file*, sorted."""
    texts = (each for each in _nodes(node) if isinstance(each, TextNode))
    return sorted({str(each) for each in texts if each.place.file == file} - {""})


def _is_file(path: Path) -> bool:
    try:
        return path.is_file()
    except (OSError, ValueError):  # a text that is no name of a file
        return False


def _nodes(node: Node) -> Iterator[Node]:
    yield node
    if not isinstance(node, TextNode):
        for value in node.values() if isinstance(node, MappingNode) else node:
            yield from _nodes(value)


def _folder_of(file: str, folder: Path) -> str:
    """Name the template's folder that *file* stands in, as seen from the project's *folder*.

    One that comes with postingkit has the same name on every computer.
    """
    path = Path(file)
    if path.is_relative_to(SHIPPED):
        return f"postingkit/{path.parent.name}"
    return _top(path.relative_to(folder).as_posix()) if path.is_relative_to(folder) else ""


def _top(path: str) -> str:
    return "/".join(path.split("/")[:2])
