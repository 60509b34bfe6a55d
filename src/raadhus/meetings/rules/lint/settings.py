"""What a body may decide about the linter: rules off, other severities, known abbreviations, template phrases, suppressions."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from raadhus.meetings.rules.lint.findings import Severity
from raadhus.meetings.rules.profiles import Profile


@dataclass(frozen=True, slots=True)
class Suppression:
    """A finding that a person lets be, and why. Without `item`, the item's number as printed, it counts for the document."""

    code: str
    reason: str
    item: str | None = None


@dataclass(frozen=True, slots=True)
class LintSettings:
    """A body's choices. Without `profile` the body's printed name decides which profile's rules count.

    `off` and `severities` name rules by code. `on` switches a rule on that the profile has switched off.
    `lists_known`: the document was written here, so an item that lists no attachments has none; an import may lack the list.
    `abbreviations` need no explanation here; `templates` are phrases of the body's own templates that must not be left over.
    """

    profile: Profile | None = None
    off: frozenset[str] = frozenset()
    on: frozenset[str] = frozenset()
    severities: Mapping[str, Severity] = field(default_factory=lambda: MappingProxyType({}))
    abbreviations: frozenset[str] = frozenset()
    templates: tuple[str, ...] = ()
    suppressions: tuple[Suppression, ...] = ()
    lists_known: bool = False


DEFAULT = LintSettings()


@dataclass(frozen=True, slots=True)
class CaseNumbers:
    """Case numbers of other documents, each with where it stands ("Direktionen 2. juni 2025, punkt 1"): for linkage."""

    open: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    closed: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))


NO_NUMBERS = CaseNumbers()
