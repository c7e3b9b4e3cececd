"""Openings of one role share what they have in common, and nothing else."""

from hypothesis import given, settings
from hypothesis import strategies as st
from making import made, role

from postingkit.compose import Openings
from postingkit.compose.texts import bullets
from postingkit.document import Document, Facts, List, Text
from postingkit.errors import SheetPlace
from postingkit.model.opening import Opening
from postingkit.model.organization import Organization
from postingkit.model.reading import read_yaml
from postingkit.model.template import Template
from postingkit.model.values import InlineText

ROLE = """\
summary: Keeps *files*.
level: Senior
travel: Much
responsibilities: [Filing]
benefits: [Tea]
technologies: [SAP]
"""
FIELDS = {
    "requisition": ("C-1", "C-2"),
    "locations": ("[{city: Berlin, country: DE}]", "[{city: Austin, country: US}]"),
    "workplace": ("hybrid", "onsite"),
    "eligible": ("[AT]", "[{country: US, region: New York}]"),
    "employment_types": ("[full_time]", "[intern]"),
    "pay": (
        "{min: 1000, max: 1200.5, currency: EUR, period: month}",
        "{min: 1000, max: 1200.5, currency: USD, period: month}",
        "{amount: 1000, currency: EUR, period: month, extras: A car}",
    ),
    "benefits": ("['**Coffee**']", "[Coffee]"),
    "posted": ("2026-11-01", "2026-11-02"),
    "updated": ("2026-11-10", "2026-11-11"),
    "closes": ("2026-12-15", "rolling"),
    "starts": ("2027-02-01", "immediately"),
    "duration": ("2 years", "3 years"),
    "hours": ("40 a week", "20 a week"),
    "vacancies": ("2", "3"),
    "apply": ("{url: 'https://example.org/a'}", "{email: a@example.org, instructions: '*Send*'}"),
    "contact": ("{name: Ada, phone: +49 30 12}", "{email: ada@example.org}"),
    "education": ("none", "high_school"),
    "experience_months": ("0", "18"),
    "clearance": ("Level 1", "Level 2"),
    "travel": ("None", "Little"),
    "status": ("closed", "open"),
    "overrides": (
        "{title: Head Clerk}",
        "{summary: Other}",
        "{benefits: [Cake]}",
        "{level: Junior, responsibilities: [Writing]}",
    ),
}
TEMPLATE = """\
order: [lead, facts, responsibilities, benefits, technologies, note, apply]
theme: {header: "{{ title }} {{ organization }}", footer: "{{ closes }}"}
sections: {note: {body: "{{ title }} at {{ pay }}, {{ travel }}.", when: pay}}
"""
PLAIN = "order: [lead, facts, responsibilities, benefits, technologies, apply]"
EMPLOYER = "{name: Us, url: 'https://example.org'}"


def openings() -> Openings:
    return Openings(role(ROLE), made(Organization, EMPLOYER))


def opening(values: dict[str, str], id_: str) -> Opening:
    lines = "".join(f"{name}: {value}\n" for name, value in values.items())
    return Opening.of(id_, read_yaml(f"role: clerk\n{lines}".encode(), f"{id_}.yaml"))


def composed(by: Openings, one: Opening, template: Template) -> Document:
    url = f"https://example.org/{one.id}.html"
    return by.compose(one, template, "en", url=url, code=False)


@st.composite
def values(draw: st.DrawFn) -> dict[str, str]:
    """Draw some fields with a value each."""
    names = draw(st.lists(st.sampled_from(sorted(FIELDS)), unique=True))
    return {name: draw(st.sampled_from(FIELDS[name])) for name in names}


@settings(max_examples=60, deadline=None)
@given(every=st.lists(values(), min_size=2, max_size=4), text=st.sampled_from((TEMPLATE, PLAIN)))
def test_an_opening_is_the_same_whatever_went_before_it(
    every: list[dict[str, str]], text: str
) -> None:
    template, shared = made(Template, text), openings()
    for number, each in enumerate(every):
        one = opening(each, f"o-{number}")
        assert composed(shared, one, template) == composed(openings(), one, template)


def test_each_field_alone_makes_a_difference_and_leaves_nothing_behind() -> None:
    template, shared = made(Template, PLAIN), openings()
    plain = opening({}, "o")
    for name, texts in FIELDS.items():
        found = [composed(shared, opening({name: text}, "o"), template) for text in texts]
        assert len({str(each.meta.vacancy) + str(each.sections) for each in found}) == len(texts)
        assert composed(shared, plain, template) == composed(openings(), plain, template)


def test_the_fields_of_a_document_are_read_when_they_are_asked_for() -> None:
    one = opening({"pay": FIELDS["pay"][0], "closes": "2026-12-15"}, "o")
    found = composed(openings(), one, made(Template, PLAIN)).meta.fields
    assert (found["closes"], found["pay_max"], found["level"]) == (
        "December 15, 2026",
        "1,200.5",
        "Senior",
    )
    assert found.get("nothing") is None
    assert len(found) == len(list(found)) == len(dict(found))


def facts_in(document: Document, key: str) -> Facts:
    section = next(each for each in document.sections if each.key == key)
    (facts,) = (block for block in section.blocks if isinstance(block, Facts))
    return facts


def test_facts_that_say_the_same_are_one_value_and_each_has_its_own_place() -> None:
    said = {name: FIELDS[name][0] for name in ("requisition", "pay", "hours", "closes", "apply")}
    template, shared = made(Template, PLAIN), openings()
    one = composed(shared, opening(said, "a"), template)
    other = composed(shared, opening({"duration": "1 year"} | said, "b"), template)
    for key in ("facts", "apply"):
        known = set(map(id, facts_in(one, key).facts))
        new = [each for each in facts_in(other, key).facts if id(each) not in known]
        assert [name.text for each in new for name in each.name if isinstance(name, Text)] == (
            ["Duration"] if key == "facts" else []
        )
        assert {str(place).partition(":")[0] for place in facts_in(one, key).places if place} == {
            "a.yaml"
        }
    facts = facts_in(one, "facts")
    places = dict(zip((str(each.name[0]) for each in facts.facts), facts.places, strict=True))
    assert one.meta.vacancy is not None
    assert places[str(Text("Pay"))] == one.meta.vacancy.where["pay"]
    assert places[str(Text("Workplace"))] == one.meta.vacancy.place
    assert places[str(Text("Level"))] is None


def test_items_written_in_one_place_are_one_value_in_a_list_that_knows_it() -> None:
    here, there = SheetPlace("o.csv", "", 2, "benefits"), SheetPlace("o.csv", "", 3, "benefits")
    one, other = (
        bullets(tuple(InlineText(text, place) for text in ("Tea", "*Cake*")))
        for place in (here, there)
    )
    assert one.items is other.items
    assert (one.place, other.place) == (here, there)
    apart: List = bullets((InlineText("Tea", here), InlineText("*Cake*", there)))
    assert apart == one
    inner = [block.place for item in apart.items for block in item.blocks]
    assert inner == [here, there]
