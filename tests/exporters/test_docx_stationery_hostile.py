"""Word files that could hurt, or that no posting can be written into: each a clear refusal."""

import io
import zipfile
from collections.abc import Mapping
from contextlib import suppress

import make_stationery as made
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from postingkit.document import Document, Meta, Text
from postingkit.errors import StationeryError
from postingkit.exporters.docx import DocxExporter, DocxOptions
from postingkit.look import Asset, Look

SOUND = (made.HERE / "pages.docx").read_bytes()
RELATIONSHIPS = "word/_rels/document.xml.rels"
KIND = f"{made.OFFICE}/officeDocument/2006/relationships"


def refusal(data: bytes) -> str:
    """Give what is said of *data*, all in one."""
    with pytest.raises(StationeryError) as caught:
        DocxExporter().prepare(Look(), DocxOptions(Asset("evil.docx", data)))
    assert all(problem.place for problem in caught.value.problems)
    return str(caught.value)


def changed(parts: Mapping[str, bytes | None]) -> bytes:
    """Give a sound file with other *parts*, or without them."""
    with zipfile.ZipFile(io.BytesIO(SOUND)) as package:
        every = {name: package.read(name) for name in package.namelist()} | dict(parts)
    return zipped({name: data for name, data in every.items() if data is not None})


