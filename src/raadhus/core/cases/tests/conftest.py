"""A case and a proposed case as the tests make them."""

import pytest

from raadhus.core.cases.public import Chart, Content, FrozenTable, open_case, propose_case
from raadhus.kernel.actors import system
from raadhus.kernel.ports import PROPOSAL_ORIGINS

TESTER = system("tests", "Prøverne")

CONTENT = Content(
    blocks=({"type": "paragraph", "text": "Fraværet er steget."},),
    charts=(Chart("Fravær", "Fraværet stiger fra 4 til 5 dage.", {"mark": "bar", "data": {"values": [{"a": 4}]}}),),
    data=(FrozenTable("Fravær", ("enhed", "dage"), (("SAC", 4.5), ("FDC", None)), "dage", "2025", "Lønsystemet"),),
)


@pytest.fixture
def opened(cast, now):
    """Open a case and return it."""
    numbers = iter(range(1, 1000))

    def make(title="Lokaler til rådgivning", **given):
        basis = {"case_number": f"26/{next(numbers)}", "unit_key": "sac-myndighed"}
        return open_case(actor=TESTER, title=title, now=now, **{**basis, **given})

    return make


class Room:
    """A room that remembers what it was told."""

    def __init__(self):
        self.received = []
        self.error = None

    def receive_decision(self, proposal_key, decision, *, actor, now):  # noqa: ARG002 - the contract of origins
        self.received.append((proposal_key, decision))
        if self.error:
            raise self.error


@pytest.fixture
def room():
    """A room that is connected under the name "fake" while the test runs."""
    room = Room()
    PROPOSAL_ORIGINS.register("fake", room)
    yield room
    PROPOSAL_ORIGINS.forget("fake")


@pytest.fixture
def proposed(cast, now):
    """Propose a case and return it."""

    def make(**given):
        basis = {"room": "fake", "room_key": "risk-7", "title": "Fravær i 2025", "content": CONTENT}
        return propose_case(now=now, **{"actor": TESTER, **basis, **given})

    return make
