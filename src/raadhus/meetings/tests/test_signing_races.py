"""Two at once: the same person twice, two people, and a signature against a withdrawal. Exactly one chain comes out, and it verifies."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connection

from raadhus.kernel.errors import DomainError
from raadhus.kernel.roles import Role
from raadhus.meetings import actions
from raadhus.meetings.models import MinutesStatement, MinutesVersion
from raadhus.meetings.models.freezing import SignatoryGiven
from raadhus.meetings.queries.signed_minutes import differences
from raadhus.meetings.rules.signing.demands import SignerPart

pytestmark = pytest.mark.django_db(transaction=True)
CHAIR, MEMBER = Role.CHIEF_EXECUTIVE, Role.EMPLOYEE


@pytest.fixture
def put_up(transactional_db, confirmed, cast, now):
    people = [
        SignatoryGiven(cast[CHAIR].name, cast[CHAIR].key, SignerPart.CHAIR),
        SignatoryGiven(cast[MEMBER].name, cast[MEMBER].key, SignerPart.MEMBER),
    ]
    secretary = cast[Role.SECRETARY]
    actions.put_up_document(actor=secretary, meeting_id=confirmed, signatories=people, rule="all_present", now=now)
    return confirmed


def at_once(*deeds):
    """Do all at once; return how many could be done."""

    def run(deed):
        try:
            deed()
        except DomainError:
            return 0
        finally:
            connection.close()
        return 1

    with ThreadPoolExecutor(len(deeds)) as pool:
        return sum(pool.map(run, deeds))


def signing(cast, meeting, role, now):
    given = {"version_number": 1, "confirmed_at": now, "now": now}
    return lambda: actions.sign_minutes(actor=cast[role], meeting_id=meeting, **given)


def test_one_who_signs_twice_at_once_has_signed_once(put_up, cast, now):
    assert at_once(*(signing(cast, put_up, CHAIR, now) for _ in range(4))) == 1
    assert MinutesStatement.objects.count() == 1


def test_two_who_sign_at_once_are_one_chain_that_is_complete(put_up, cast, now):
    assert at_once(signing(cast, put_up, CHAIR, now), signing(cast, put_up, MEMBER, now)) == 2
    assert list(MinutesStatement.objects.order_by("sequence").values_list("sequence", flat=True)) == [1, 2, 3]
    assert differences(MinutesVersion.objects.get()) == ()


def test_a_signature_and_a_withdrawal_at_once_are_one_of_the_two(put_up, cast, now):
    secretary = cast[Role.SECRETARY]

    def withdraw():
        actions.withdraw_minutes(actor=secretary, meeting_id=put_up, reason="x", now=now)

    assert at_once(signing(cast, put_up, CHAIR, now), withdraw) == 1
    version = MinutesVersion.objects.get()
    assert (version.withdrawn_at is None) == MinutesStatement.objects.exists()
