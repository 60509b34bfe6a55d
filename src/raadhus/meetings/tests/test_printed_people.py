"""What only a meeting that was written here knows is printed in every format, and never for a closed item."""

from datetime import date

import pytest

from raadhus.meetings.rules.disclosure import Level, disclose
from raadhus.meetings.rules.reading import Dissent, Kind
from raadhus.meetings.rules.record import Addition, DecisionRecord, ItemRecord, MeetingRecord, VoteRecord
from raadhus.meetings.tests.exported_text import everything_in
from raadhus.meetings.writer import Format, export

DAY = date(2026, 6, 16)


def _meeting(*, closed: bool) -> MeetingRecord:
    item = ItemRecord(
        id="a",
        number="1",
        title="Ny skolevej",
        case_number="26/1",
        closed=closed,
        decision=DecisionRecord("Byrådet", DAY, "Godkendt."),
        votes=(VoteRecord("indstillingen", 2, 1, 0, None, ("Alma Birk", "Bo Eg"), ("Carl Ask",)),),
        dissents=(Dissent("Carl Ask", "Vejen er for smal."),),
        absent=("Dina El",),
        disqualified=("Erna Pil",),
        late_reason="Tilskuddet udløber før næste møde.",
    )
    additions = (
        Addition("a", date(2026, 7, 1), "Signe Sand", "Kortet er vedlagt."),
        Addition(None, date(2026, 7, 2), "Bo Eg", "Mødet sluttede 11:30."),
    )
    return MeetingRecord(
        "m", "Byrådet", "byraadet", None, Kind.MINUTES, DAY, items=(item,), published=True, additions=additions
    )


@pytest.mark.parametrize(
    "name", [Format.HTML, Format.MARKDOWN, Format.TEXT, Format.DOCX, Format.PDF, Format.AKOMA_NTOSO]
)
def test_people_and_additions_are_printed_in_every_format(name):
    text = everything_in(export(disclose(_meeting(closed=False), Level.PUBLIC), name).data)
    for wanted in (
        "Alma Birk",
        "Carl Ask",
        "for smal",
        "Dina El",
        "Erna Pil",
        "udløber",
        "Kortet er",
        "sluttede 11:30",
    ):
        assert wanted in text


@pytest.mark.parametrize("name", list(Format))
def test_of_a_closed_item_nobody_is_named(name):
    text = everything_in(export(disclose(_meeting(closed=True), Level.PUBLIC), name).data)
    for hidden in ("Alma Birk", "Carl Ask", "for smal", "Dina El", "Erna Pil", "udløber", "Kortet er"):
        assert hidden not in text
