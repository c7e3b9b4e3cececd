"""What people write (roles, templates, the project), read and validated; it composes nothing."""

from postingkit.model.loading import LoadedProject, find_project, load_project, load_role
from postingkit.model.project import ComparisonDefinition, Project
from postingkit.model.role import Role
from postingkit.model.template import Template
from postingkit.model.templates import ResolvedTemplate

__all__ = [
    "ComparisonDefinition",
    "LoadedProject",
    "Project",
    "ResolvedTemplate",
    "Role",
    "Template",
    "find_project",
    "load_project",
    "load_role",
]
