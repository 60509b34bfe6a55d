"""One item of SBSYS agenda XML: its sections, and the values that raadhus writes beside them or that their prose gives."""

import re
from collections.abc import Iterator, Sequence

from raadhus.core.documents.text import Block, ListBlock, ListItem, Paragraph, blocks_from_html, plain_text
from raadhus.kernel.errors import WrongInput
from raadhus.meetings.reader.outcomes import decide, overall
from raadhus.meetings.reader.sbsys_tree import Node
from raadhus.meetings.reader.vocabulary import PHRASES
from raadhus.meetings.reader.votes import read_votes
from raadhus.meetings.rules.outcomes import Outcome
from raadhus.meetings.rules.reading import (
    Dissent,
    EarlierDecision,
    ReadAttachment,
    ReadDecision,
    ReadItem,
    ReadRecommendation,
    ReadSection,
    ReadVote,
    SectionKind,
)

# What stands in this namespace is ours; other systems pass it by.
NAMESPACE = "urn:raadhus:sbsys:1"
OWN = f"{NAMESPACE}|"

# Headings inside a section stand below those of the page, the item and the section.
_HEADING = 4
_CLOSED = re.compile(r"lukket:\s*", re.IGNORECASE)
_NAMES = {
    "forsidetekst": SectionKind.OTHER,
    "resume": SectionKind.BACKGROUND,
    "sagsfremstilling": SectionKind.STATEMENT,
}


def read_item(node: Node, text: str, *, is_open: bool, body: str | None, date: str | None) -> ReadItem:
    """Return the item; `text` is the whole document."""
    heading = node.first("Overskrift")
    content = node.first("Indhold") or Node("Indhold", {}, node.start)
    sections = tuple(_section(one, text) for one in content.children if one.get(OWN + "Dannet") != "true")
    title = " ".join((heading.text if heading else "").split())
    own = node.first(OWN + "Data")
    values = _own_values(own, date) if own else _values_in_prose(sections, body, date)
    case = node.first("Sagsnummer", "SagNummer", "Sagsnr")
    return ReadItem(
        number=node.get("Nummer"),
        title=title if is_open else _CLOSED.sub("", title, count=1),
        case_number=(case.text.strip() if case else "") or node.get("Sagsnummer", "Sagsnr"),
        closed=not is_open,
        source=node.span,
        sections=sections,
        attachments=tuple(_attachments(node)),
        **values,  # type: ignore[arg-type]  # the two functions give the item's own fields, by name
    )


def _section(node: Node, text: str) -> ReadSection:
    name = node.tag.rpartition("|")[2]
    spelled = " ".join(re.findall(r"[A-ZÆØÅ]?[a-zæøåé]+|[A-ZÆØÅ]+(?![a-zæøå])|\d+", name)).capitalize() or name
    own = node.get(OWN + "Art")
    kind = SectionKind(own) if own in set(SectionKind) else _kind(spelled)
    raw = _inside(node, text) if node.children else node.text
    blocks = _blocks(raw)
    heading = node.attributes.get(OWN + "Overskrift", None if own else spelled) or None
    return ReadSection(kind, heading, plain_text(blocks), blocks, node.span)


def _inside(node: Node, text: str) -> str:
    """Return the markup inside an element that holds elements instead of text."""
    return re.sub(r"^<[^>]*>", "", text[node.inner[0] : node.inner[1]])


def _kind(spelled: str) -> SectionKind:
    folded = spelled.casefold()
    return PHRASES.get(folded) or _NAMES.get(folded.split(" ")[0]) or SectionKind.OTHER


def _blocks(markup: str) -> tuple[Block, ...]:
    if not markup.strip():
        return ()
    try:
        return blocks_from_html(markup, heading_level=_HEADING)
    except WrongInput:
        # Markup that no browser would show still holds words, and words are never dropped.
        return (Paragraph(" ".join(re.sub(r"<[^>]*>", " ", markup).split())),)


