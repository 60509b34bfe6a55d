"""A meeting as linked data (JSON-LD): the vocabularies that public bodies publish decisions in.

OSLO's *besluit* for meeting, item, treatment and decision, ELI for the decision's own facts, schema.org for numbers and
places. In a file of its own the ids are URNs; on a page they are the page's address. No moment of change: it would carry
closed content out.
"""

import json
from collections.abc import Callable
from datetime import date
from typing import Any

from raadhus.core.documents.renderers.clean import clean
from raadhus.meetings.rules.disclosure import DisclosedItem, DisclosedMeeting
from raadhus.meetings.rules.reading import Kind
from raadhus.meetings.rules.record import RecommendationRecord
from raadhus.meetings.writer.printed import PrintedItem, printed

CONTEXT = {
    "besluit": "http://data.vlaanderen.be/ns/besluit#",
    "dct": "http://purl.org/dc/terms/",
    "eli": "http://data.europa.eu/eli/ontology#",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "prov": "http://www.w3.org/ns/prov#",
    "schema": "https://schema.org/",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
    "raadhus": "urn:raadhus:vocabulary:",
}
_DANISH = "http://publications.europa.eu/resource/authority/language/DAN"

# From an item (None for the meeting) to its id.
Naming = Callable[[DisclosedItem | None], str]


def write_linked_data(meeting: DisclosedMeeting) -> bytes:
    """Return the meeting as JSON-LD in UTF-8."""

    def named(item: DisclosedItem | None) -> str:
        own = f"urn:raadhus:meeting:{meeting.id}"
        return own if item is None else f"{own}:{item.id}"

    return (json.dumps(linked_data(meeting, named), ensure_ascii=False, indent=2) + "\n").encode("utf-8", "replace")


def linked_data(meeting: DisclosedMeeting, named: Naming, published_on: date | None = None) -> dict[str, Any]:
    """Return the meeting as JSON-LD; `named` gives meeting and items their ids."""
    page = printed(meeting)
    start = _moment(meeting, meeting.start_time)
    held = meeting.kind is Kind.MINUTES
    return _known(
        {
            "@context": CONTEXT,
            "@id": named(None),
            "@type": "besluit:Zitting",
            "dct:title": page.title,
            "dct:language": meeting.language,
            "besluit:geplandeStart": start,
            "prov:startedAtTime": start if held else None,
            "prov:endedAtTime": _moment(meeting, meeting.end_time) if held else None,
            "schema:location": clean(meeting.place or ""),
            "besluit:isGehoudenDoor": _known(
                {
                    "@id": f"urn:raadhus:body:{meeting.body_slug}",
                    "@type": "besluit:Bestuursorgaan",
                    "skos:prefLabel": clean(meeting.body or ""),
                }
            ),
            "schema:organizer": page.municipality,
            "schema:attendee": [clean(name) for name in meeting.participants],
            "besluit:behandelt": [
                _item(item, place, meeting, named, published_on) for place, item in enumerate(page.items, start=1)
            ],
        }
    )


def _moment(meeting: DisclosedMeeting, clock: str | None) -> dict[str, str] | None:
    if meeting.date is None:
        return None
    if clock is None:
        return {"@type": "xsd:date", "@value": meeting.date.isoformat()}
    return {"@type": "xsd:dateTime", "@value": f"{meeting.date.isoformat()}T{clock}:00"}


def _item(
    page: PrintedItem, place: int, meeting: DisclosedMeeting, named: Naming, published_on: date | None
) -> dict[str, Any]:
    item, own = page.item, named(page.item)
    return _known(
        {
            "@id": own,
            "@type": "besluit:Agendapunt",
            "dct:title": page.contents,
            "schema:position": place,
            "skos:notation": clean(item.number or ""),
            "dct:identifier": clean(item.case_number or ""),
            "besluit:geplandOpenbaar": not item.closed,
            "foaf:page": {"@id": own} if own.startswith("http") else None,
            "raadhus:treatment": _treatment(item, own, meeting, published_on),
        }
    )


def _treatment(item: DisclosedItem, own: str, meeting: DisclosedMeeting, published_on: date | None) -> Any:
    if item.decision is None and not any(each.outcome for each in item.recommendations):
        return None
    return _known(
        {
            "@id": f"{own}#behandling",
            "@type": "besluit:BehandelingVanAgendapunt",
            "dct:subject": {"@id": own},
            "besluit:openbaar": not item.closed,
            "prov:generated": _decision(item, own, meeting, published_on),
        }
    )


def _decision(item: DisclosedItem, own: str, meeting: DisclosedMeeting, published_on: date | None) -> dict[str, Any]:
    decided = item.decision
    day = (decided.date if decided else None) or meeting.date
    return _known(
        {
            "@id": f"{own}#beslutning",
            "@type": ["besluit:Besluit", "eli:LegalResource"],
            "eli:title": clean(item.title),
            "eli:description": clean(decided.text) if decided else None,
            "prov:value": clean(decided.text) if decided else None,
            "eli:date_document": _day(day),
            "eli:date_publication": _day(published_on),
            "eli:passed_by": {"@id": f"urn:raadhus:body:{meeting.body_slug}"},
            "eli:language": {"@id": _DANISH} if meeting.language == "da" else None,
            "raadhus:outcome": decided.outcome if decided else None,
            "raadhus:recommendation": [_recommendation(each) for each in item.recommendations],
        }
    )


def _day(day: date | None) -> dict[str, str] | None:
    return {"@type": "xsd:date", "@value": day.isoformat()} if day else None


def _recommendation(each: RecommendationRecord) -> dict[str, Any]:
    return _known(
        {
            "skos:notation": clean(each.label or ""),
            "schema:text": clean(each.text),
            "raadhus:outcome": each.outcome,
            "raadhus:remark": clean(each.remark or ""),
            "raadhus:recommendation": [_recommendation(child) for child in each.children],
        }
    )


def _known(values: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in values.items() if value not in (None, "", [])}
