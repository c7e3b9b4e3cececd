"""The digests of templates: of all files beside anything that a template is laid together of."""

from collections.abc import Iterator, Mapping
from pathlib import Path

from postingkit.batch.fonts import with_fonts_for
from postingkit.exporters import AnyExporter
from postingkit.model import ResolvedTemplate
from postingkit.model.nodes import ListNode, MappingNode, Node
from postingkit.store.digests import digest_of, digest_of_texts


def laid_digest(
    template: ResolvedTemplate,
    folder: Path,
    inputs: Mapping[str, str],
    fonts: tuple[str, ...],
) -> str:
    """Give the digest of *template* of the project in *folder*.

    *inputs* are the digests of all input files, *fonts* those of fonts of the computer. What comes
    with postingkit counts with postingkit itself.
    """
    folders = {_within(file, folder) for file in _files(template.node)}
    named = (
        text
        for path, digest in sorted(inputs.items())
        if _top(path) in folders
        for text in (path, digest)
    )
    return digest_of_texts((template.name, *named, *fonts))


def computer_fonts(
    template: ResolvedTemplate, exporters: Mapping[str, AnyExporter], folders: tuple[Path, ...]
) -> tuple[str, ...]:
    """Give the digests of the fonts in *folders* that *exporters* put into files of *template*."""
    brought = template.look.fonts.files
    found = (with_fonts_for(each, template.look, folders) for each in exporters.values())
    files = {asset.data for look in found for asset in look.fonts.files[len(brought) :]}
    return tuple(sorted(map(digest_of, files)))


def _files(node: Node) -> Iterator[str]:
    """Yield the file of each value within *node*."""
    match node:
        case MappingNode():
            yield node.place.file
            for value in node.values():
                yield from _files(value)
        case ListNode():
            yield node.place.file
            for value in node:
                yield from _files(value)
        case text:
            yield text.place.file


def _within(file: str, folder: Path) -> str:
    """Name the template's folder that *file* stands in, as seen from the project's *folder*."""
    path = Path(file)
    return _top(path.relative_to(folder).as_posix()) if path.is_relative_to(folder) else ""


def _top(path: str) -> str:
    return "/".join(path.split("/")[:2])
