"""Obligations as the tests make them: owned by the employee in one unit, unless said otherwise."""

import pytest

from raadhus.core.obligations.public import Origin, create_obligation
from raadhus.kernel.actors import system

TESTER = system("tests", "Prøverne")
OWNER = "mette-mose"


@pytest.fixture
def promise(cast, now):
    """Make an obligation and return it."""

    def make(text="Fremlæg en plan", **given):
        basis = {
            "owner_key": OWNER,
            "owner_text": "Mette Mose",
            "unit_key": "sac-myndighed",
            "due": "2026-03-20",
            "origin": Origin("agenda_item", "12", "Direktionen, punkt 12", "/moeder/1/12/"),
        }
        return create_obligation(actor=TESTER, text=text, now=now, **{**basis, **given})

    return make
