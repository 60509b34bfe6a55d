"""What an item's sections list: recommendations and attachments, also where they share a heading or a line with something else."""

from collections.abc import Sequence
from dataclasses import replace

from raadhus.meetings.reader.attachments import read_attachments
from raadhus.meetings.reader.flow import paragraphs
from raadhus.meetings.reader.headings import phrase_of
from raadhus.meetings.reader.recommendations import find_recommendations, is_explicit, read_recommendations
from raadhus.meetings.reader.rows import Row, Sheet
from raadhus.meetings.reader.sections import RawSection
from raadhus.meetings.reader.verdicts import verdict_of_text
from raadhus.meetings.rules.reading import ReadAttachment, ReadRecommendation, SectionKind

_RUNNING_TEXT = frozenset([SectionKind.OTHER, SectionKind.STATEMENT, SectionKind.BACKGROUND])
_PLAINLY = frozenset(["indstilling", "indstillinger", "beslutningspunkter", "beslutningspunkt"])


def parted(sections: Sequence[RawSection], sheet: Sheet) -> list[RawSection]:
    """Part sections headed "Indstilling og beslutning" into the list of recommendations and what was decided."""
    result: list[RawSection] = []
    for section in sections:
        if not (section.heading and section.heading.is_combined):
            result.append(section)
            continue
        pieces = paragraphs(section.rows, sheet)
        cut = (
            next(
                (
                    n
                    for n in range(len(pieces) - 1, 0, -1)
                    if not pieces[n].marker and not verdict_of_text(pieces[n].text)
                ),
                0,
            )
            + 1
        )
        decided = pieces[cut:] if cut < len(pieces) and not any(piece.marker for piece in pieces[cut:]) else pieces[-1:]
        begin = decided[0].rows[0].index if decided else 0
        asked = replace(section.heading, kind=SectionKind.RECOMMENDATION)
        result.append(RawSection(asked, section.head_row, [row for row in section.rows if row.index < begin]))
        result.append(RawSection(section.heading, None, [row for row in section.rows if row.index >= begin]))
    return [section for section in result if section.all_rows]


def recommendations_in(sections: Sequence[RawSection], sheet: Sheet) -> tuple[ReadRecommendation, ...]:
    """Return the recommendations of the section that lists them; the plainest heading wins among several."""
    read = [
        (section, _of_section(section, sheet)) for section in sections if section.kind is SectionKind.RECOMMENDATION
    ]
    filled = [(section, recs) for section, recs in read if recs]
    explicit = [(section, recs) for section, recs in filled if is_explicit(recs, section.rows)]
    chosen = explicit or filled
    plain = [
        (section, recs) for section, recs in chosen if section.head_row and phrase_of(section.head_row) in _PLAINLY
    ]
    if chosen:
        return (plain or chosen)[0][1]
    running = (find_recommendations(section.rows, sheet) for section in sections if section.kind in _RUNNING_TEXT)
    return next((found for found in running if found), ())


def _of_section(section: RawSection, sheet: Sheet) -> tuple[ReadRecommendation, ...]:
    if section.heading and section.heading.rest and not section.rows:
        row = section.head_row
        return read_recommendations([_with_text(row, section.heading.rest)], sheet) if row else ()
    return read_recommendations(section.rows, sheet)


def _with_text(row: Row, text: str) -> Row:
    """Return the row with another text, for a heading whose section begins on its own line."""
    return Row(row.index, row.line, text, text.casefold(), row.gap)


def attachments_in(sections: Sequence[RawSection], sheet: Sheet) -> tuple[ReadAttachment, ...]:
    """Return the attachments in all sections headed "Bilag" or the like."""
    found: list[ReadAttachment] = []
    for section in sections:
        if section.kind is SectionKind.ATTACHMENTS:
            rows = section.rows
            if section.heading and section.heading.rest and section.head_row:
                rows = [_with_text(section.head_row, section.heading.rest), *rows]
            found.extend(read_attachments(rows, sheet))
    return tuple(found)
