"""Papers that need no importer: a file's name says which reading it holds."""

from dataclasses import replace
from pathlib import Path

import pytest
from tests.kept import laid

from raadhus.core.documents.text import SourceText
from raadhus.kernel.errors import WrongInput
from raadhus.kernel.roles import Role
from raadhus.meetings import actions
from raadhus.meetings.actions import importing
from raadhus.meetings.tests.papers import CANARY, reading


@pytest.fixture
def papers(monkeypatch, settings, tmp_path):
    """Readings by file name. What a file holds is what the importer is told to read; other files are refused."""
    shelf = {}

    def read_document(data, name):
        text = data.decode()
        if name not in shelf:
            raise WrongInput(f"{name}: kan ikke læses.")
        return SourceText(text=text, lines=(), media_type="text/plain")

    def read_meeting(source, *, file):
        return replace(shelf[file], file=file)

    monkeypatch.setattr(importing, "read_document", read_document)
    monkeypatch.setattr(importing, "read_meeting", read_meeting)
    settings.DATA = tmp_path
    return shelf


@pytest.fixture
def import_paper(papers, cast, now):
    """Import a reading as the file of that name; the bytes differ when the reading does."""

    def import_one(made, name="referat.txt", moment=None):
        papers[name] = made
        text = f"{made!r}{CANARY if any(one.closed for one in made.items) else ''}".ljust(200)
        return actions.import_document(actor=cast[Role.SECRETARY], name=name, data=text.encode(), now=moment or now)

    return import_one


@pytest.fixture
def step(settings, now):
    """Take a step of a meeting's life by its action the first time, and as rows after that."""

    def take(name, deed):
        return laid(("meetings", name, now), deed, Path(settings.STORAGES["documents"]["OPTIONS"]["location"]))

    return take


@pytest.fixture
def imported(import_paper, papers, step):
    """The id of an imported meeting with one closed and one open item."""
    papers["referat.txt"] = reading()
    return step("imported", lambda: import_paper(reading()).meeting_id)


@pytest.fixture
def confirmed(imported, cast, now, step):
    step(
        "confirmed", lambda: actions.confirm_reading(actor=cast[Role.SECRETARY], meeting_id=imported, number=1, now=now)
    )
    return imported


@pytest.fixture
def published(confirmed, cast, now, step):
    given = {"actor": cast[Role.SECRETARY], "meeting_id": confirmed, "accept_warnings": True, "now": now}
    step("published", lambda: actions.publish_meeting(**given))
    return confirmed
