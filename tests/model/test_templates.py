"""Templates over templates: inheritance, what goes wrong in it, and settings laid over it."""

from collections.abc import Mapping
from functools import reduce
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from postingkit.errors import FilePlace, InvalidInput, Problem
from postingkit.model.nodes import ListNode, MappingNode, Node, TextNode, merged
from postingkit.model.overlay import overlay
from postingkit.model.templates import ResolvedTemplate, TemplateFolder, shipped_names


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return Path("templates")


def write(folder: Path, templates: Mapping[str, str]) -> TemplateFolder:
    for name, text in templates.items():
        (folder / name).mkdir(parents=True)
        (folder / name / "template.yaml").write_text(text, "utf-8")
    return TemplateFolder(folder)


def order(template: ResolvedTemplate) -> list[str]:
    return [str(key) for key in template.settings.order]


def problems(store: TemplateFolder, name: str) -> tuple[Problem, ...]:
    with pytest.raises(InvalidInput) as refused:
        store.resolve(name)
    return refused.value.problems


def test_without_a_folder_there_is_the_default(folder: Path) -> None:
    store = TemplateFolder(folder)
    assert store.names() == ("bold", "classic", "compact", "default", "quiet")
    assert order(store.resolve("default"))[:3] == ["lead", "facts", "responsibilities"]


def test_what_comes_with_postingkit_extends_nothing_of_the_projects(folder: Path) -> None:
    store = write(folder, {"default": "extends: default\norder: [about]", "x": "extends: quiet"})
    assert order(store.resolve("x"))[:2] == ["lead", "qualifications"]


def test_the_companys_settings_lie_over_all_that_comes_with_postingkit(folder: Path) -> None:
    below = overlay(["theme.colours.accent=#111111"])
    store = TemplateFolder(write(folder, {"x": "extends: bold"}).folder, company=below)
    assert store.resolve("x").look.colours.accent == "#111111"
    assert store.resolve("x").look.fonts.size == 11


def test_maps_merge_and_lists_replace(folder: Path) -> None:
    store = write(
        folder,
        {
            "a": "order: [lead, about]\nsections: {lead: {title: A, only: [pdf, md]}}",
            "b": "extends: a\nsections: {lead: {only: [html]}, about: {title: B}}",
            "c": "extends: b\norder: [about]",
        },
    )
    c = store.resolve("c")
    assert order(c) == ["about"]
    assert str(c.settings.sections["lead"].title) == "A"
    assert [str(name) for name in c.settings.sections["lead"].only] == ["html"]
    assert str(c.settings.sections["about"].title) == "B"


def test_a_value_keeps_the_place_in_the_file_that_it_came_from(folder: Path) -> None:
    store = write(
        folder,
        {
            "a": "order: [lead]\nsections: {lead: {title: A}}",
            "b": "extends: a\nsections: {about: {title: B}}",
        },
    )
    sections = store.resolve("b").settings.sections
    titles = {key: settings.title for key, settings in sections.items()}
    assert titles["lead"] is not None
    assert titles["about"] is not None
    assert str(titles["lead"].place) == "templates/a/template.yaml:2:26"
    assert str(titles["about"].place) == "templates/b/template.yaml:2:27"


def test_a_template_of_a_shipped_name_can_extend_the_shipped_one(folder: Path) -> None:
    store = write(
        folder,
        {"default": "extends: default\ntheme: {table: plain}", "x": "extends: default"},
    )
    assert store.resolve("default").look.table == "plain"
    assert store.resolve("x").look.table == "plain"
    assert "lead" in order(store.resolve("x"))


def test_a_template_that_extends_what_is_not_there_is_told_at_the_name(folder: Path) -> None:
    (problem,) = problems(write(folder, {"a": "theme: {}\nextends: defualt"}), "a")
    assert str(problem.place) == "templates/a/template.yaml:2:10"
    assert problem.message == "There is no template “defualt”."
    assert problem.hint == "Did you mean “default”?"


@pytest.mark.parametrize("name", ["../a", "../../x.yaml", "/etc", "A", "a/../a", ".", ""])
def test_a_template_extends_names_and_never_paths(folder: Path, name: str) -> None:
    store = write(folder, {"a": "order: [lead]", "b": f"extends: '{name}'"})
    assert problems(store, "b")


