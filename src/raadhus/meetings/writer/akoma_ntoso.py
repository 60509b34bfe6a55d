"""A meeting as Akoma Ntoso 3.0: minutes as a debate, an agenda as a doc, strictly valid against the OASIS schema."""

from typing import Any

from lxml import etree

from raadhus.core.documents.renderers.akoma_ntoso import NAMESPACE, add_blocks, add_text, child
from raadhus.meetings.rules.disclosure import DisclosedMeeting
from raadhus.meetings.rules.reading import Kind
from raadhus.meetings.rules.record import RecommendationRecord
from raadhus.meetings.writer.akoma_ntoso_meta import Names, add_meta
from raadhus.meetings.writer.printed import PrintedItem, PrintedMeeting, PrintedSection, printed, printed_marker

# lxml's own name for an element is private; its stubs differ between releases.
Element = Any
# The stubs do not know that None names the default namespace.
_NAMESPACES: Any = {None: NAMESPACE}


def write_akoma_ntoso(meeting: DisclosedMeeting) -> bytes:
    """Return the meeting as Akoma Ntoso in UTF-8."""
    page = printed(meeting)
    root = etree.Element(f"{{{NAMESPACE}}}akomaNtoso", nsmap=_NAMESPACES)
    is_debate = meeting.kind is Kind.MINUTES
    document = child(root, "debate" if is_debate else "doc", name="minutes" if is_debate else "agenda")
    names = Names.of(page)
    add_meta(document, page, names)
    _preface(document, page)
    _Body(is_debate=is_debate, names=names).write(document, page)
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", pretty_print=False)


def _preface(document: Element, page: PrintedMeeting) -> None:
    preface = child(document, "preface")
    add_text(child(child(preface, "p"), "docTitle"), page.title)
    if page.municipality:
        add_text(child(preface, "p"), page.municipality)
    for label, value in page.facts:
        add_text(child(preface, "p"), f"{label}: {value}")


class _Body:
    """Writes the items: a debate holds debate sections, a doc holds containers."""

    def __init__(self, *, is_debate: bool, names: Names) -> None:
        self._is_debate = is_debate
        self._names = names

    def write(self, document: Element, page: PrintedMeeting) -> None:
        """Append the body with everything in it."""
        body = child(document, "debateBody" if self._is_debate else "mainBody")
        if self._is_debate and (page.meeting.participants or page.meeting.absent):
            self._roll_call(body, page.meeting)
        for position, item in enumerate(page.items, start=1):
            self._item(body, item, f"item_{position}")
        if not len(body):
            # The schema wants something in a body; a meeting without items has only its title.
            container = self._container(body, "empty", "item_0")
            add_text(child(container, "heading"), page.title)
            self._blocks_of(container)

    def _roll_call(self, body: Element, meeting: DisclosedMeeting) -> None:
        roll = child(body, "rollCall", eId="rollcall")
        for label, names in (("Til stede: ", meeting.participants), ("Afbud: ", meeting.absent)):
            if names:
                paragraph = child(roll, "p")
                add_text(paragraph, label)
                for position, name in enumerate(names):
                    if position:
                        paragraph[-1].tail = ", "
                    add_text(child(paragraph, "person", refersTo=f"#{self._names.person(name)}"), name)

    def _container(self, parent: Element, name: str, key: str) -> Element:
        return child(parent, "debateSection" if self._is_debate else "hcontainer", name=name, eId=key)

    def _blocks_of(self, container: Element, tag: str = "content") -> Element:
        """Return the element that takes a container's blocks, with a first paragraph only where the schema demands one."""
        if self._is_debate:
            return container
        return child(container, tag)

    def _item(self, body: Element, page: PrintedItem, key: str) -> None:
        container = self._container(body, "item", key)
        if page.item.number:
            add_text(child(container, "num"), page.item.number)
        add_text(child(container, "heading"), page.contents)
        if page.item.case_number or not page.sections:
            holder = self._blocks_of(container, "intro" if page.sections else "content")
            paragraph = child(holder, "p")
            if page.item.case_number:
                add_text(child(paragraph, "docNumber"), page.item.case_number)
        for position, section in enumerate(page.sections, start=1):
            self._section(container, section, f"{key}__section_{position}")

    def _section(self, parent: Element, section: PrintedSection, key: str) -> None:
        container = self._container(parent, section.kind.value, key)
        if section.heading:
            add_text(child(container, "heading"), section.heading)
        holder = self._blocks_of(container)
        before = len(holder)
        add_blocks(holder, section.before, f"{key}__before")
        if section.recommendations:
            self._recommendations(holder, section.recommendations, key)
        add_blocks(holder, section.after, f"{key}__after")
        if len(holder) == before:
            child(holder, "p")

    def _recommendations(self, parent: Element, recommendations: tuple[RecommendationRecord, ...], key: str) -> None:
        """Append recommendations as a list in which each refers to what became of it."""
        element = child(parent, "blockList", eId=f"{key}__list")
        for position, each in enumerate(recommendations, start=1):
            name = f"{key}__recommendation_{position}"
            outcome = {"refersTo": f"#outcome-{each.outcome.value}"} if each.outcome else {}
            item = child(element, "item", eId=name, **outcome)
            if each.label:
                add_text(child(item, "num"), printed_marker(each.label) or "")
            add_text(child(item, "p"), each.text)
            if each.children:
                self._recommendations(item, each.children, name)
