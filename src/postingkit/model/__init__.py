"""What people write (roles, openings, templates, the project), validated; it composes nothing."""

from postingkit.model.loading import (
    LoadedProject,
    load_project,
    load_role,
    load_undated,
    streamed_openings,
)
from postingkit.model.opening import Opening
from postingkit.model.openings import (
    BrokenOpening,
    ListedOpening,
    ReadOpening,
    listed_openings,
    read_opening,
)
from postingkit.model.project import ComparisonDefinition, Project
from postingkit.model.role import Role
from postingkit.model.role_files import RoleFiles, role_files
from postingkit.model.template import Template
from postingkit.model.templates import ResolvedTemplate

__all__ = [
    "BrokenOpening",
    "ComparisonDefinition",
    "ListedOpening",
    "LoadedProject",
    "Opening",
    "Project",
    "ReadOpening",
    "ResolvedTemplate",
    "Role",
    "RoleFiles",
    "Template",
    "listed_openings",
    "load_project",
    "load_role",
    "load_undated",
    "read_opening",
    "role_files",
    "streamed_openings",
]
