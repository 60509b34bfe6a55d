"""What the linter finds in a case as it is written, each finding at the section it belongs to."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.utils.translation import gettext as _

from raadhus.kernel.actors import Actor
from raadhus.meetings.models import CaseDraft, DraftSection
from raadhus.meetings.queries.draft_reading import RECOMMENDATIONS, gathered_draft
from raadhus.meetings.queries.draft_sight import may_write, seen_draft
from raadhus.meetings.queries.lint_settings import draft_settings
from raadhus.meetings.queries.wording import said
from raadhus.meetings.rules.composing import composed
from raadhus.meetings.rules.lint import LintFinding, Severity, lint

# What stands around a correction, so that it is made at the right place.
_AROUND = 30
_STATUS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.ADVICE: "info"}


@dataclass(frozen=True, slots=True)
class DraftFix:
    """A safe correction: `found` becomes `replacement` where it stands between `before` and `after`."""

    before: str
    found: str
    after: str
    replacement: str


@dataclass(frozen=True, slots=True)
class DraftFinding:
    """One finding. `place` is a section's id, "recommendations", or empty for the case as a whole; `status` colours it."""

    place: str
    code: str
    severity: str
    status: str
    message: str
    quote: str
    help: str
    fix: DraftFix | None
    suppressed: str


@dataclass(frozen=True, slots=True)
class DraftFindings:
    """The findings that count, by place, and those that somebody set aside."""

    draft_id: UUID
    by_place: Mapping[str, Sequence[DraftFinding]]
    suppressed: Sequence[DraftFinding]
    may_write: bool
    every_place: Sequence[str] = ()

    @property
    def places(self) -> Sequence[tuple[str, Sequence[DraftFinding]]]:
        """Every place of the case with its findings, also where there are none."""
        return [(place, self.by_place.get(place, ())) for place in self.every_place]

    @property
    def whole(self) -> Sequence[DraftFinding]:
        """The findings about the case as a whole."""
        return self.by_place.get("", ())

    @property
    def count(self) -> int:
        """How many findings count."""
        return sum(map(len, self.by_place.values()))


def draft_findings(*, viewer: Actor, draft_id: str | UUID, now: datetime) -> DraftFindings:
    """Return what the linter finds in a case. Raises NotFound for one that the viewer may not see."""
    draft = seen_draft(draft_id, viewer, now)
    return findings_of(draft, may_write=may_write(viewer, draft, now))


def findings_of(draft: CaseDraft, *, may_write: bool) -> DraftFindings:
    """Return what the linter finds in a case that the caller has been let at."""
    gathered = gathered_draft(draft)
    page = composed(gathered.reading)
    found = [
        _shown(one, page.text, gathered.places) for one in lint(page.reading, page.text, settings=draft_settings(draft))
    ]
    by_place: dict[str, list[DraftFinding]] = {}
    for one in found:
        if not one.suppressed:
            by_place.setdefault(one.place, []).append(one)
    suppressed = [one for one in found if one.suppressed]
    sections = DraftSection.objects.filter(draft=draft).order_by("position").values_list("pk", flat=True)
    places = ("", RECOMMENDATIONS, *map(str, sections))
    return DraftFindings(draft.pk, by_place, suppressed, may_write, places)


def _shown(finding: LintFinding, text: str, places: Sequence[str]) -> DraftFinding:
    inside = finding.section is not None and finding.section < len(places)
    fix = finding.fix
    return DraftFinding(
        place=places[finding.section or 0] if inside else "",
        code=finding.code,
        severity=_(finding.severity.label),
        status=_STATUS[finding.severity],
        message=said(finding.message),
        quote=finding.quote.strip(),
        help=finding.help,
        fix=None if fix is None else _fix(text, fix.start, fix.end, fix.replacement),
        suppressed=finding.suppressed or "",
    )


def _fix(text: str, start: int, end: int, replacement: str) -> DraftFix:
    """Return a correction with what stands around it on the same line."""
    before = text[max(0, start - _AROUND) : start].rpartition("\n")[2]
    after = text[end : end + _AROUND].partition("\n")[0]
    return DraftFix(before, text[start:end], after, replacement)
