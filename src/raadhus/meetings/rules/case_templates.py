"""The content of a case template: headings with help, recommendations, and what else is the same each time.

Kept as JSON: {"title", "case_type", "lead", "minutes", "place", "sections": [{"kind", "heading", "help"}],
"recommendations": [text]}. `place` is "first" or "last" for a point that stands on every agenda, "" for a case.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from raadhus.kernel.errors import WrongInput
from raadhus.kernel.ids import new_id
from raadhus.meetings.rules.draft_start import DraftStart, NewSection
from raadhus.meetings.rules.drafts import CaseType
from raadhus.meetings.rules.reading import SectionKind
from raadhus.meetings.rules.sentences import Sentence

PLACES = ("", "first", "last")
MOST_SECTIONS = 20
MOST_RECOMMENDATIONS = 100


@dataclass(frozen=True, slots=True)
class TemplateSection:
    """A heading, and the help that the author sees beside it; the help never becomes text of the case."""

    kind: SectionKind
    heading: str
    help: str = ""


@dataclass(frozen=True, slots=True)
class TemplateContent:
    """What a template holds."""

    sections: tuple[TemplateSection, ...]
    recommendations: tuple[str, ...] = ()
    lead: str = ""
    title: str = ""
    case_type: str = CaseType.DECISION.value
    minutes: int | None = None
    place: str = ""


def template_to_json(content: TemplateContent) -> dict[str, Any]:
    """Return the content as it is kept. Raises WrongInput for what is too much, or is no kind of section."""
    if len(content.sections) > MOST_SECTIONS:
        raise WrongInput(Sentence("En skabelon kan højst have %(most)s afsnit.", most=str(MOST_SECTIONS)))
    if len(content.recommendations) > MOST_RECOMMENDATIONS:
        raise WrongInput(Sentence("En skabelon kan højst have %(most)s indstillinger.", most=str(MOST_RECOMMENDATIONS)))
    if content.place not in PLACES:
        raise WrongInput(Sentence("Pladsen »%(place)s« findes ikke.", place=content.place))
    return {
        "title": content.title,
        "case_type": content.case_type,
        "lead": content.lead,
        "minutes": content.minutes,
        "place": content.place,
        "sections": [{"kind": one.kind.value, "heading": one.heading, "help": one.help} for one in content.sections],
        "recommendations": list(content.recommendations),
    }


def template_from_json(values: Mapping[str, Any]) -> TemplateContent:
    """Return the content that was kept."""
    return TemplateContent(
        sections=tuple(
            TemplateSection(SectionKind(one["kind"]), one["heading"], one.get("help", ""))
            for one in values.get("sections", ())
        ),
        recommendations=tuple(values.get("recommendations", ())),
        lead=values.get("lead", ""),
        title=values.get("title", ""),
        case_type=values.get("case_type", CaseType.DECISION.value),
        minutes=values.get("minutes"),
        place=values.get("place", ""),
    )


def started_from(key: str, content: TemplateContent) -> DraftStart:
    """Return what a case from the template begins with: its headings without text, and its recommendations."""
    return DraftStart(
        sections=tuple(NewSection(one.kind, one.heading) for one in content.sections),
        recommendation_lead=content.lead,
        recommendations=recommendation_tree(content.recommendations),
        template_key=key,
    )


def recommendation_tree(texts: Sequence[str]) -> tuple[dict[str, Any], ...]:
    """Return recommendations as CaseDraft keeps them, each with an id of its own."""
    return tuple({"id": str(new_id()), "text": text.strip(), "children": []} for text in texts if text.strip())
