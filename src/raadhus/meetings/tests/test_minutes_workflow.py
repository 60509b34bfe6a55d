"""Minutes are put up, approved, signed and completed; who may not is refused with a sentence, and nothing signed changes."""

from datetime import date, timedelta

import pytest
from django.db import DatabaseError, connection, transaction

from raadhus.core.audit.public import trail
from raadhus.kernel.actors import PUBLIC, Actor, ActorKind
from raadhus.kernel.errors import Conflict, NotAllowed, NotFound, WrongInput
from raadhus.kernel.roles import Role
from raadhus.meetings import actions
from raadhus.meetings.models import AgendaItem, Decision, MinutesLeaf, MinutesStatement, MinutesVersion, Signatory
from raadhus.meetings.models.freezing import SignatoryGiven
from raadhus.meetings.models.guards import lift_guards, set_guards
from raadhus.meetings.queries.disclosing import disclosed_meeting
from raadhus.meetings.queries.locked import PutUp
from raadhus.meetings.queries.signed_minutes import check_signed, differences, signed_minutes_file
from raadhus.meetings.rules.signing.demands import CannotSign, SignerPart
from raadhus.meetings.rules.signing.signed_file import read_signed
from raadhus.meetings.rules.signing.statements import Act
from raadhus.meetings.rules.signing.verification import verify
from raadhus.meetings.tests.papers import CANARY, reading

CHAIR, MEMBER, ABSENT, OUTSIDE = Role.CHIEF_EXECUTIVE, Role.EMPLOYEE, Role.HR, Role.DPO


@pytest.fixture
def put_up(confirmed, cast, now):
    """A meeting whose minutes are up: the chief executive chaired, an employee was there, HR was absent."""
    people = [
        SignatoryGiven(cast[CHAIR].name, cast[CHAIR].key, SignerPart.CHAIR),
        SignatoryGiven(cast[MEMBER].name, cast[MEMBER].key, SignerPart.SUBSTITUTE, "Alma Birk"),
        SignatoryGiven(cast[ABSENT].name, cast[ABSENT].key, SignerPart.MEMBER, present=False),
    ]
    given = {"signatories": people, "rule": "all_present", "deadline": now.date() + timedelta(days=7)}
    actions.put_up_document(actor=cast[Role.SECRETARY], meeting_id=confirmed, **given, now=now)
    return confirmed


@pytest.fixture
def sign(cast, now):
    def sign_as(meeting, role, act=Act.SIGNED, **more):
        given = {"version_number": 1, "confirmed_at": now, "now": now} | more
        return actions.sign_minutes(actor=cast[role], meeting_id=meeting, act=act, **given)

    return sign_as


@pytest.fixture
def signed(put_up, sign):
    assert [sign(put_up, CHAIR), sign(put_up, MEMBER)] == [False, True]
    return put_up


@pytest.fixture
def secretary(cast):
    return cast[Role.SECRETARY]


def report(meeting, viewer, now, *, closed=False):
    return verify(read_signed(signed_minutes_file(viewer=viewer, meeting_id=meeting, closed=closed, now=now)[1]))


def test_signed_minutes_verify_for_the_public_and_whole(signed, secretary, now):
    actions.publish_meeting(actor=secretary, meeting_id=signed, accept_warnings=True, now=now)
    public, whole = report(signed, PUBLIC, now), report(signed, secretary, now, closed=True)
    assert (public.flaws, whole.flaws) == ((), ())
    assert [one.title for one in public.items] == ["Lukket", "Budget for 2027"]
    acts = [(one.statement.act, one.statement.name) for one in public.statements]
    assert acts == [(Act.SIGNED, "Karl Krage"), (Act.SIGNED, "Mette Mose"), (Act.COMPLETED, "Direktionen")]
    assert public.statements[1].statement.on_behalf_of == "Alma Birk"


