"""The case about lost refund all the way: proposed, on an agenda, in every file, decided, and followed."""

import io
import zipfile

import pytest

from raadhus.core.cases.public import proposal
from raadhus.core.obligations.public import of_origin
from raadhus.kernel.roles import Role
from raadhus.meetings.actions.deciding import decide_item, reopen_item
from raadhus.meetings.actions.intake import create_draft_from_proposal
from raadhus.meetings.actions.planning import plan_draft
from raadhus.meetings.actions.sending import send_agenda
from raadhus.meetings.models import CaseDraft, Meeting
from raadhus.meetings.queries.disclosing import disclosed_meeting
from raadhus.meetings.rules.drafts import DraftState
from raadhus.meetings.tests.deciding_stage import Stage
from raadhus.meetings.tests.exported_text import everything_in
from raadhus.meetings.writer import Format, export
from raadhus.refunds.actions.proposing import propose_statement
from raadhus.refunds.actions.receiving import ORIGIN
from raadhus.refunds.tests.seed_table import make_table

# What tells of decisions and holds no text of a case.
WITHOUT_TEXTS = {Format.OPARL, Format.LINKED_DATA}
SMALL = ("52.583,22", "41.531,95", "14.084,79", "15.568,00", "62.769,85", "118.029,00", "137.014")


@pytest.fixture
def stage(house, now):
    make_table(now.date())
    return Stage(house, now)


@pytest.fixture
def planned(stage, now):
    """Propose the case, take it over, put it on the agenda, and return the statement and the treatment."""

    def make(*, closed):
        row = propose_statement(actor=stage.cast[Role.HR], year=2024, closed=closed, now=now)
        draft = create_draft_from_proposal(
            actor=stage.secretary, proposal_key=row.proposal_key, body_key="direktionen", now=now
        )
        CaseDraft.objects.filter(pk=draft).update(state=DraftState.APPROVED.value, legal_ground="§ 10")
        return row, plan_draft(actor=stage.secretary, draft_id=draft, sitting_id=stage.sitting_id, now=now)

    return make


def files(stage, *, public):
    """Send the agenda once and yield it as every file: the public's, or the secretary's own."""
    if not Meeting.objects.exists():
        send_agenda(actor=stage.secretary, sitting_id=stage.sitting_id, accept_warnings=True, now=stage.now)
    meeting = disclosed_meeting(
        viewer=stage.secretary, meeting_id=Meeting.objects.get().pk, now=stage.now, preview=public
    )
    yield from ((format_, export(meeting, format_).data) for format_ in Format)


def test_nothing_of_a_small_centre_leaves_the_closed_case(stage, planned):
    planned(closed=True)
    for format_, data in files(stage, public=True):
        text = everything_in(data)
        assert not [amount for amount in SMALL if amount in text], format_
    assert any("52.583,22" in everything_in(data) for _, data in files(stage, public=False))


def test_the_open_case_tells_the_merged_table_in_every_file(stage, planned):
    planned(closed=False)
    for format_, data in files(stage, public=True):
        text = everything_in(data)
        assert not [amount for amount in SMALL if amount in text], format_
        assert "304.566,81" in text or format_ in WITHOUT_TEXTS, format_


def test_the_chart_follows_into_pdf_and_word(stage, planned):
    planned(closed=False)
    found = dict(files(stage, public=False))
    with zipfile.ZipFile(io.BytesIO(found[Format.DOCX])) as document:
        assert any(name.startswith("word/media/") for name in document.namelist())
    assert b"<svg" in found[Format.HTML]


def test_the_decision_becomes_obligations_of_hr_once(stage, planned, now):
    row, treatment = planned(closed=True)
    stage.open()
    stage.give(treatment, "approved", *[one["id"] for one in stage.treatment(treatment).draft.recommendations])
    stage.do(decide_item, treatment)
    made = of_origin(stage.secretary, ORIGIN, str(row.pk), now=now)
    assert [one.owner_key for one in made] == [stage.cast[Role.HR].key] * 3
    assert proposal(stage.secretary, row.proposal_key, now=now).proposal.state == "handed_back"
    stage.do(reopen_item, treatment, reason="Forkert")
    stage.give(treatment, "approved", *[one["id"] for one in stage.treatment(treatment).draft.recommendations])
    stage.do(decide_item, treatment)
    assert len(of_origin(stage.secretary, ORIGIN, str(row.pk), now=now)) == 3
