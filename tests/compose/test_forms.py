"""The forms that a section's content can take."""

import pytest
from making import made, section

from postingkit.document import Block, Callout, Facts, List, Paragraph, Table
from postingkit.errors import InvalidInput
from postingkit.model.template import FORMS, Template

ROLE = """\
level: Senior
summary: Does things.
responsibilities: [{title: A, text: Does A.}, {title: B, text: Does B.}]
qualifications: [One, Two]
technologies: [X, Y]
benefits: [Pay]
performance_indicators: [Speed]
eligibility: [Anyone]
hiring_process: [Talk]
"""


def blocks(key: str, form: str) -> tuple[Block, ...]:
    return section(ROLE, f"order: [{key}]\nsections: {{{key}: {{as: {form}}}}}").blocks


@pytest.mark.parametrize(("key", "form"), [(key, form) for key in FORMS for form in FORMS[key]])
def test_every_section_takes_each_of_its_forms(key: str, form: str) -> None:
    kinds = {"table": Table, "list": List, "prose": Paragraph, "facts": Facts, "callout": Callout}
    assert {type(block) for block in blocks(key, form)} == {kinds[form]}


def test_a_text_can_be_set_apart() -> None:
    (callout,) = blocks("lead", "callout")
    assert isinstance(callout, Callout)
    assert callout.style == "lead"


def test_another_form_is_refused_with_those_that_are_possible() -> None:
    with pytest.raises(InvalidInput) as refused:
        made(Template, "sections: {lead: {as: table}}")
    (problem,) = refused.value.problems
    assert problem.message == "The section “lead” cannot be shown as table."
    assert problem.hint == "Possible are: prose, callout."