def zipped(parts: Mapping[str, bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as package:
        for name, data in parts.items():
            package.writestr(zipfile.ZipInfo(name), data, zipfile.ZIP_DEFLATED)
    return buffer.getvalue()


def content(name: str) -> bytes:
    return zipfile.ZipFile(io.BytesIO(SOUND)).read(name)


def related(kind: str, target: str, mode: str = ' TargetMode="External"') -> bytes:
    """Give a sound file whose body refers to *target*, too."""
    added = f'<Relationship Id="evil" Type="{KIND}/{kind}" Target="{target}"{mode}/>'
    old = content(RELATIONSHIPS)
    return changed({RELATIONSHIPS: old.replace(b"</Rel", added.encode() + b"</Rel")})


@pytest.mark.parametrize("name", ["word/document.xml", "word/header2.xml", "word/styles.xml"])
def test_a_file_with_external_entities_is_refused(name: str) -> None:
    doctype = b'<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>'
    assert refusal(changed({name: doctype + content(name)})) == (
        f"evil.docx: The part “{name}” declares a document type, as only a forged file does. "
        "Open it in Word and save it again as “Word Document (.docx)”."
    )


def test_entities_that_grow_without_end_are_refused() -> None:
    entities = b"".join(
        b'<!ENTITY e%d "%s">' % (n, b"&e%d;" % (n - 1) * 10 if n else b"x") for n in range(12)
    )
    data = b"<!DOCTYPE x [" + entities + b"]><x>&e11;</x>"
    assert "“word/styles.xml”" in refusal(changed({"word/styles.xml": data}))


@pytest.mark.parametrize("target", ["https://evil.example/x.png", "file:///etc/passwd"])
def test_a_picture_from_elsewhere_is_refused(target: str) -> None:
    said = refusal(related("image", target))
    assert said.startswith(f"evil.docx, body: The picture stands outside the file, at “{target}”.")


def test_a_linked_object_is_refused_and_so_is_a_link_to_a_script() -> None:
    assert "stands outside the file" in refusal(related("oleObject", "https://evil.example/"))
    assert "leads to no address" in refusal(related("hyperlink", "javascript:alert(1)"))


def test_the_path_of_the_template_a_file_was_begun_from_is_forgotten() -> None:
    rels = made.relationships(
        f'<Relationship Id="rId1" Type="{KIND}/attachedTemplate" '
        'Target="https://evil.example/t.dotm" TargetMode="External"/>'
    )
    settings_part = made.part("settings", '<w:attachedTemplate r:id="rId1"/>').encode()
    name = "word/_rels/settings.xml.rels"
    data = changed({"word/settings.xml": settings_part, name: rels.encode()})
    export = DocxExporter().prepare(Look(), DocxOptions(Asset("l.docx", data)))
    meta = Meta("posting", Text("T"), fields={"title": "T", "organization": "", "level": ""})
    with zipfile.ZipFile(io.BytesIO(export(Document(meta, ())).data)) as package:
        assert not any(b"evil" in package.read(each) for each in package.namelist())
        assert b"attachedTemplate" not in package.read("word/settings.xml")


def test_a_file_with_macros_is_refused() -> None:
    assert "There is a macro here." in refusal(related("vbaProject", "vba.bin", ""))
    types = content("[Content_Types].xml").replace(
        made.TYPE.encode() + b".document.main+xml",
        b"application/vnd.ms-word.document.macroEnabled.main+xml",
    )
    assert "The file has macros." in refusal(changed({"[Content_Types].xml": types}))


def test_a_bomb_is_refused_before_it_is_unpacked() -> None:
    bomb = changed({"word/media/bomb.bin": bytes(50_000_000)})
    assert len(bomb) < 100_000
    assert "grows more than 150 times its size" in refusal(bomb)
    assert "more than 1,000 parts" in refusal(changed({f"x/{n}.bin": b"" for n in range(1100)}))


def test_a_missing_part_is_named() -> None:
    said = refusal(changed({"word/header2.xml": None}))
    assert said.startswith("evil.docx, body: The part “header2.xml” is missing in the file.")
    assert "no main part" in refusal(changed({"word/document.xml": None}))
    assert "is no Word file" in refusal(changed({"[Content_Types].xml": None}))


def test_a_password_is_named() -> None:
    said = refusal(bytes.fromhex("d0cf11e0a1b11ae1") + bytes(512))
    assert "protected by a password" in said
    locked = bytearray(SOUND)
    directory = locked.index(b"PK\x01\x02")
    locked[directory + 8] |= 1
    assert "is protected by a password" in refusal(bytes(locked))


@pytest.mark.parametrize("name", ["../evil.xml", "word/../../evil.xml", "/etc/evil", "a\\b", "ä"])
def test_a_part_whose_name_leads_out_is_refused(name: str) -> None:
    assert "has a name that leads out" in refusal(changed({name: b"x"}))


def test_two_parts_of_one_name_are_refused() -> None:
    assert "two parts of one name" in refusal(changed({"word/Document.xml": b"<x/>"}))


@pytest.mark.parametrize("data", [b"", b"PK", b"no zip", SOUND[:700], SOUND[700:]])
def test_what_is_no_zip_is_refused(data: bytes) -> None:
    assert refusal(data).startswith("evil.docx: The file is damaged, or no Word file.")


def test_nesting_without_end_is_refused() -> None:
    deep = b"<w:p>" * 5000 + b"</w:p>" * 5000
    document = content("word/document.xml").replace(b"<w:body>", b"<w:body>" + deep)
    assert "cannot be read" in refusal(changed({"word/document.xml": document}))


@settings(max_examples=60, deadline=None)
@given(st.integers(0, len(SOUND) - 1), st.binary(min_size=1, max_size=4))
def test_a_damaged_file_is_refused_or_filled_and_never_a_crash(at: int, other: bytes) -> None:
    data = SOUND[:at] + other + SOUND[at + len(other) :]
    meta = Meta("posting", Text("T"), fields={"title": "T", "organization": "", "level": ""})
    with suppress(StationeryError):
        DocxExporter().prepare(Look(), DocxOptions(Asset("l.docx", data)))(Document(meta, ()))


@settings(max_examples=60, deadline=None)
@given(st.sampled_from(("word/document.xml", "word/styles.xml", RELATIONSHIPS)), st.data())
def test_a_forged_part_is_refused_or_filled_and_never_a_crash(
    name: str, data: st.DataObject
) -> None:
    old = content(name)
    start = data.draw(st.integers(0, len(old) - 1))
    end = data.draw(st.integers(start, min(len(old), start + 60)))
    meta = Meta("posting", Text("T"), fields={"title": "T", "organization": "", "level": ""})
    forged = changed({name: old[:start] + old[end:]})
    with suppress(StationeryError):
        DocxExporter().prepare(Look(), DocxOptions(Asset("l.docx", forged)))(Document(meta, ()))
