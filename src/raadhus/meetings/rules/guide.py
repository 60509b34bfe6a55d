"""The guide's own words: whom an article is for, where it is linked from, and how it goes from draft to approved."""

import re
from collections.abc import Iterable
from enum import StrEnum

from raadhus.kernel.errors import Conflict, WrongInput
from raadhus.meetings.rules.sentences import Sentence


class Audience(StrEnum):
    """Whom an article is for; `label` is Danish."""

    EVERYBODY = "everybody"
    EMPLOYEES = "employees"

    @property
    def label(self) -> str:
        """The Danish word."""
        return _AUDIENCE_LABELS[self]


class ArticleState(StrEnum):
    """Where a version of an article stands; `label` is Danish."""

    DRAFT = "draft"
    APPROVED = "approved"
    SUPERSEDED = "superseded"
    WITHDRAWN = "withdrawn"

    @property
    def label(self) -> str:
        """The Danish word."""
        return _STATE_LABELS[self]


class Place(StrEnum):
    """A place on the screens that an article can be linked from; `label` is Danish. A rule's place is "rule:CODE"."""

    TITLE = "title"
    BACKGROUND = "background"
    RECOMMENDATION = "recommendation"
    STATEMENT = "statement"
    ECONOMY = "economy"
    ATTACHMENTS = "attachments"
    CLOSED_ITEM = "closed_item"
    DEADLINE = "deadline"
    LATE_ITEM = "late_item"
    REFERRAL = "referral"
    DECISION = "decision"
    DISQUALIFICATION = "disqualification"
    MINUTES = "minutes"
    SIGNATURE = "signature"

    @property
    def label(self) -> str:
        """The Danish words."""
        return _PLACE_LABELS[self]


_AUDIENCE_LABELS = {Audience.EVERYBODY: "Alle", Audience.EMPLOYEES: "Medarbejdere"}
_STATE_LABELS = {
    ArticleState.DRAFT: "Kladde",
    ArticleState.APPROVED: "Godkendt",
    ArticleState.SUPERSEDED: "Afløst",
    ArticleState.WITHDRAWN: "Trukket tilbage",
}
_PLACE_LABELS = {
    Place.TITLE: "Sagens titel",
    Place.BACKGROUND: "Baggrund",
    Place.RECOMMENDATION: "Indstilling",
    Place.STATEMENT: "Sagsfremstilling",
    Place.ECONOMY: "Økonomi",
    Place.ATTACHMENTS: "Bilag",
    Place.CLOSED_ITEM: "Lukket punkt",
    Place.DEADLINE: "Frister",
    Place.LATE_ITEM: "Tillægsdagsorden",
    Place.REFERRAL: "Videre behandling i et andet organ",
    Place.DECISION: "Beslutning",
    Place.DISQUALIFICATION: "Inhabilitet",
    Place.MINUTES: "Referat",
    Place.SIGNATURE: "Underskrift",
}
_RULE_PLACE = re.compile(r"rule:[a-z0-9][a-z0-9-]{0,60}")
LONGEST_QUESTION = 300
LONGEST_ANSWER = 50_000


def checked_places(places: Iterable[str]) -> list[str]:
    """Return the places, each once, in their order. Raises WrongInput for one that is none."""
    known = {place.value for place in Place}
    found = list(dict.fromkeys(place.strip() for place in places if place.strip()))
    for place in found:
        if place not in known and not _RULE_PLACE.fullmatch(place):
            raise WrongInput(Sentence("Stedet »%(place)s« findes ikke.", place=place[:60]))
    return found


def check_article(*, question: str, answer: str, topic: str) -> None:
    """Do nothing when an article can be kept. Raises WrongInput with what is missing."""
    if not question.strip() or len(question) > LONGEST_QUESTION:
        raise WrongInput(Sentence("Skriv spørgsmålet i én linje på højst 300 tegn."))
    if not answer.strip():
        raise WrongInput(Sentence("Skriv svaret."))
    if len(answer) > LONGEST_ANSWER:
        raise WrongInput(Sentence("Svaret er for langt. Del det i flere artikler."))
    if not topic.strip():
        raise WrongInput(Sentence("Skriv, hvilket emne artiklen hører under."))


def check_may_approve(state: ArticleState) -> None:
    """Do nothing when a version may be approved. Raises Conflict: only a draft may."""
    if state is not ArticleState.DRAFT:
        raise Conflict(Sentence("Versionen er %(state)s og kan ikke godkendes.", state=state.label.lower()))
