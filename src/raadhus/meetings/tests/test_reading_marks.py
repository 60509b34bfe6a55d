"""The mark that an item is open or closed, however it was printed; in doubt an item is closed."""

import pytest

from raadhus.meetings.reader.marks import split_status


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
