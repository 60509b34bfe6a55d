"""A case that a room proposed, or that a standing decision asks for, as what a draft begins with (docs/rules/agendas.md).

What was frozen with a proposal becomes sections that are marked frozen: they are shown as they were and never changed here.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from raadhus.meetings.rules.case_templates import recommendation_tree
from raadhus.meetings.rules.draft_start import DraftStart, NewSection
from raadhus.meetings.rules.reading import SectionKind

Json = Mapping[str, Any]

_KINDS = {
    "baggrund": SectionKind.BACKGROUND,
    "indstilling": SectionKind.RECOMMENDATION,
    "vurdering": SectionKind.ASSESSMENT,
    "økonomi": SectionKind.ECONOMY,
    "videre proces": SectionKind.PROCESS,
    "proces": SectionKind.PROCESS,
}


def frozen_start(
    *, proposal_key: str, blocks: Sequence[Json], charts: Sequence[Json], tables: Sequence[Json]
) -> DraftStart:
    """Return the start of a draft from a frozen proposal: its text by its own headings, its charts, its data as tables.

    A list under the heading "Indstilling" becomes the recommendations. What the author adds stands in an empty section
    of its own.
    """
    parts = tuple(_parts(blocks))
    sections = [NewSection(SectionKind.BACKGROUND, "Baggrund")]
    sections += [
        NewSection(kind, heading, tuple(body), is_frozen=True)
        for kind, heading, body in parts
        if kind is not SectionKind.RECOMMENDATION and body
    ]
    behind = [*_charts(charts), *tables]
    if behind:
        sections.append(NewSection(SectionKind.OTHER, "Data bag sagen", tuple(behind), is_frozen=True))
    asked = [body for kind, _, body in parts if kind is SectionKind.RECOMMENDATION]
    return DraftStart(
        sections=tuple(sections),
        recommendations=recommendation_tree([text for body in asked for text in _texts(body)]),
        proposal_key=proposal_key,
    )


def kind_of_heading(heading: str) -> SectionKind:
    """Return what a section is about by its heading; what is not known is part of the case statement."""
    return _KINDS.get(heading.casefold().rstrip(":"), SectionKind.STATEMENT)


def _parts(blocks: Sequence[Json]) -> Iterator[tuple[SectionKind, str, list[Json]]]:
    """Yield the text by its outermost headings; what stands before the first is the case statement."""
    kind, heading, body = SectionKind.STATEMENT, "Sagsfremstilling", list[Json]()
    for block in blocks:
        if block.get("type") == "heading" and block.get("level", 1) == 1:
            yield kind, heading, body
            heading = str(block.get("text", "")).strip()
            kind, body = kind_of_heading(heading), []
        else:
            body.append(block)
    yield kind, heading, body


def _charts(charts: Sequence[Json]) -> Iterator[Json]:
    for chart in charts:
        yield {"type": "heading", "text": chart["title"], "level": 2}
        yield {"type": "chart", **chart}


def frozen_table(name: str, columns: Sequence[str], rows: Sequence[Sequence[object]], facts: Sequence[str]) -> Json:
    """Return frozen data as a table of the block model; unit, period and source stand in its caption."""
    cells = [[_cell(value) for value in row] for row in rows]
    caption = ", ".join([name, *(fact for fact in facts if fact)])
    return {"type": "table", "rows": [list(columns), *cells], "header_rows": 1, "caption": caption}


def _cell(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "ja" if value else "nej"
    return str(value).replace(".", ",") if isinstance(value, float) else str(value)


def _texts(blocks: Sequence[Json]) -> Iterator[str]:
    for block in blocks:
        if block.get("type") == "list":
            yield from (str(item.get("text", "")) for item in block.get("items", ()))


def fired_start(*, standing_key: str, text: str, reason: str, begun: DraftStart | None) -> DraftStart:
    """Return the start of a draft that a standing decision asks for: what was decided and what brought it about, then its template."""
    told = [{"type": "paragraph", "text": line} for line in (text.strip(), reason.strip()) if line]
    rest = [one for one in (begun or DraftStart()).sections if one.kind is not SectionKind.BACKGROUND]
    return DraftStart(
        sections=(NewSection(SectionKind.BACKGROUND, "Baggrund", tuple(told)), *rest),
        recommendation_lead=begun.recommendation_lead if begun else "",
        recommendations=begun.recommendations if begun else (),
        template_key=begun.template_key if begun else "",
        standing_key=standing_key,
    )
