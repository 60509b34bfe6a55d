"""Payroll's sources: set up, changed with before and after in the trail, and CPR numbers only by their own right."""

from dataclasses import replace
from datetime import timedelta

import pytest

from raadhus.core.audit.public import trail
from raadhus.core.workforce.actions.sources import accept_cpr, create_source, refuse_cpr, set_source
from raadhus.core.workforce.models import PayrollSource
from raadhus.core.workforce.queries.sources import source, sources
from raadhus.core.workforce.rules.mapping import CodeMeaning
from raadhus.core.workforce.rules.profiles import OWN_ABSENCES, OWN_EMPLOYMENTS
from raadhus.core.workforce.rules.vocabulary import AbsenceKind
from raadhus.kernel.errors import Conflict, NotAllowed, WrongInput
from raadhus.kernel.roles import Role


@pytest.fixture
def made(cast, now):
    return create_source(actor=cast[Role.HR], name="SD Løn, fravær", mapping=OWN_ABSENCES, now=now)


def test_a_source_gets_a_key_of_its_name_and_is_in_use(made, cast, now):
    assert (made.key, made.is_active, made.accepts_cpr) == ("sd-loen-fravaer", True, False)
    assert sources(cast[Role.AUDITOR], now=now)[0].mapping == OWN_ABSENCES


def test_a_change_keeps_what_stood_before_in_the_trail(made, cast, now):
    codes = {**OWN_ABSENCES.codes, "x7": CodeMeaning(AbsenceKind.SICKNESS, sends_notification=False)}
    mapping = replace(OWN_ABSENCES, codes=codes, columns={**OWN_ABSENCES.columns, "first": "Start"})
    set_source(actor=cast[Role.HR], key=made.key, name="Fravær", mapping=mapping, now=now)
    said = trail("payroll_source", made.key)[-1].sentence
    assert "ingen« blev »Sygdom, sender ikke anmeldelse" in said
    assert "»first« blev »Start«" in said
    assert "»SD Løn, fravær« blev »Fravær«" in said


def test_saving_the_same_leaves_no_trace(made, cast, now):
    later = now + timedelta(hours=1)
    set_source(actor=cast[Role.HR], key=made.key, name=made.name, mapping=made.mapping, now=later)
    assert len(trail("payroll_source", made.key)) == 1
    assert PayrollSource.objects.get().changed_at == now


def test_a_later_change_by_somebody_else_is_not_overwritten(made, cast, now):
    later = now + timedelta(hours=1)
    set_source(actor=cast[Role.HR], key=made.key, name="Andet", mapping=made.mapping, now=later)
    with pytest.raises(Conflict):
        set_source(actor=cast[Role.HR], key=made.key, name="Mit", mapping=made.mapping, base=now, now=later)
    assert PayrollSource.objects.get().name == "Andet"


@pytest.mark.parametrize(
    "given",
    [
        ("sd-loen-fravaer", "Fravær", OWN_EMPLOYMENTS),
        ("Store Bogstaver", "Fravær", OWN_ABSENCES),
        ("ny", "  ", OWN_ABSENCES),
        ("ny", "Fravær", replace(OWN_ABSENCES, codes={})),
    ],
)
def test_what_cannot_be_is_refused_with_a_sentence(made, cast, now, given):
    key, name, mapping = given
    with pytest.raises(WrongInput, match=r"\.$"):
        set_source(actor=cast[Role.HR], key=key, name=name, mapping=mapping, now=now)
    assert PayrollSource.objects.get().name == made.name


def test_two_sources_cannot_have_one_name(made, cast, now):
    with pytest.raises(WrongInput, match="allerede"):
        create_source(actor=cast[Role.HR], name=" SD løn fravær", mapping=OWN_ABSENCES, now=now)


def test_only_the_dpo_lets_cpr_numbers_in_and_hr_may_shut_them_out_again(made, cast, now):
    with pytest.raises(NotAllowed):
        accept_cpr(actor=cast[Role.HR], key=made.key, reason="Nødvendigt", now=now)
    with pytest.raises(WrongInput, match="begrundelse"):
        accept_cpr(actor=cast[Role.DPO], key=made.key, reason=" ", now=now)
    assert accept_cpr(actor=cast[Role.DPO], key=made.key, reason="Overgang til nyt system", now=now).accepts_cpr
    assert not refuse_cpr(actor=cast[Role.HR], key=made.key, reason="Overgangen er slut", now=now).accepts_cpr
    assert [entry.actor_name for entry in trail("payroll_source", made.key)][1:] == ["Dorte Due", "Hanne Hassel"]


def test_the_page_offers_only_what_the_viewer_may(made, cast, now):
    offered = {role: source(cast[role], made.key, now=now) for role in (Role.HR, Role.DPO, Role.AUDITOR)}
    assert [(one.may_set, one.may_import, one.may_accept_cpr) for one in offered.values()] == [
        (True, True, False),
        (False, False, True),
        (False, False, False),
    ]
