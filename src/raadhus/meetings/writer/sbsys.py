"""A meeting as SBSYS agenda XML, the form that Danish publishing systems take in.

There is no public schema; the elements are those that the open-source importers read. A closed item is Åbent="false" and
carries what may be shown of it, which is all that this writer is given.
"""

import re
from typing import Any

from lxml import etree

from raadhus.core.documents.renderers.clean import clean
from raadhus.core.documents.text import render_html
from raadhus.kernel.danish import MONTHS
from raadhus.meetings.rules.disclosure import DisclosedMeeting
from raadhus.meetings.rules.reading import Kind, SectionKind
from raadhus.meetings.writer.printed import PrintedItem, PrintedSection, printed

# lxml's own name for an element is private; its stubs differ between releases.
Element = Any

_NAMES = {
    SectionKind.BACKGROUND: "Baggrund",
    SectionKind.RECOMMENDATION: "Indstilling",
    SectionKind.DECISION: "Beslutning",
    SectionKind.STATEMENT: "Sagsfremstilling",
    SectionKind.ASSESSMENT: "Vurdering",
    SectionKind.ECONOMY: "Økonomi",
    SectionKind.PROCESS: "VidereProces",
    SectionKind.EARLIER: "TidligereBeslutninger",
}


def write_sbsys(meeting: DisclosedMeeting) -> bytes:
    """Return the meeting as SBSYS agenda XML in UTF-8."""
    page = printed(meeting)
    is_open = all(item.withheld or not item.closed for item in meeting.items)
    kind = "referat" if meeting.kind is Kind.MINUTES else "dagsorden"
    root = etree.Element("Dagsorden")
    _set(root, DagsordenID=meeting.id, Åben=_truth(value=is_open), Dagsordentype=kind)
    day = meeting.date
    written = f"{day.day}. {MONTHS[day.month - 1]} {day.year}" if day else ""
    _child(
        root,
        "Møde",
        MødeID=meeting.id,
        Udvalg=meeting.body or "",
        UdvalgID=meeting.body_slug,
        Mødedato=written,
        Mødetid=meeting.start_time or "",
        Mødeslutdato=written if meeting.end_time else "",
        Mødesluttid=meeting.end_time or "",
        Mødested=meeting.place or "",
    )
    items = _child(root, "Dagsordenpunkter")
    for item in page.items:
        _item(items, item)
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", pretty_print=True)


def _item(parent: Element, page: PrintedItem) -> None:
    item = page.item
    is_open = _truth(value=not item.closed)
    element = _child(parent, "Dagsordenpunkt", DagsordenpunktID=item.id, Nummer=item.number or "", Åbent=is_open)
    _child(element, "Overskrift").text = page.contents
    if item.case_number:
        _child(element, "Sagsnummer").text = clean(item.case_number)
    content = _child(element, "Indhold")
    for section in page.sections:
        if section.kind is not SectionKind.ATTACHMENTS:
            _child(content, _name(section)).text = render_html(section.blocks)
    attachments = _child(element, "Bilagsliste")
    for position, each in enumerate(item.attachments, start=1):
        published = _truth(value=each.publish and not item.closed)
        key = f"{item.id}-{position}"
        _child(attachments, "Bilag", BilagID=key, Navn=each.title, BilagUrl="", MaaPubliceres=published)


def _name(section: PrintedSection) -> str:
    """Return the element for a section: the usual word, or the heading's own words as one ("Fremmøde")."""
    words = re.findall(r"[A-Za-zÆØÅæøå]+", section.heading or "")
    return _NAMES.get(section.kind) or "".join(word.capitalize() for word in words)[:60] or "Andet"


def _child(parent: Element, tag: str, **attributes: str) -> Element:
    element = etree.SubElement(parent, tag)
    _set(element, **attributes)
    return element


def _set(element: Element, **attributes: str) -> None:
    for name, value in attributes.items():
        element.set(name, clean(value))


def _truth(*, value: bool) -> str:
    return "true" if value else "false"
