"""The mark that an item is open or closed, however it was printed; in doubt an item is closed."""

import pytest

from raadhus.core.documents.text import read_document
from raadhus.meetings.reader import read_meeting
from raadhus.meetings.reader.marks import says_closed, split_status


@pytest.mark.parametrize(
    ("printed", "title", "closed"),
    [
        ("Salg af areal ved Åvej - Lukket", "Salg af areal ved Åvej", True),
        ("Salg af areal ved Åvej    Lukket", "Salg af areal ved Åvej", True),
        ("Salg af areal ved Åvej Lukket", "Salg af areal ved Åvej", True),
        ("Salg af areal ved Åvej LUKKET", "Salg af areal ved Åvej", True),
        ("Budgetopfølgning Åbent", "Budgetopfølgning", False),
        ("Budgetopfølgning", "Budgetopfølgning", None),
        ("Svømmehallen holder lukket", "Svømmehallen holder lukket", None),
        ("Sommer: længere åbent", "Sommer: længere åbent", None),
    ],
)
def test_the_status_is_told_from_the_title(printed, title, closed):
    assert split_status(printed) == (title, closed)


@pytest.mark.parametrize(
    ("title", "closed"),
    [
        ("Lukket", True),
        ("Lukket sag om personale", True),
        ("Lukket punkt om salg af areal", True),
        ("Lukket personalesag", True),
        ("Lukket møde: Ansættelse af leder", True),
        ("(Lukket punkt) Ansættelse", True),
        ("Lukket, ansættelse af leder", True),
        ("Fortroligt: udbud af rengøring", True),
        ("Ikke-offentlig sag om køb", True),
        ("Salg af areal [lukket]", True),
        ("Salg af areal, lukket", True),
        ("Salg af areal (Lukket - jf. § 10)", True),
        ("Salg af areal (fortroligt)", True),
        ("Lukkede institutioner i sommerferien", False),
        ("Lukket svømmehal i uge 7", False),
        ("Fortrolighed i personalesager", False),
        ("Sag om lukkede veje", False),
    ],
)
def test_a_title_that_calls_its_item_closed_closes_it(title, closed):
    assert says_closed(title) is closed


@pytest.mark.parametrize(
    "heading",
    [
        "Punkt 2: Lukket sag om personale",
        "Punkt 2: Lukket punkt om salg",
        "Punkt 2: Lukket møde: Salg af areal",
        "Lukket punkt 2: Salg af areal",
        "Lukket sag 2: Salg af areal",
        "Punkt 2: Salg af areal (lukket behandling)",
    ],
)
def test_the_item_is_read_as_closed_however_its_heading_says_it(heading):
    text = f"Referat\nDirektionen\nDen 2. juni 2025\n\nPunkt 1: Budget\n\nBeslutning\nGodkendt.\n\n{heading}\n\nBeslutning\nGodkendt.\n"
    reading = read_meeting(read_document(text.encode(), "referat.txt"), file="referat.txt")
    assert [(item.number, item.closed) for item in reading.items] == [("1", False), ("2", True)]
