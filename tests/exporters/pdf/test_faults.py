"""What looks for faults in our files finds those that are put there."""

import io
from collections.abc import Callable

import pikepdf
import pytest
from pdf_faults import faults
from pdf_samples import file
from pikepdf import Array, Name, Object
from reader import Annotation, File, read


def element(file: File, tag: str, number: int = 0) -> Object:
    return file.root.all(tag)[number].dictionary


def parent_tree(file: File) -> Object:
    tree = file.root.dictionary.ParentTree
    while "/Kids" in tree:
        tree = tree.Kids[0]
    return tree.Nums


def swap(file: File) -> None:
    slots = next(each for each in parent_tree(file).as_list() if isinstance(each, Array))
    slots[0], slots[2] = slots[2], slots[0]


def append(file: File, code: bytes) -> None:
    page = file.pdf.pages[0]
    page.contents_add(code)


def lose_meanings(file: File) -> None:
    for each in file.pdf.objects:
        if isinstance(each, pikepdf.Dictionary) and "/ToUnicode" in each:
            del each["/ToUnicode"]


def unlink(file: File) -> None:
    link = file.root.all("Link")[0]
    link.dictionary.K = Array(
        [kid for kid in link.dictionary.K.as_list() if not isinstance(kid, pikepdf.Dictionary)]
    )


def annotation(file: File) -> Object:
    return next(
        kid.dictionary for kid in file.root.all("Link")[0].kids if isinstance(kid, Annotation)
    )


def put(of: Callable[[File], Object], key: str, value: object) -> Callable[[File], None]:
    return lambda file: of(file).__setitem__(key, value)


def drop(of: Callable[[File], Object], key: str) -> Callable[[File], None]:
    return lambda file: of(file).__delitem__(key)


FAULTS: dict[str, Callable[[File], None]] = {
    "no language": drop(lambda file: file.pdf.Root, "/Lang"),
    "does not say that it is tagged": drop(lambda file: file.pdf.Root, "/MarkInfo"),
    "shows no title": drop(lambda file: file.pdf.Root, "/ViewerPreferences"),
    "tab order": drop(lambda file: file.pdf.pages[0].obj, "/Tabs"),
    "0 in the ParentTree": drop(lambda file: file.pdf.pages[0].obj, "/StructParents"),
    "another element for MCID": swap,
    "not above all keys": put(lambda file: file.root.dictionary, "/ParentTreeNextKey", 1),
    "in no element": drop(lambda file: element(file, "P"), "/K"),
    "a P is empty": drop(lambda file: element(file, "P"), "/K"),
    "do not begin with their only H1": put(lambda file: element(file, "H1"), "/S", Name.H2),
    "of level 3 follows one of level 1": put(lambda file: element(file, "H2"), "/S", Name.H3),
    "has the scope None": drop(lambda file: element(file, "TH"), "/A"),
    "columns": lambda file: element(file, "TR").K.__delitem__(0),
    "how it is numbered": drop(lambda file: element(file, "L"), "/A"),
    "an LI is no Lbl and LBody": put(lambda file: element(file, "Lbl"), "/S", Name.LBody),
    "no alternative": drop(lambda file: element(file, "Figure"), "/Alt"),
    "names another parent": lambda file: element(file, "H2").__setitem__("/P", element(file, "H1")),
    "leads nowhere": unlink,
    "has no Contents": drop(annotation, "/Contents"),
    "is not printed": put(annotation, "/F", 0),
    "has another element in the ParentTree": put(annotation, "/StructParent", 0),
    "neither tagged nor an artifact": lambda file: append(file, b"\n0 0 5 5 re f\n"),
    "within another": lambda file: append(
        file, b"\n/P<</MCID 900>>BDC /P<</MCID 901>>BDC EMC EMC\n"
    ),
    "one in the other": lambda file: append(file, b"\n/Artifact BMC /P<</MCID 900>>BDC EMC EMC\n"),
    "stay open": lambda file: append(file, b"\n/Artifact BMC\n"),
    "crosses BT or ET": lambda file: append(file, b"\nBT /Artifact BMC ET EMC\n"),
    "comes twice": lambda file: append(file, b"\n/P<</MCID 0>>BDC EMC\n"),
    "without a meaning": lose_meanings,
}


@pytest.mark.parametrize("name", FAULTS)
def test_a_fault_is_found(name: str) -> None:
    spoilt = read(file("every_kind"))
    FAULTS[name](spoilt)
    saved = io.BytesIO()
    spoilt.pdf.save(saved)
    assert any(name in fault for fault in faults(read(saved.getvalue())))


def test_a_right_file_has_none() -> None:
    assert faults(read(file("every_kind"))) == []
