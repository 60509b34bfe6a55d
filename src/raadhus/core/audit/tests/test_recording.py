from datetime import UTC, datetime

import pytest
from django.db import Error, connection, transaction

from raadhus.core.audit import public as audit
from raadhus.core.audit.models import Entry, Head, Personal, Seal
from raadhus.kernel.actors import Actor, ActorKind

NOW = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
METTE = Actor(ActorKind.PERSON, "mette", "Mette Prøve")
SUBJECT = audit.Subject("audit_segment", "1", "segment 1")

pytestmark = pytest.mark.django_db


def record(event="audit.dropped", now=NOW, **more):
    audit.record(actor=METTE, event=event, subject=SUBJECT, data={"entries": 3}, now=now, **more)


def test_an_entry_is_chained_to_the_one_before():
    record()
    record()
    first, second = Entry.objects.order_by("sequence")
    assert (first.sequence, second.sequence, second.previous_mac) == (1, 2, first.mac)


def test_an_event_that_nobody_registered_is_refused():
    with pytest.raises(audit.UnknownEvent):
        record(event="audit.invented")


def test_the_trail_of_a_thing_reads_as_sentences():
    record()
    (line,) = audit.trail("audit_segment", "1")
    assert (line.actor_name, line.sentence) == ("Mette Prøve", "slettede segment 1 med 3 poster efter udløb")


def test_personal_content_lies_outside_the_chain():
    record(personal={"name": "Ole Opdigtet"})
    entry = Entry.objects.get()
    assert "Ole" not in str(Entry.objects.values().get())
    assert "Ole" in Personal.objects.get(pk=entry.sequence).content


def test_what_is_rolled_back_leaves_no_entry():
    with transaction.atomic():
        record()
        transaction.set_rollback(True)
    assert audit.anchors() == ()


def test_a_new_month_begins_a_new_segment():
    record()
    record(now=datetime(2026, 4, 1, 8, 0, tzinfo=UTC))
    assert Seal.objects.get().entries == 1
    assert list(Entry.objects.order_by("sequence").values_list("segment", "event")) == [
        (1, "audit.dropped"),
        (2, "audit.sealed"),
        (2, "audit.dropped"),
    ]


def test_sealing_an_empty_segment_does_nothing():
    assert audit.seal(actor=METTE, now=NOW) is None


@pytest.mark.parametrize(
    "deed",
    [
        "UPDATE audit_entry SET actor_name = 'En Anden' WHERE sequence = 1",
        "DELETE FROM audit_entry WHERE sequence = 1",
        "UPDATE audit_seal SET entries = 7",
        "DELETE FROM audit_seal",
        "UPDATE audit_personal SET content = '{}'",
        "DELETE FROM audit_personal",
        "UPDATE audit_head SET sequence = 1",
        "DELETE FROM audit_head",
    ],
)
def test_the_database_refuses_to_change_or_remove_rows(deed):
    record(personal={"name": "Ole Opdigtet"})
    audit.seal(actor=METTE, now=NOW)
    with pytest.raises(Error, match="append-only"), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(deed)


def test_the_database_refuses_to_replace_a_row():
    if connection.vendor != "sqlite":
        pytest.skip("only SQLite can replace")
    record()
    with pytest.raises(Error, match="append-only"), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("INSERT OR REPLACE INTO audit_head SELECT * FROM audit_head")


def test_the_database_refuses_to_empty_the_trail_at_once():
    if connection.vendor != "postgresql":
        pytest.skip("only PostgreSQL can truncate")
    with pytest.raises(Error, match="append-only"), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("TRUNCATE audit_entry CASCADE")


def test_the_head_says_where_the_chain_ends():
    record()
    assert (Head.objects.get().sequence, Head.objects.get().mac) == (1, Entry.objects.get().mac)