@pytest.mark.parametrize("length", [2, 3, 40])
def test_a_circle_is_told_however_long(folder: Path, length: int) -> None:
    store = write(folder, {f"t{n}": f"extends: t{(n + 1) % length}" for n in range(length)})
    (problem,) = problems(store, "t0")
    assert problem.message == f"The template “t0” extends itself, over {length} steps."
    assert str(problem.place) == f"templates/t{length - 1}/template.yaml:1:10"


def test_a_template_that_extends_itself_is_told_so(folder: Path) -> None:
    (problem,) = problems(write(folder, {"t": "extends: t"}), "t")
    assert problem.message == "The template “t” extends itself."


def test_a_chain_may_be_long(folder: Path) -> None:
    chain = {f"t{n}": f"extends: t{n - 1}" for n in range(1, 60)}
    store = write(folder, {"t0": "order: [lead]"} | chain)
    assert order(store.resolve("t59")) == ["lead"]


def test_a_problem_of_a_parent_is_told_in_the_parents_file(folder: Path) -> None:
    store = write(folder, {"a": "order: [lead]\ntheme: {tabel: plain}", "b": "extends: a"})
    (problem,) = problems(store, "b")
    assert str(problem.place) == "templates/a/template.yaml:2:9"


def test_a_parent_that_is_no_yaml_is_told_in_its_file(folder: Path) -> None:
    (problem,) = problems(write(folder, {"a": "[", "b": "extends: a"}), "b")
    assert str(problem.place) == "templates/a/template.yaml:1:1"


def test_extends_must_be_a_name(folder: Path) -> None:
    assert problems(write(folder, {"a": "extends: [default]\norder: [lead]"}), "a")


def test_the_order_names_sections_that_there_are(folder: Path) -> None:
    text = "order: [lead, leed, own, other]\nsections: {own: {body: A}, other: {title: B}}"
    assert [(each.path, each.message) for each in problems(write(folder, {"a": text}), "a")] == [
        ("order[2]", "There is no section “leed”."),
        ("order[4]", "There is no section “other”."),
    ]


def test_the_order_names_a_section_once(folder: Path) -> None:
    (problem,) = problems(write(folder, {"a": "order: [lead, about, lead]"}), "a")
    assert problem.message == "The section “lead” stands here a second time."
    assert problem.path == "order[3]"


def test_a_template_that_would_show_nothing_is_told(folder: Path) -> None:
    (problem,) = problems(write(folder, {"default": "theme: {table: plain}"}), "default")
    assert problem.message.startswith("The template shows no sections")
    assert problem.hint == "Add a line “extends: default”."


@pytest.mark.parametrize(
    ("text", "way_out"),
    [
        ("extends: default\norder: []", "leave the line out"),
        ("order: []", "write “extends: default” in its place"),
    ],
)
def test_an_order_of_no_sections_is_told_as_such(folder: Path, text: str, way_out: str) -> None:
    (problem,) = problems(write(folder, {"a": text}), "a")
    assert problem.message == "The order is empty, so the template shows no sections."
    assert problem.hint == f"Name sections in it, or {way_out}."
    assert problem.path == "order"


def test_groups_of_other_names_are_for_exporters_and_all_else_is_unknown(folder: Path) -> None:
    text = "order: [lead]\ndocx: {style: x}\npdf:\ngfm: {a: {b: c}}"
    assert dict(write(folder, {"a": text}).resolve("a").options) == {
        "docx": {"style": "x"},
        "pdf": {},
        "gfm": {"a": {"b": "c"}},
    }
    (problem,) = problems(write(folder, {"b": "order: [lead]\nthemes: plain"}), "b")
    assert problem.message == "There is no field “themes” here."


def test_what_is_said_to_exporters_is_inherited_too(folder: Path) -> None:
    store = write(
        folder, {"a": "order: [lead]\ndocx: {x: 1, y: 2}", "b": "extends: a\ndocx: {y: 3}"}
    )
    assert store.resolve("b").options["docx"] == {"x": "1", "y": "3"}


def test_a_folder_with_an_unsound_name_is_no_template_and_is_told(folder: Path) -> None:
    store = write(folder, {"CON": "order: [lead]", "My: x": "order: [lead]", "b": "order: [lead]"})
    assert store.names() == ("b", *shipped_names())
    assert [str(each.place) for each in store.name_problems()] == [
        "templates/CON/template.yaml:1:1",
        "templates/My: x/template.yaml:1:1",
    ]


# Settings given with --set