def _attachments(node: Node) -> Iterator[ReadAttachment]:
    """Yield the attachments; one that does not say that it may be published stays unpublished, its title too."""
    for part in node.each("Bilagsliste"):
        for one in part.each("Bilag"):
            title = one.get("Navn") or one.text.strip()
            if title:
                said = (one.get("MaaPubliceres", "MåPubliceres") or "").casefold()
                yield ReadAttachment(title, one.span, publish=said in {"true", "1", "ja"})


def _own_values(own: Node, date: str | None) -> dict[str, object]:
    decided = own.first(OWN + "Beslutning")
    return {
        "recommendations": tuple(_recommendation(one) for one in own.each(OWN + "Indstilling")),
        "decision": ReadDecision(
            decided.get("Organ"), decided.get("Dato") or date, _said(decided), _outcome(decided), decided.span
        )
        if decided
        else None,
        "votes": tuple(_vote(one) for one in own.each(OWN + "Afstemning")),
        "earlier_decisions": tuple(
            EarlierDecision(one.get("Organ"), one.get("Dato"), _said(one), one.span)
            for one in own.each(OWN + "TidligereBeslutning")
        ),
        "legal_ground": own.get("Hjemmel"),
        "late_reason": own.get("SentFordi"),
        "absent": tuple(one.text for one in own.each(OWN + "Fraværende")),
        "disqualified": tuple(one.text for one in own.each(OWN + "Inhabil")),
        "dissents": tuple(Dissent(one.get("Af") or "", one.text) for one in own.each(OWN + "Mindretalsudtalelse")),
    }


def _said(node: Node) -> str:
    inner = node.first(OWN + "Tekst")
    return inner.text if inner else ""


def _outcome(node: Node, name: str = "Udfald") -> Outcome | None:
    code = node.get(name)
    return Outcome(code) if code in set(Outcome) else None


def _recommendation(node: Node) -> ReadRecommendation:
    children = tuple(_recommendation(one) for one in node.each(OWN + "Indstilling"))
    label, remark = node.attributes.get("Mærke"), node.attributes.get("Bemærkning")
    return ReadRecommendation(label, _said(node), children, _outcome(node), remark, node.span)


def _vote(node: Node) -> ReadVote:
    return ReadVote(
        on=node.attributes.get("Om"),
        in_favour=_count(node.get("For")),
        against=_count(node.get("Imod")),
        abstain=_count(node.get("Undlod")),
        result=_outcome(node, "Resultat"),
        source=node.span,
        in_favour_names=_names(node, "StemteFor"),
        against_names=_names(node, "StemteImod"),
        abstain_names=_names(node, "Undlod"),
    )


def _names(node: Node, side: str) -> tuple[str, ...]:
    return tuple(one.text for one in node.each(OWN + side))


def _count(text: str | None) -> int | None:
    return int(text) if text and text.isdecimal() else None


def _values_in_prose(sections: Sequence[ReadSection], body: str | None, date: str | None) -> dict[str, object]:
    decided = next((one for one in sections if one.kind is SectionKind.DECISION and one.text.strip()), None)
    text = decided.text if decided else ""
    asked = tuple(
        recommendation for one in sections if one.kind is SectionKind.RECOMMENDATION for recommendation in _listed(one)
    )
    recommendations = decide(asked, text)
    return {
        "recommendations": recommendations,
        "decision": ReadDecision(body, date, text, overall(recommendations, text), decided.source) if decided else None,
        "votes": read_votes(text, decided.source) if decided else (),
    }


def _listed(section: ReadSection) -> Iterator[ReadRecommendation]:
    """Yield the items of the section's lists, which is how recommendations stand in HTML."""
    for block in section.blocks:
        if isinstance(block, ListBlock):
            for place, item in enumerate(block.items, start=1):
                yield _from_list(item, str(place) if block.ordered else None, section)


def _from_list(item: ListItem, place: str | None, section: ReadSection) -> ReadRecommendation:
    label = (item.label or place or "").rstrip(".) ") or None
    children = tuple(_from_list(one, None, section) for one in item.items)
    return ReadRecommendation(label if label not in {"-", "•"} else None, item.text, children, source=section.source)
