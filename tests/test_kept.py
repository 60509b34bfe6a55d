"""What is laid into the database as rows is what the actions make there."""

import pytest
from django.db import transaction
from tests.cast import CHARACTERS, Character, enter, found
from tests.kept import everything, laid

from raadhus.core.audit.public import verify
from raadhus.kernel.roles import Role

# What differs each time the actions run: numbers that the database gives, salts, and what is made of them.
OWN = {
    "id",
    "user_id",
    "password",
    "salt",
    "personal_digest",
    "digests",
    "mac",
    "previous_mac",
    "head_mac",
    "segment_start_mac",
}


def told(tables):
    return {
        name: sorted(
            ({one: value for one, value in zip(columns, row, strict=True) if one not in OWN} for row in rows), key=repr
        )
        for name, (columns, rows) in tables.items()
        if rows
    }


def outcome(make):
    """Return what the database holds when this is made, and take it back. A database tells rows in any order."""
    with transaction.atomic():
        make()
        made = everything()
        transaction.set_rollback(True)
    return {name: (columns, sorted(rows, key=repr)) for name, (columns, rows) in made.items()}


def people(now):
    for character in CHARACTERS:
        enter(character, now)


def whole(now, name):
    laid((name, "people"), lambda: people(now))
    laid((name, "house"), lambda: found(now))


def test_the_second_time_brings_the_very_rows_of_the_first(db, now):
    first, second = (outcome(lambda: whole(now, "rows")) for _ in range(2))
    assert first == second
    assert sum(len(rows) for _, rows in second.values()) > 100


def test_laid_rows_are_those_of_the_actions(db, now):
    outcome(lambda: whole(now, "actions"))
    anew = outcome(lambda: (people(now), found(now)))
    assert told(outcome(lambda: whole(now, "actions"))) == told(anew)


def test_the_trail_of_laid_rows_verifies(db, now):
    outcome(lambda: whole(now, "trail"))
    whole(now, "trail")
    assert verify().findings == ()


def test_where_something_was_written_before_the_actions_run_again(db, now):
    guest = Character(Role.EMPLOYEE, "gerda-gran", "Gerda Gran")
    outcome(lambda: whole(now, "guest"))
    enter(guest, now)
    whole(now, "guest")
    accounts = told(everything())["access_account"]
    assert {one["person_key"] for one in accounts} == {guest.key, *(one.key for one in CHARACTERS)}
    assert len(accounts) == len(CHARACTERS) + 1
    assert verify().findings == ()


@pytest.mark.django_db(transaction=True)
def test_rows_are_laid_for_a_server_too(now):
    for _ in range(2):
        with transaction.atomic():
            whole(now, "server")
            transaction.set_rollback(True)
    whole(now, "server")
    assert len(told(everything())["organisation_personrecord"]) == len(CHARACTERS)
