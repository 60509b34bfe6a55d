"""A meeting that was written and is read again is the same meeting."""

import pytest
from hypothesis import HealthCheck, given, settings

from raadhus.core.documents.text import Heading, ListBlock, Paragraph, Table, read_document
from raadhus.meetings.reader import read_meeting
from raadhus.meetings.rules.disclosure import Level, disclose
from raadhus.meetings.tests.example_meeting import EXAMPLE
from raadhus.meetings.tests.realistic_meetings import realistic_meetings
from raadhus.meetings.tests.recorded import record_from_reading
from raadhus.meetings.writer import Format, export
from raadhus.meetings.writer.printed import printed

READABLE = (Format.PDF, Format.DOCX, Format.HTML, Format.MARKDOWN)


def leaves(blocks):
    """Every piece of text with what it is; white space is normalised and nothing else."""
    for block in blocks:
        match block:
            case Paragraph(text):
                yield "paragraph", " ".join(text.split())
            case Heading(text):
                yield "heading", " ".join(text.split())
            case ListBlock(items):
                yield "list", tuple(listed(items, 0))
            case Table(rows):
                yield "table", tuple(tuple(" ".join(cell.split()) for cell in row) for row in rows)


def listed(items, depth):
    for item in items:
        yield depth, " ".join(item.text.split())
        yield from listed(item.items, depth + 1)


def tree(recommendations):
    return tuple((each.label, each.text, each.outcome, tree(each.children)) for each in recommendations)


def written(meeting):
    """What stands in the file, as plain values."""
    page = printed(meeting)
    head = (meeting.kind, meeting.body, meeting.date, meeting.start_time, meeting.end_time, meeting.place)
    items = [
        {
            "number": each.item.number,
            "title": each.contents,
            "case_number": each.item.case_number,
            "closed": each.item.closed,
            "sections": [(part.kind, part.heading, list(leaves(part.blocks))) for part in each.sections],
            "recommendations": tree(each.item.recommendations),
            "decision": each.item.decision and (each.item.decision.text, each.item.decision.outcome),
            "attachments": [attachment.title for attachment in each.item.attachments],
        }
        for each in page.items
    ]
    return {"head": head, "people": (meeting.participants, meeting.absent), "items": items}


def read_again(file):
    """What a reader gets out of the file, printed the same way."""
    reading = read_meeting(read_document(file.data, file.name), file=file.name)
    return written(disclose(record_from_reading(reading), Level.CLOSED))


@given(realistic_meetings())
@settings(deadline=None, max_examples=15, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@pytest.mark.parametrize("format_", READABLE)
def test_a_meeting_written_and_read_again_is_the_same_meeting(format_, meeting):
    for level in (Level.PUBLIC, Level.CLOSED):
        shown = disclose(meeting, level)
        before, after = written(shown), read_again(export(shown, format_))
        assert after["head"] == before["head"]
        assert after["people"] == before["people"]
        for one, other in zip(before["items"], after["items"], strict=True):
            assert other == one


@pytest.mark.parametrize("format_", READABLE)
def test_the_example_is_read_again_item_by_item(format_):
    shown = disclose(EXAMPLE, Level.PUBLIC)
    before, after = written(shown)["items"], read_again(export(shown, format_))["items"]
    for part in ("number", "title", "case_number", "closed", "attachments"):
        assert [item[part] for item in after] == [item[part] for item in before]
    assert after[0] == before[0]


@pytest.mark.parametrize("format_", READABLE)
@pytest.mark.parametrize("name", ["000_3a47a5f1bc055bc2", "003_31eca8599fbb0e93"])
def test_the_real_documents_written_anew_are_the_same_meetings(shared_dir, name, format_):
    path = shared_dir / "seeds" / f"{name}.txt"
    reading = read_meeting(read_document(path.read_bytes(), path.name), file=path.name)
    shown = disclose(record_from_reading(reading), Level.CLOSED)
    assert read_again(export(shown, format_)) == written(shown)