def test_settings_lie_over_every_template_and_later_ones_win(folder: Path) -> None:
    write(folder, {"a": "order: [lead]\ntheme: {page: {size: A3, margins: 10mm}}"})
    settings = overlay(["theme.page.size=Legal", "theme.table=plain", "theme.page.size=Letter"])
    store = TemplateFolder(folder, settings)
    for name in ("a", "default"):
        look = store.resolve(name).look
        assert (look.page.width, look.table) == (215.9, "plain")
    assert store.resolve("a").look.page.top == 10


def test_a_setting_may_be_a_list_or_a_group(folder: Path) -> None:
    settings = overlay(["order=[lead, about]", "sections.lead={title: 'A: b', only: [pdf]}"])
    template = TemplateFolder(folder, settings).resolve("default")
    assert order(template) == ["lead", "about"]
    assert str(template.settings.sections["lead"].title) == "A: b"


def test_a_setting_keeps_all_after_its_first_equals_sign() -> None:
    assert overlay(["a.b= c=d "]) == {"a": {"b": "c=d"}}


@pytest.mark.parametrize("setting", ["", "=", "a", "a=", "=b", "a..b=c", ".a=b", "a.=b", " = "])
def test_a_setting_without_a_name_or_a_value_is_refused(setting: str) -> None:
    with pytest.raises(InvalidInput, match="no name or no value"):
        overlay([setting])


@pytest.mark.parametrize("character", ["\x07", "\x1b", "\udcff", "\ufffe"])
def test_a_setting_holds_no_characters_that_no_text_may_hold(character: str) -> None:
    with pytest.raises(InvalidInput, match="may not stand in a text"):
        overlay([f"sections.lead.title=a{character}"])


def test_a_wrong_setting_is_told_by_the_setting(folder: Path) -> None:
    (problem,) = problems(TemplateFolder(folder, overlay(["theme.tabel=plain"])), "default")
    assert problem.place == FilePlace("--set", 1, 1, "theme.tabel=plain", "theme.tabel")


# Merging

HERE = FilePlace("any.yaml", 1, 1)
keys = st.sampled_from("abcd")


def mapping(entries: Mapping[str, Node]) -> MappingNode:
    return MappingNode(entries, HERE, dict.fromkeys(entries, HERE))


texts = st.sampled_from("xyz").map(lambda text: TextNode(text, HERE))
lists = st.lists(texts, max_size=2).map(lambda items: ListNode(items, HERE))
nodes: st.SearchStrategy[Node] = st.recursive(
    st.one_of(texts, lists),
    lambda inner: st.dictionaries(keys, inner, max_size=3).map(mapping),
    max_leaves=8,
)
mappings = st.dictionaries(keys, nodes, max_size=4).map(mapping)


@given(st.lists(mappings, min_size=1, max_size=4), st.data())
def test_a_later_value_wins_where_either_is_no_mapping(
    layers: list[MappingNode], data: st.DataObject
) -> None:
    below, above = layers[0], data.draw(mappings)
    result = merged(below, above)
    assert set(result) == set(below) | set(above)
    for key, value in above.items():
        beneath = below.get(key)
        if isinstance(beneath, MappingNode) and isinstance(value, MappingNode):
            assert result[key] == merged(beneath, value)
        else:
            assert result[key] is value
    assert all(result[key] is below[key] for key in below if key not in above)


@given(mappings)
def test_merging_with_nothing_or_itself_changes_nothing(layer: MappingNode) -> None:
    nothing = mapping({})
    assert merged(layer, nothing) == merged(nothing, layer) == merged(layer, layer) == layer


def shape(node: Node, path: str = "") -> dict[str, str]:
    """Tell of each path whether a mapping stands there or something else."""
    if not isinstance(node, MappingNode):
        return {path: "leaf"}
    found = {path: "mapping"}
    for key, value in node.items():
        found |= shape(value, f"{path}.{key}")
    return found


def agree(layers: list[MappingNode]) -> bool:
    """Say whether no path is a mapping in one layer and something else in another."""
    seen: dict[str, str] = {}
    for path, kind in (each for layer in layers for each in shape(layer).items()):
        if seen.setdefault(path, kind) != kind:
            return False
    return True


@given(st.tuples(mappings, mappings, mappings).filter(lambda layers: agree(list(layers))))
def test_merging_is_associative(layers: tuple[MappingNode, MappingNode, MappingNode]) -> None:
    a, b, c = layers
    assert merged(merged(a, b), c) == merged(a, merged(b, c)) == reduce(merged, layers)


@given(mappings, mappings)
def test_merging_changes_neither(below: MappingNode, above: MappingNode) -> None:
    before = repr((below, above))
    merged(below, above)
    assert repr((below, above)) == before
