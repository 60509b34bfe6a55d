"""The linter looks at a case while it is written, and each finding stands at its section."""

from uuid import uuid4

import pytest

from raadhus.core.documents.text import Paragraph, blocks_to_json
from raadhus.kernel.errors import NotFound, WrongInput
from raadhus.kernel.roles import Role
from raadhus.meetings.actions.suppressing import suppress_finding, unsuppress_finding
from raadhus.meetings.models import CaseDraft, DraftSection
from raadhus.meetings.queries.draft_findings import draft_findings
from raadhus.meetings.tests.sitting_stage import make_body, make_draft

WRONG_DAY = "Sagen drøftes tirsdag den 2. juni 2025."


@pytest.fixture
def draft(cast, now):
    make_body()
    made = make_draft(cast[Role.EMPLOYEE], now)
    rows = DraftSection.objects.filter(draft=made)
    rows.filter(position=1).update(blocks=blocks_to_json([Paragraph(WRONG_DAY)]))
    rows.filter(position=0).update(blocks=blocks_to_json([Paragraph("Der er brug for en cykelsti.")]))
    return made


@pytest.fixture
def found(cast, draft, now):
    return lambda by=Role.EMPLOYEE: draft_findings(viewer=cast[by], draft_id=draft, now=now)


def codes(findings, place):
    return [one.code for one in findings.by_place.get(str(place), ())]


def test_a_finding_stands_at_its_section(draft, found):
    section = DraftSection.objects.get(draft=draft, position=1)
    assert codes(found(), section.pk) == ["weekday-wrong"]
    assert codes(found(), DraftSection.objects.get(draft=draft, position=0).pk) == []


def test_a_finding_in_the_recommendations_stands_there_with_its_correction(draft, found):
    tree = [{"id": str(uuid4()), "text": "at planen godkendes", "children": []}]
    CaseDraft.objects.filter(pk=draft).update(recommendation_lead="Det indstilles, at", recommendations=tree)
    one = next(one for one in found().by_place["recommendations"] if one.code == "doubled-lead-in")
    assert one.fix
    assert (one.fix.before + one.fix.found + one.fix.after).endswith("at planen godkendes")


def test_a_case_without_attachments_does_not_refer_to_one(draft, found):
    section = DraftSection.objects.get(draft=draft, position=0)
    DraftSection.objects.filter(pk=section.pk).update(blocks=blocks_to_json([Paragraph("Se bilag 2.")]))
    assert codes(found(), section.pk) == ["attachment-missing"]


def test_a_rule_is_set_aside_with_a_reason_and_put_into_force_again(cast, draft, found, now):
    section = DraftSection.objects.get(draft=draft, position=1).pk
    author = {"actor": cast[Role.EMPLOYEE], "draft_id": draft, "code": "weekday-wrong", "now": now}
    with pytest.raises(WrongInput, match="hvorfor"):
        suppress_finding(**author, reason=" ")
    suppress_finding(**author, reason="Citat fra et gammelt referat")
    assert codes(found(), section) == []
    assert "Citat" in found().suppressed[0].suppressed
    unsuppress_finding(**author)
    assert codes(found(), section) == ["weekday-wrong"]


def test_a_rule_that_is_not_there_is_not_set_aside(cast, draft, now):
    with pytest.raises(NotFound):
        suppress_finding(actor=cast[Role.EMPLOYEE], draft_id=draft, code="x", reason="y", now=now)


def test_findings_are_for_those_who_see_the_case(found):
    with pytest.raises(NotFound):
        found(by=Role.UNIT_LEADER)


def test_the_api_gives_the_findings_and_sets_a_rule_aside(client_of, draft):
    client, address = client_of(Role.EMPLOYEE), f"/api/drafts/{draft}"
    assert [one["code"] for one in client.get(f"{address}/findings").json() if not one["suppressed"]] == [
        "weekday-wrong"
    ]
    body, rule = {"reason": "Citat"}, f"{address}/suppressions/weekday-wrong"
    assert client.put(rule, body, content_type="application/json").status_code == 204
    assert [one["code"] for one in client.get(f"{address}/findings").json() if one["suppressed"]] == ["weekday-wrong"]
    assert client.delete(rule).status_code == 204
