"""A planned meeting written as the document a secretary would have in the drawer: the text form of the seeds."""

from collections.abc import Iterator

from raadhus.config.demonstration.year import PlannedItem, PlannedMeeting
from raadhus.kernel.danish import MONTHS, WEEKDAYS


def document(meeting: PlannedMeeting, *, minutes: bool) -> str:
    """Return the agenda, or with `minutes` the minutes, of a planned meeting as text."""
    return "\n\n".join([*_header(meeting, minutes=minutes), *_items(meeting, minutes=minutes)]) + "\n"


def file_name(meeting: PlannedMeeting, *, minutes: bool) -> str:
    """Return an ASCII file name such as referat-direktionen-2026-03-10.txt."""
    body = meeting.body.name.lower().replace("ø", "oe")
    return f"{'referat' if minutes else 'dagsorden'}-{body}-{meeting.day.isoformat()}.txt"


def _header(meeting: PlannedMeeting, *, minutes: bool) -> Iterator[str]:
    day = meeting.day
    yield f"{'REFERAT' if minutes else 'DAGSORDEN'} {meeting.body.name} d. {day:%d-%m-%Y}"
    date_text = f"{WEEKDAYS[day.weekday()].capitalize()} d. {day:%d}. {MONTHS[day.month - 1]} {day.year}"
    yield f"Mødedato {date_text} kl. {meeting.body.time}"
    yield f"Mødested {meeting.body.place}"
    yield f"Mødedeltagere {', '.join(meeting.body.members)}"
    contents = ("Lukket" if item.closed else item.title for item in meeting.items)
    yield "Indholdsfortegnelse\n\n" + "\n".join(f"{title}.....{page}" for page, title in enumerate(contents, start=3))


def _items(meeting: PlannedMeeting, *, minutes: bool) -> Iterator[str]:
    for number, item in enumerate(meeting.items, start=1):
        yield f"Punkt {number}: {'Lukket' if item.closed else item.title}"
        yield item.case_number
        if not item.closed:
            yield from _sections(item, meeting, minutes=minutes)


def _sections(item: PlannedItem, meeting: PlannedMeeting, *, minutes: bool) -> Iterator[str]:
    body = meeting.body.name
    yield from ("Baggrund", item.background)
    yield from ("Indstilling", f"Det indstilles, at {body[0].lower()}{body[1:]}:")
    yield "\n".join(f"{number}. {text}" for number, text in enumerate(item.recommendations, start=1))
    if minutes:
        yield from (f"Beslutning {body} den {meeting.day:%d-%m-%Y}", item.decision)
    if item.statement:
        yield "Sagsfremstilling"
        yield from item.statement
    if item.table:
        yield "\n".join("\t".join(row) for row in item.table)
    if item.economy:
        yield from ("Økonomi", item.economy)
    if item.attachments:
        yield "Bilag"
        yield from item.attachments
