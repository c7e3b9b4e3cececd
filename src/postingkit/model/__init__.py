"""What people write (roles, openings, templates, the project), validated; it composes nothing."""

from postingkit.model.loading import (
    LoadedProject,
    find_project,
    load_project,
    load_role,
    streamed_openings,
)
from postingkit.model.opening import Opening
from postingkit.model.openings import BrokenOpening
from postingkit.model.project import ComparisonDefinition, Project
from postingkit.model.role import Role
from postingkit.model.template import Template
from postingkit.model.templates import ResolvedTemplate

__all__ = [
    "BrokenOpening",
    "ComparisonDefinition",
    "LoadedProject",
    "Opening",
    "Project",
    "ResolvedTemplate",
    "Role",
    "Template",
    "find_project",
    "load_project",
    "load_role",
    "streamed_openings",
]