def test_the_public_file_holds_nothing_closed(signed, secretary, cast, now):
    actions.publish_meeting(actor=secretary, meeting_id=signed, accept_warnings=True, now=now)
    assert CANARY not in signed_minutes_file(viewer=PUBLIC, meeting_id=signed, now=now)[1].decode()
    with pytest.raises(NotAllowed):
        signed_minutes_file(viewer=cast[Role.CENTRE_HEAD], meeting_id=signed, closed=True, now=now)
    assert CANARY in signed_minutes_file(viewer=secretary, meeting_id=signed, closed=True, now=now)[1].decode()


def test_no_root_is_given_out_before_all_have_signed(put_up, sign, secretary, now):
    sign(put_up, CHAIR)
    with pytest.raises(NotFound):
        signed_minutes_file(viewer=secretary, meeting_id=put_up, now=now)


@pytest.mark.parametrize(
    ("role", "sentence"),
    [(ABSENT, "fraværende"), (OUTSIDE, "ikke som deltager"), (Role.SECRETARY, "ikke som deltager")],
)
def test_who_was_not_there_cannot_sign(put_up, sign, role, sentence):
    for act in (Act.SIGNED, Act.SIGNED_WITH_RESERVATION, Act.REFUSED):
        with pytest.raises(CannotSign, match=sentence):
            sign(put_up, role, act, remark="x")
    assert not MinutesStatement.objects.exists()


def test_nobody_signs_twice(put_up, sign):
    sign(put_up, CHAIR, Act.SIGNED_WITH_RESERVATION, remark="Tallet er forkert.")
    with pytest.raises(CannotSign, match="allerede"):
        sign(put_up, CHAIR)


def test_two_answers_of_one_signatory_are_refused_by_the_database_too(put_up, sign):
    sign(put_up, CHAIR)
    row = MinutesStatement.objects.get()
    row.pk, row.sequence = None, 2
    with pytest.raises(DatabaseError), transaction.atomic():
        row.save(force_insert=True)


def test_a_signature_is_a_persons_own_act_just_now(put_up, sign, cast, now):
    with pytest.raises(CannotSign, match="Bekræft"):
        sign(put_up, CHAIR, confirmed_at=now - timedelta(minutes=6))
    person = cast[CHAIR]
    token = Actor(ActorKind.PERSON, person.key, person.name, frozenset({"meetings.sign_minutes"}))
    with pytest.raises(CannotSign, match="API-nøgle"):
        actions.sign_minutes(actor=token, meeting_id=put_up, version_number=1, confirmed_at=now, now=now)


def test_a_signature_is_on_the_version_that_was_on_the_screen(put_up, sign, secretary, now):
    rows = list(Signatory.objects.order_by("position"))
    actions.withdraw_minutes(actor=secretary, meeting_id=put_up, reason="En tastefejl", now=now)
    people = [SignatoryGiven(one.name, one.person_key, SignerPart(one.part), one.on_behalf_of) for one in rows]
    actions.put_up_document(actor=secretary, meeting_id=put_up, signatories=people, rule="chair", now=now)
    with pytest.raises(Conflict, match="ny version"):
        sign(put_up, CHAIR)
    assert sign(put_up, CHAIR, version_number=2)


def test_after_the_first_signature_nothing_is_withdrawn(put_up, sign, secretary, now):
    sign(put_up, CHAIR)
    with pytest.raises(Conflict, match="tilføjelse"):
        actions.withdraw_minutes(actor=secretary, meeting_id=put_up, reason="x", now=now)


def test_signatures_wait_for_an_objection_to_be_answered(put_up, sign, cast, secretary, now):
    actions.approve_minutes(actor=cast[MEMBER], meeting_id=put_up, approves=False, remark="Punkt 2 er forkert", now=now)
    with pytest.raises(Conflict, match="indsigelse"):
        sign(put_up, CHAIR)
    row = Signatory.objects.get(person_key=cast[MEMBER].key)
    actions.answer_objection(actor=secretary, meeting_id=put_up, signatory_id=row.pk, reply="Fastholdt", now=now)
    assert not sign(put_up, CHAIR)


