"""Makes a page's JobPosting: what it says of a vacancy to search engines, as schema.org has it.

All of it comes from the document, and nothing stands in it that the page does not show (Google
calls that a violation): a text that no section shows, because a template hides it, is left out.
Where Google asks for something that is not known it is left out too; nothing is made up for it.
"""

import re
from collections.abc import Mapping
from dataclasses import replace

from postingkit.document import Document, Section, texts
from postingkit.exporters.html import vacancy_nodes as nodes
from postingkit.exporters.html.description import describe
from postingkit.exporters.html.json_ld import Value, node, several, written
from postingkit.exporters.html.vacancy_nodes import Shown
from postingkit.vacancy import Pay, Vacancy

CONTEXT = "https://schema.org"
REMOTE = "TELECOMMUTE"

SECTIONS = {
    "responsibilities": "responsibilities",
    "qualifications": "qualifications",
    "technologies": "skills",
    "benefits": "jobBenefits",
    "physical-demands": "physicalRequirement",
    "eligibility": "eligibilityToWorkRequirement",
    "about": "employerOverview",
}
"""The properties that hold a section's whole text, by the section's key."""

UNSEEN = re.compile(r"[\s\u00ad]+")


def job_posting(document: Document) -> str | None:
    """Give the JSON-LD of *document*'s vacancy, fit for a script element.

    A document without a vacancy has none, and neither has one whose vacancy is closed: Google
    takes structured data of expired jobs for a violation.
    """
    vacancy = document.meta.vacancy
    if vacancy is None or vacancy.status == "closed":
        return None
    shown = _shown(document)
    properties = {
        **_essentials(vacancy, shown),
        "employmentUnit": node("Organization", {"name": _department(document, vacancy)}),
        "description": describe(document),
        **_where(vacancy, shown),
        **_pay(vacancy.pay, shown),
        **_terms(vacancy, shown),
        **_requirements(vacancy, shown),
        **_applying(vacancy, shown),
        **_whole_sections(document),
    }
    return written({"@context": CONTEXT, **node("JobPosting", properties)})


def _shown(document: Document) -> Shown:
    """Give the function that keeps what *document* shows, however its lines are broken."""
    page = UNSEEN.sub("", " ".join(texts(document)))
    return lambda text: text if UNSEEN.sub("", text) in page else ""


def _essentials(vacancy: Vacancy, shown: Shown) -> Mapping[str, Value]:
    requisition = shown(vacancy.requisition)
    own = {"name": vacancy.employer.name, "value": requisition}
    return {
        "title": vacancy.title,
        "url": nodes.address(vacancy.url),
        "identifier": node("PropertyValue", own) if requisition else None,
        "datePosted": vacancy.posted.isoformat() if vacancy.posted else None,
        "validThrough": nodes.end_of(vacancy.closes) if vacancy.closes else None,
        "hiringOrganization": nodes.organization(vacancy.employer),
    }


def _department(document: Document, vacancy: Vacancy) -> str:
    """Give the department where a line names it alone: it may be a word as common as “data”."""
    return vacancy.department if vacancy.department in texts(document) else ""


def _where(vacancy: Vacancy, shown: Shown) -> Mapping[str, Value]:
    """Say where the work is done; only work that is wholly remote is marked as such."""
    places = {"jobLocation": several([nodes.place(one, shown) for one in vacancy.locations])}
    if vacancy.workplace != "remote":
        return places
    areas = several([nodes.area(one) for one in vacancy.eligible])
    return {**places, "jobLocationType": REMOTE, "applicantLocationRequirements": areas}


def _pay(pay: Pay | None, shown: Shown) -> Mapping[str, Value]:
    if pay is None:
        return {}
    commission = shown(pay.shown) if pay.kind == "commission_only" else ""
    return {
        "baseSalary": nodes.salary(pay) if shown(pay.shown) else None,
        "incentiveCompensation": several([*filter(None, (commission, shown(pay.extras)))]),
    }


def _terms(vacancy: Vacancy, shown: Shown) -> Mapping[str, Value]:
    kinds = [nodes.EMPLOYMENT_TYPES[kind] for kind in vacancy.employment_types]
    return {
        "employmentType": several(kinds),
        "workHours": shown(vacancy.hours),
        "jobStartDate": vacancy.starts.isoformat() if vacancy.starts else None,
        "jobImmediateStart": vacancy.immediate or None,
        "totalJobOpenings": vacancy.vacancies if vacancy.vacancies > 1 else None,
        "jobBenefits": several([*filter(None, map(shown, vacancy.benefits))]),
        "occupationalCategory": nodes.occupations(vacancy),
    }


def _requirements(vacancy: Vacancy, shown: Shown) -> Mapping[str, Value]:
    education = nodes.education(vacancy.education)
    experience = nodes.experience(vacancy.experience)
    return {
        "educationRequirements": education,
        "experienceRequirements": experience,
        "experienceInPlaceOfEducation": (
            bool(vacancy.experience_instead and education and experience) or None
        ),
        "securityClearanceRequirement": shown(vacancy.clearance),
    }


def _applying(vacancy: Vacancy, shown: Shown) -> Mapping[str, Value]:
    """Say how to apply: a mail to the employer is as direct as Google asks for."""
    mail = shown(vacancy.apply.email)
    person = replace(vacancy.contact, email=vacancy.contact.email or mail)
    return {
        "directApply": bool(vacancy.apply.direct or mail) or None,
        "applicationContact": nodes.contact(person, shown),
    }


def _whole_sections(document: Document) -> Mapping[str, Value]:
    return {
        SECTIONS[section.key]: text
        for section in document.sections
        if section.key in SECTIONS and (text := _text(document, section))
    }


def _text(document: Document, section: Section) -> str:
    """Give what stands below a section's heading, a line of the page at a time."""
    alone = replace(document, sections=(replace(section, title=None),))
    _, *below = texts(alone)
    return "\n".join(below)
