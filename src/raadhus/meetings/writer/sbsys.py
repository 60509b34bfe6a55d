"""A meeting as SBSYS agenda XML, the form that Danish publishing systems take in.

There is no public schema; the elements are those that the open-source importers read, and data/sbsys.rng is the schema
of what we write (docs/formats/sbsys.md). A closed item is Åbent="false" and carries what may be shown of it, which is all
that this writer is given.
"""

import re

from lxml import etree

from raadhus.core.documents.renderers.clean import clean, is_blank
from raadhus.core.documents.text import render_html
from raadhus.kernel.danish import MONTHS
from raadhus.meetings.rules.disclosure import DisclosedItem, DisclosedMeeting
from raadhus.meetings.rules.reading import Kind, SectionKind
from raadhus.meetings.writer.printed import PrintedItem, PrintedSection, printed
from raadhus.meetings.writer.sbsys_data import EDITION, NAMESPACE, Element, add_values, own

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
    root = etree.Element("Dagsorden", nsmap={"raadhus": NAMESPACE})
    _set(root, DagsordenID=meeting.id, Åben=_truth(value=is_open), Dagsordentype=kind)
    root.set(own("Udgave"), EDITION)
    day = meeting.date
    written = f"{day.day}. {MONTHS[day.month - 1]} {day.year}" if day else ""
    head = _child(
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
    if meeting.municipality:
        head.set(own("Kommune"), clean(meeting.municipality))
    for name in meeting.participants:
        _child(head, own("Deltager")).text = clean(name)
    for name in meeting.absent:
        _child(head, own("Deltager"), Fraværende="true").text = clean(name)
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
            _section(content, section, item)
    attachments = _child(element, "Bilagsliste")
    for position, each in enumerate(item.attachments, start=1):
        published = _truth(value=each.publish and not item.closed)
        key = f"{item.id}-{position}"
        _child(attachments, "Bilag", BilagID=key, Navn=each.title, BilagUrl="", MaaPubliceres=published)
    add_values(element, item)


def _section(parent: Element, section: PrintedSection, item: DisclosedItem) -> None:
    """Append a section; one that was made of values alone says so, so that its reader does not take it for text."""
    element = _child(parent, _name(section))
    element.text = clean(render_html(section.blocks))
    element.set(own("Art"), section.kind.value)
    element.set(own("Overskrift"), clean(section.heading or ""))
    if (section.kind, section.heading) not in {(each.kind, _heading(each.heading)) for each in item.sections}:
        element.set(own("Dannet"), "true")


def _heading(heading: str | None) -> str | None:
    return None if is_blank(heading or "") else heading


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
