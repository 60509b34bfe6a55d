"""Every published meeting as a tree of OParl 1.1 files, to be laid out as they are at any address.

Each thing is a file of its own, and its id is the address of that file; lists hold the things whole. No object says when it
was created or changed: that would change with closed content.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from raadhus.kernel.danish import slug
from raadhus.meetings.rules.disclosure import DisclosedItem, DisclosedMeeting, Level
from raadhus.meetings.rules.reading import Kind
from raadhus.meetings.rules.record import AttachmentRecord
from raadhus.meetings.writer.exported import Format, file_name
from raadhus.meetings.writer.oparl import TYPE, as_bytes, item_key, known, oparl_meeting

# From a meeting, an item and an attachment to where the file is had, or None.
FileAddress = Callable[[DisclosedMeeting, DisclosedItem, AttachmentRecord], str | None]
PageAddress = Callable[[DisclosedMeeting], str]


@dataclass(frozen=True, slots=True)
class Site:
    """Where the tree will lie (`base`, ending in a slash), whose it is, and where the house shows the same things."""

    base: str
    municipality: str
    website: str
    page: PageAddress
    file: FileAddress

    def name(self, kind: str, key: str) -> str:
        """Return the id of a thing: the address of its file."""
        return f"{self.base}{_path(kind, key)}"


def _path(kind: str, key: str) -> str:
    return f"{kind}/{key if key.isascii() and key.replace('-', '').isalnum() else slug(key)}.json"


def oparl_tree(meetings: Sequence[DisclosedMeeting], site: Site) -> Iterator[tuple[str, bytes]]:
    """Yield path and content of every file. Raises ValueError for a meeting that shows more than the public may see."""
    if any(meeting.level is not Level.PUBLIC for meeting in meetings):
        raise ValueError("Only what the public may see is laid out as files.")
    objects = _objects(meetings, site)
    for kind, things in objects.items():
        for path, thing in things.items():
            yield path, as_bytes(thing)
        yield f"{kind}.json", as_bytes(_listed(list(things.values()), f"{site.base}{kind}.json"))
    yield "system.json", as_bytes(_system(site))
    yield "body.json", as_bytes(_body(site, meetings))
    yield "bodies.json", as_bytes(_listed([_body(site, meetings)], f"{site.base}bodies.json"))
    yield "persons.json", as_bytes(_listed([], f"{site.base}persons.json"))


def _objects(meetings: Sequence[DisclosedMeeting], site: Site) -> dict[str, dict[str, dict[str, Any]]]:
    papers = _papers(meetings, site)
    found: dict[str, dict[str, dict[str, Any]]] = {kind: {} for kind in _KINDS}
    for meeting in meetings:
        whole = _meeting(meeting, site)
        found["meetings"][_path("meetings", meeting.id)] = whole
        found["files"][_path("files", meeting.id)] = whole.get("resultsProtocol") or whole["invitation"]
        organization = _organization(meeting, site)
        found["organizations"][_path("organizations", meeting.body_slug)] = organization
        for item, written in zip(meeting.items, whole.get("agendaItem", []), strict=True):
            found["agendaitems"][_path("agendaitems", item_key(meeting, item))] = written
            for file in written.get("auxiliaryFile", []):
                found["files"][file["id"].removeprefix(site.base)] = file
    for paper in papers:
        found["papers"][paper["id"].removeprefix(site.base)] = paper
        for consultation in paper["consultation"]:
            found["consultations"][consultation["id"].removeprefix(site.base)] = consultation
    return found


_KINDS = ("organizations", "meetings", "agendaitems", "papers", "consultations", "files")


def _listed(things: list[Any], address: str) -> dict[str, Any]:
    """Return a list as OParl has it, all on one page."""
    pagination = {"totalElements": len(things), "elementsPerPage": len(things), "currentPage": 1, "totalPages": 1}
    return {"data": things, "pagination": pagination, "links": {"first": address, "last": address}}


def _system(site: Site) -> dict[str, Any]:
    return {
        "id": f"{site.base}system.json",
        "type": f"{TYPE}System",
        "oparlVersion": TYPE,
        "name": site.municipality,
        "website": site.website,
        "body": f"{site.base}bodies.json",
    }


def _body(site: Site, meetings: Sequence[DisclosedMeeting]) -> dict[str, Any]:
    days = sorted(meeting.date for meeting in meetings if meeting.date)
    term = {"id": f"{site.base}body.json#term", "type": f"{TYPE}LegislativeTerm", "body": f"{site.base}body.json"}
    lists = {
        "organization": "organizations",
        "person": "persons",
        "meeting": "meetings",
        "paper": "papers",
        "agendaItem": "agendaitems",
        "consultation": "consultations",
        "file": "files",
    }
    return {
        "id": f"{site.base}body.json",
        "type": f"{TYPE}Body",
        "system": f"{site.base}system.json",
        "name": site.municipality,
        "website": site.website,
        **{key: f"{site.base}{name}.json" for key, name in lists.items()},
        # OParl demands one; the house does not know the terms of the council, so it says from when it has meetings.
        "legislativeTerm": [known(term | {"startDate": days[0].isoformat() if days else None})],
    }


def _organization(meeting: DisclosedMeeting, site: Site) -> dict[str, Any]:
    return known(
        {
            "id": site.name("organizations", meeting.body_slug),
            "type": f"{TYPE}Organization",
            "body": f"{site.base}body.json",
            "name": meeting.body,
            "meeting": f"{site.base}meetings.json",
        }
    )


def _meeting(meeting: DisclosedMeeting, site: Site) -> dict[str, Any]:
    whole = oparl_meeting(meeting, site.name)
    page = site.page(meeting)
    paper = known(
        {
            "id": site.name("files", meeting.id),
            "type": f"{TYPE}File",
            "name": whole.get("name"),
            "fileName": file_name(meeting, Format.PDF),
            "mimeType": Format.PDF.media_type,
            "date": meeting.date.isoformat() if meeting.date else None,
            "accessUrl": f"{page}hent/pdf/",
        }
    )
    whole["web"] = page
    whole["resultsProtocol" if meeting.kind is Kind.MINUTES else "invitation"] = paper
    for item, written in zip(meeting.items, whole.get("agendaItem", []), strict=True):
        written["meeting"] = whole["id"]
        if item.case_number:
            written["consultation"] = site.name("consultations", item_key(meeting, item))
        files = list(_files(meeting, item, site))
        if files:
            written["auxiliaryFile"] = files
    return whole


def _files(meeting: DisclosedMeeting, item: DisclosedItem, site: Site) -> Iterator[dict[str, Any]]:
    for each in item.attachments:
        address = site.file(meeting, item, each)
        if address is None or not each.sha256:
            continue
        yield {
            "id": site.name("files", f"{item.id}-{each.sha256[:16]}"),
            "type": f"{TYPE}File",
            "name": each.title,
            "accessUrl": address,
            "raadhus:sha256": each.sha256,
        }


def _papers(meetings: Sequence[DisclosedMeeting], site: Site) -> list[dict[str, Any]]:
    """Return a Paper for each case that open items show, with its way through the meetings as consultations."""
    steps: dict[str, list[tuple[DisclosedMeeting, DisclosedItem]]] = {}
    for meeting in meetings:
        for item in meeting.items:
            if item.case_number:
                steps.setdefault(item.case_number.strip(), []).append((meeting, item))
    return [_paper(number, sorted(found, key=_when), site) for number, found in sorted(steps.items())]


def _when(step: tuple[DisclosedMeeting, DisclosedItem]) -> tuple[date, str]:
    return step[0].date or date.min, step[0].id


def _paper(number: str, steps: Sequence[tuple[DisclosedMeeting, DisclosedItem]], site: Site) -> dict[str, Any]:
    latest = steps[-1][1]
    return known(
        {
            "id": site.name("papers", slug(number)),
            "type": f"{TYPE}Paper",
            "body": f"{site.base}body.json",
            "name": latest.title,
            "reference": number,
            "consultation": [_consultation(number, meeting, item, site) for meeting, item in steps],
        }
    )


def _consultation(number: str, meeting: DisclosedMeeting, item: DisclosedItem, site: Site) -> Mapping[str, Any]:
    key = item_key(meeting, item)
    return {
        "id": site.name("consultations", key),
        "type": f"{TYPE}Consultation",
        "paper": site.name("papers", slug(number)),
        "agendaItem": site.name("agendaitems", key),
        "meeting": site.name("meetings", meeting.id),
        "organization": [site.name("organizations", meeting.body_slug)],
    }
