"""What SBSYS agenda XML has no place for, in a namespace of our own: other systems pass it by, and raadhus reads it back."""

from collections.abc import Iterable
from typing import Any

from lxml import etree

from raadhus.core.documents.renderers.clean import clean
from raadhus.meetings.rules.disclosure import DisclosedItem
from raadhus.meetings.rules.record import DecisionRecord, RecommendationRecord, VoteRecord

NAMESPACE = "urn:raadhus:sbsys:1"
EDITION = "1"

# lxml's own name for an element is private; its stubs differ between releases.
Element = Any


def own(name: str) -> str:
    """Return the name in our namespace, as lxml writes it."""
    return f"{{{NAMESPACE}}}{name}"


def add_values(parent: Element, item: DisclosedItem) -> None:
    """Append an item's coded values: recommendations with outcomes, decision, votes, earlier decisions."""
    data = etree.SubElement(parent, own("Data"))
    _set(data, Hjemmel=item.legal_ground, SentFordi=item.late_reason)
    _add_recommendations(data, item.recommendations)
    if item.decision:
        _add_decision(data, "Beslutning", item.decision)
    for vote in item.votes:
        _add_vote(data, vote)
    for earlier in item.earlier_decisions:
        _add_decision(data, "TidligereBeslutning", earlier)
    _add_names(data, "Fraværende", item.absent)
    _add_names(data, "Inhabil", item.disqualified)
    for dissent in item.dissents:
        element = etree.SubElement(data, own("Mindretalsudtalelse"))
        _set(element, Af=dissent.by)
        element.text = clean(dissent.text)


def _add_recommendations(parent: Element, recommendations: Iterable[RecommendationRecord]) -> None:
    for each in recommendations:
        element = etree.SubElement(parent, own("Indstilling"))
        _set(element, Mærke=each.label, Udfald=each.outcome, Bemærkning=each.remark)
        etree.SubElement(element, own("Tekst")).text = clean(each.text)
        _add_recommendations(element, each.children)


def _add_decision(parent: Element, name: str, decision: DecisionRecord) -> None:
    element = etree.SubElement(parent, own(name))
    day = decision.date.isoformat() if decision.date else None
    _set(element, Organ=decision.body, Dato=day, Udfald=decision.outcome)
    etree.SubElement(element, own("Tekst")).text = clean(decision.text)


def _add_vote(parent: Element, vote: VoteRecord) -> None:
    counts = {"For": vote.in_favour, "Imod": vote.against, "Undlod": vote.abstain}
    written = {name: None if count is None else str(count) for name, count in counts.items()}
    element = etree.SubElement(parent, own("Afstemning"))
    _set(element, Om=vote.on, Resultat=vote.result, **written)
    _add_names(element, "StemteFor", vote.in_favour_names)
    _add_names(element, "StemteImod", vote.against_names)
    _add_names(element, "Undlod", vote.abstain_names)


def _add_names(parent: Element, name: str, people: Iterable[str]) -> None:
    for person in people:
        etree.SubElement(parent, own(name)).text = clean(person)


def _set(element: Element, **attributes: str | None) -> None:
    for name, value in attributes.items():
        if value is not None:
            element.set(name, clean(value))