def test_an_objection_says_why_and_the_absent_make_none(put_up, cast, now):
    with pytest.raises(CannotSign):
        actions.approve_minutes(actor=cast[MEMBER], meeting_id=put_up, approves=False, now=now)
    with pytest.raises(CannotSign, match="fraværende"):
        actions.approve_minutes(actor=cast[ABSENT], meeting_id=put_up, approves=True, now=now)


def test_after_the_deadline_the_secretary_completes_without_those_who_are_missing(put_up, sign, secretary, now):
    sign(put_up, CHAIR)
    with pytest.raises(actions.CannotComplete, match="Mette Mose"):
        actions.complete_minutes(actor=secretary, meeting_id=put_up, now=now + timedelta(days=30))


@pytest.mark.parametrize("verb", ["correct", "confirm", "restore", "describe"])
@pytest.mark.parametrize("state", ["put_up", "signed"])
def test_what_is_put_up_is_not_changed(request, state, verb, secretary, now):
    meeting = request.getfixturevalue(state)
    deeds = {
        "correct": lambda: actions.correct_reading(
            actor=secretary, meeting_id=meeting, number=1, edits={"items.1.title": "Andet"}, now=now
        ),
        "restore": lambda: actions.restore_reading(actor=secretary, meeting_id=meeting, number=1, now=now),
        "confirm": lambda: actions.put_up_document(actor=secretary, meeting_id=meeting, signatories=(), now=now),
        "describe": lambda: actions.describe_closed_item(
            actor=secretary,
            item_id=AgendaItem.objects.get(closed=True).pk,
            public_title="x",
            public_decision="",
            now=now,
        ),
    }
    with pytest.raises(PutUp):
        deeds[verb]()


CHANGES = (
    "UPDATE meetings_minutesleaf SET salt = ''",
    "DELETE FROM meetings_minutesleaf",
    "UPDATE meetings_minutesstatement SET author_name = 'x'",
    "DELETE FROM meetings_minutesstatement",
    "UPDATE meetings_signatory SET present = (1 = 1)",
    "UPDATE meetings_minutesversion SET root = 'x'",
    "UPDATE meetings_minutesversion SET withdrawn_at = put_up_at",
    "DELETE FROM meetings_minutesversion",
    "UPDATE meetings_meeting SET newest_reading_id = NULL",
    "UPDATE meetings_agendaitem SET title = 'x'",
    "UPDATE meetings_decision SET text = 'x'",
    "DELETE FROM meetings_itemsection",
)


@pytest.mark.parametrize("statement", CHANGES)
def test_the_database_refuses_to_change_what_is_signed(signed, statement):
    with pytest.raises(DatabaseError, match="refused"), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement)


def test_whoever_lifts_the_guards_is_found_out_with_the_item(signed, secretary, now):
    version = MinutesVersion.objects.get()
    assert differences(version) == ()
    lift_guards(connection)
    Decision.objects.filter(item__closed=False).update(text="Afvist.")
    found = check_signed(viewer=secretary, now=now)
    assert [(one.item, "nummer 2" in one.sentence) for one in found[0][1]] == [(2, True)]
    set_guards(connection)


def test_a_frozen_leaf_that_was_changed_is_found_out_with_the_item(signed):
    lift_guards(connection)
    leaf = MinutesLeaf.objects.get(position=4)
    MinutesLeaf.objects.filter(pk=leaf.pk).update(content=leaf.content.replace("Budget", "Udgift"))
    found = differences(MinutesVersion.objects.get())
    assert {one.item for one in found} == {2, None}  # the item, and the sum that no longer comes out
    set_guards(connection)


