"""What stands beside the outcomes of an item that is being decided: orders, votes, dissents, who is there, where the case went."""

from typing import Any

from django.utils.translation import gettext as _

from raadhus.core.obligations.public import Rhythm, parse_due
from raadhus.meetings.models import PromisedObligation, Referral, Treatment, TreatmentDissent, TreatmentVote
from raadhus.meetings.queries.body_rules import body_rules
from raadhus.meetings.queries.live_rows import LiveDissent, LivePromise, LiveVote, Person
from raadhus.meetings.queries.treatment_state import entitled_to, people_of, vote_of
from raadhus.meetings.rules.composing import vote_sentence
from raadhus.meetings.rules.deciding.phrases import when_said
from raadhus.meetings.rules.membership import AttendanceStatus
from raadhus.meetings.rules.reading import ReadVote


def beside(one: Treatment) -> dict[str, Any]:
    """Return what stands beside the outcomes: what is ordered, votes, dissents, who is there, where the case went."""
    rules = body_rules(one.sitting.body)
    dissents = TreatmentDissent.objects.filter(treatment=one).order_by("position")
    return {
        "promises": [_promise(each) for each in PromisedObligation.objects.filter(treatment=one).order_by("position")],
        "votes": [_vote(each) for each in TreatmentVote.objects.filter(treatment=one).order_by("position")],
        "dissents": [LiveDissent(each.position, each.name, each.text) for each in dissents],
        "people": _people(one),
        "has_votes": rules.has_votes,
        "has_dissents": rules.has_dissents,
        "went_on": [_went(each) for each in Referral.objects.filter(treatment=one).order_by("pk")],
    }


def _promise(row: PromisedObligation) -> LivePromise:
    owner = row.owner_text or row.owner_key
    return LivePromise(
        position=row.position,
        text=row.text,
        owner=owner,
        due=parse_due(row.due).label if row.due else "",
        to_body=row.to_body,
        rhythm=_(Rhythm(row.rhythm).label) if row.rhythm else "",
        is_whole=bool(owner and (row.due or row.rhythm)),
    )


def _vote(row: TreatmentVote) -> LiveVote:
    sides = [tuple(row.names.get(f"{side}_names", ())) for side in ("in_favour", "against", "abstain")]
    read = ReadVote(row.on or None, row.in_favour, row.against, row.abstain, None, None, *sides)
    return LiveVote(row.position, vote_sentence(read), vote_of(row).passes)


def _people(one: Treatment) -> list[Person]:
    deciding = {each.key for each in entitled_to(one)}
    return [
        Person(each.key, each.name, each.key in one.absent, each.key in one.disqualified, each.key in deciding)
        for each in people_of(one.sitting)
        if each.status is AttendanceStatus.PRESENT
    ]


def _went(row: Referral) -> str:
    when = when_said(row.wanted) if row.wanted else ""
    said_to = _("Ny behandling i %(body)s") % {"body": row.to_name}
    return f"{said_to}, {when}" if when else said_to
