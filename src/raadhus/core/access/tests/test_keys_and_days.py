"""The moment that a key, a role or an account stops to count, and what is left when nothing changed."""

from datetime import UTC, datetime, timedelta

import pytest

from raadhus.core.access.actions.accounts import close_account, reopen_account
from raadhus.core.access.actions.profile import UnknownLanguage, choose_language
from raadhus.core.access.actions.roles import CannotEndRole, CannotGrantRole, end_role, grant_role
from raadhus.core.access.actions.tokens import CannotCreateToken, create_token, revoke_token
from raadhus.core.access.models import Account
from raadhus.core.access.rules.tokens import LONGEST_LIFE, USE_PRECISION, is_usable, use_is_news
from raadhus.core.audit.public import trail
from raadhus.kernel.actors import system
from raadhus.kernel.errors import NotAllowed
from raadhus.kernel.roles import Role

NOON, SECOND = datetime(2026, 3, 2, 12, 0, tzinfo=UTC), timedelta(seconds=1)
STAGE = system("tests", "Prøverne")


def test_a_key_is_usable_until_the_moment_it_expires_and_not_at_it():
    assert is_usable(expires_at=NOON, revoked_at=None, now=NOON - SECOND)
    assert not is_usable(expires_at=NOON, revoked_at=None, now=NOON)
    assert not is_usable(expires_at=NOON, revoked_at=NOON, now=NOON - SECOND)


def test_a_use_is_written_down_again_after_five_minutes():
    assert use_is_news(None, NOON)
    assert not use_is_news(NOON, NOON + USE_PRECISION - SECOND)
    assert use_is_news(NOON, NOON + USE_PRECISION)


@pytest.mark.parametrize(("life", "may"), [(0 * SECOND, False), (LONGEST_LIFE, True), (LONGEST_LIFE + SECOND, False)])
def test_a_key_lives_for_more_than_nothing_and_at_most_a_year(cast, now, life, may):
    given = {"actor": cast[Role.EMPLOYEE], "name": "Prøve", "verbs": ["access.read_policy"], "now": now}
    if may:
        assert create_token(expires_at=now + life, **given).key
    else:
        with pytest.raises(CannotCreateToken, match="senest om et år"):
            create_token(expires_at=now + life, **given)


def told(person, word):
    return [entry for entry in trail("account", person.key) if entry.event.endswith(word)]


def test_what_is_done_twice_is_told_once(cast, now):
    owner, administrator = cast[Role.EMPLOYEE], cast[Role.ADMINISTRATOR]
    made = create_token(
        actor=owner, name="Prøve", verbs=["access.read_policy"], expires_at=now + timedelta(days=1), now=now
    )
    for _ in range(2):
        revoke_token(actor=owner, token_id=made.id, now=now)
    for verb in (close_account, close_account, reopen_account, reopen_account):
        verb(actor=administrator, person_key=owner.key, now=now)
    assert [len(told(owner, word)) for word in ("token_revoked", "account_closed", "account_reopened")] == [1, 1, 1]


def test_nobody_but_the_administrator_shuts_or_opens_an_account(cast, now):
    for verb in (close_account, reopen_account):
        with pytest.raises(NotAllowed):
            verb(actor=cast[Role.HR], person_key=cast[Role.EMPLOYEE].key, now=now)


@pytest.mark.parametrize(("begun", "left", "said"), [(9, -1, "tidligst"), (0, 0, "mindst en dag"), (9, 5, "allerede")])
def test_a_role_ends_on_no_day_gone_by_nor_before_it_was_nor_later_than_it_does(cast, now, begun, left, said):
    today = now.date()
    given = {"actor": STAGE, "person_key": cast[Role.EMPLOYEE].key, "role": Role.DPO, "unit": None, "now": now}
    granted = grant_role(start=today - timedelta(days=begun), end=today + timedelta(days=5), **given)
    with pytest.raises(CannotEndRole, match=said):
        end_role(actor=STAGE, grant_id=granted.id, end=today + timedelta(days=left), now=now)


def test_a_role_of_no_days_and_one_that_all_have_are_not_granted(cast, now):
    given = {"actor": STAGE, "person_key": cast[Role.EMPLOYEE].key, "unit": None, "start": now.date(), "now": now}
    with pytest.raises(CannotGrantRole, match="efter den dag"):
        grant_role(role=Role.DPO, end=now.date(), **given)
    with pytest.raises(CannotGrantRole, match="ikke en rolle"):
        grant_role(role=Role.EMPLOYEE, **given)


def test_who_administers_one_unit_gives_no_role_elsewhere(cast, now):
    given = {"start": now.date(), "now": now}
    grant_role(actor=STAGE, person_key=cast[Role.HR].key, role=Role.ADMINISTRATOR, unit="fdc", **given)
    for unit in ("sac", None):
        with pytest.raises(NotAllowed):
            grant_role(actor=cast[Role.HR], person_key="mette-mose", role=Role.DPO, unit=unit, **given)
    assert grant_role(actor=cast[Role.HR], person_key="mette-mose", role=Role.DPO, unit="fdc", **given)


def test_a_language_the_house_does_not_speak_is_refused(cast, now):
    person = cast[Role.EMPLOYEE]
    choose_language(actor=person, language="en", now=now)
    with pytest.raises(UnknownLanguage):
        choose_language(actor=person, language="sv", now=now)
    assert set(Account.objects.filter(language="en").values_list("person_key", flat=True)) == {person.key}