def test_additions_are_shown_at_their_item_and_what_they_correct_stays(signed, secretary, cast, now):
    actions.publish_meeting(actor=secretary, meeting_id=signed, accept_warnings=True, now=now)
    actions.add_correction(actor=cast[MEMBER], meeting_id=signed, text="Beløbet er 12.000 kr.", item=2, now=now)
    actions.add_correction(
        actor=secretary, meeting_id=signed, text=f"{CANARY} tilføjet", item=1, is_public=True, now=now
    )
    actions.add_correction(actor=secretary, meeting_id=signed, text=f"{CANARY} om mødet", now=now)
    shown = disclosed_meeting(viewer=PUBLIC, meeting_id=signed, now=now)
    assert [[one.text for one in item.additions] for item in shown.items] == [[], ["Beløbet er 12.000 kr."]]
    assert shown.additions == ()
    everything = disclosed_meeting(viewer=secretary, meeting_id=signed, now=now)
    assert [len(item.additions) for item in everything.items] == [1, 1]
    assert len(everything.additions) == 1
    data = signed_minutes_file(viewer=PUBLIC, meeting_id=signed, now=now)[1].decode()
    assert CANARY not in data
    assert report(signed, PUBLIC, now).holds


def test_additions_come_after_the_signatures_and_from_those_who_were_there(put_up, sign, cast, secretary, now):
    with pytest.raises(Conflict, match="ikke underskrevet endnu"):
        actions.add_correction(actor=secretary, meeting_id=put_up, text="x", now=now)
    for role in (ABSENT, OUTSIDE):
        with pytest.raises(NotAllowed):
            actions.add_correction(actor=cast[role], meeting_id=put_up, text="x", now=now)


@pytest.mark.parametrize(("text", "item"), [("", None), ("x", 3), ("x", 0), ("Om 010190-1234", 2)])
def test_an_addition_that_cannot_be_shown_is_refused(signed, secretary, now, text, item):
    with pytest.raises(WrongInput):
        actions.add_correction(actor=secretary, meeting_id=signed, text=text, item=item, now=now)


def test_a_reservation_is_for_everybody_only_when_its_author_says_so(put_up, sign, secretary, now):
    sign(put_up, CHAIR, Act.SIGNED_WITH_RESERVATION, remark="Åbent forbehold", remark_is_public=True)
    sign(put_up, MEMBER, Act.REFUSED, remark=f"{CANARY} begrundelse")
    actions.publish_meeting(actor=secretary, meeting_id=put_up, accept_warnings=True, now=now)
    data = signed_minutes_file(viewer=PUBLIC, meeting_id=put_up, now=now)[1].decode()
    assert ("Åbent forbehold" in data, CANARY in data) == (True, False)


def test_the_trail_tells_each_act_and_nothing_closed(signed, cast):
    said = [entry.sentence for entry in trail("meeting", signed)]
    assert sum("underskrev version 1" in one for one in said) == 2
    assert CANARY not in repr(said)


def test_only_confirmed_minutes_are_put_up(imported, secretary, now):
    with pytest.raises(WrongInput, match="Bekræft"):
        actions.put_up_document(actor=secretary, meeting_id=imported, signatories=(), now=now)


def test_who_the_minutes_print_as_absent_was_absent_whatever_is_given(import_paper, cast, secretary, now):
    meeting = import_paper(reading(absent=("Karl Krage",))).meeting_id
    actions.confirm_reading(actor=secretary, meeting_id=meeting, number=1, now=now)
    people = [SignatoryGiven("Karl Krage", cast[CHAIR].key, SignerPart.CHAIR)]
    with pytest.raises(CannotSign):
        actions.put_up_document(actor=secretary, meeting_id=meeting, signatories=people, rule="chair", now=now)


def test_a_deadline_in_the_past_is_refused(confirmed, secretary, now):
    with pytest.raises(WrongInput, match="Fristen"):
        actions.put_up_document(
            actor=secretary, meeting_id=confirmed, signatories=(), deadline=date(2020, 1, 1), now=now
        )
