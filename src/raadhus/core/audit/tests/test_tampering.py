"""Tampering with the database itself, as somebody could who may write there but does not hold the key."""

import importlib
import json
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from click.testing import CliRunner
from django.db import connection

from raadhus.config.cli import main
from raadhus.core.audit import public as audit
from raadhus.core.audit.models import Entry, Personal
from raadhus.core.audit.rules.segments import TooEarly
from raadhus.kernel.actors import system

guards = importlib.import_module("raadhus.core.audit.migrations.0002_guards")
NOW = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
LATER = NOW + timedelta(days=2000)
CREW = system("tests", "Prøverne")
FIVE_YEARS = timedelta(days=1826)

pytestmark = pytest.mark.django_db


def record(number, now=NOW):
    subject = audit.Subject("unit", f"enhed-{number}", f"Enhed {number}")
    personal = {"name": f"Person {number}"} if number % 2 else None
    audit.record(
        actor=CREW, event="audit.dropped", subject=subject, data={"entries": number}, personal=personal, now=now
    )


@pytest.fixture
def trail():
    """Ten rows: 1-5, the seal's own row 6 and on to 10; the guards are lifted."""
    for number in range(1, 6):
        record(number)
    audit.seal(actor=CREW, now=NOW)
    for number in range(7, 11):
        record(number)
    guards.execute(connection, guards.STATEMENTS[connection.vendor][0])


def sql(statement):
    with connection.cursor() as cursor:
        cursor.execute(statement)


def found(**more):
    return [(one.kind.value, one.sequence, one.until) for one in audit.verify(**more).findings]


def test_what_was_recorded_verifies(trail):
    report = audit.verify(anchors=audit.anchors())
    assert (report.is_sound, report.entries, report.anchors_checked) == (True, 10, 2)


@pytest.mark.parametrize(
    ("change", "group"),
    [
        ("at = '2026-03-02 09:00:00.000001'", "when"),
        ("actor_kind = 'person'", "actor"),
        ("actor_key = 'x'", "actor"),
        ("actor_name = 'En Anden'", "actor"),
        ("event = 'audit.sealed'", "event"),
        ("subject_kind = 'x'", "subject"),
        ("subject_key = 'x'", "subject"),
        ("subject_label = 'x'", "subject"),
        ("data = '{}'", "data"),
        ("previous_mac = mac", "previous_mac"),
        ("mac = previous_mac", "mac"),
        ("segment = 2", "mac"),
    ],
)
def test_an_edited_column_is_found_in_its_row(trail, change, group):
    sql("UPDATE audit_entry SET " + change + " WHERE sequence = 4")  # noqa: S608 - the changes are those listed above
    (finding,) = audit.verify().findings
    assert (finding.kind.value, finding.sequence, finding.fields) == ("edited", 4, (group,))


@pytest.mark.parametrize(
    ("deed", "expected"),
    [
        ("DELETE FROM audit_entry WHERE sequence = 4", [("deleted", 4, 4)]),
        ("DELETE FROM audit_entry WHERE sequence > 8", [("cut_off", 9, 10)]),
        ("DELETE FROM audit_entry WHERE sequence < 3", [("deleted", 1, 2)]),
        ("DELETE FROM audit_head", [("head", None, None)]),
        ("UPDATE audit_head SET sequence = 8", [("head", 8, None), ("head", 8, None)]),
        ("DELETE FROM audit_seal", [("seal_missing", None, None)]),
        ("UPDATE audit_seal SET sealed_at = '2026-01-01 00:00:00'", [("seal", None, None)]),
        ("DELETE FROM audit_personal WHERE entry_id = 3", [("personal", 3, None)]),
        ("UPDATE audit_personal SET content = '{}' WHERE entry_id = 3", [("personal", 3, None)]),
    ],
)
def test_other_deeds_are_found_too(trail, deed, expected):
    sql(deed)
    assert [one for one in found() if one[0] != "inserted"] == expected


def test_text_that_is_no_moment_is_found(trail):
    if connection.vendor != "sqlite":
        pytest.skip("only SQLite lets text stand where a moment should")
    sql("UPDATE audit_entry SET at = 'i går' WHERE sequence = 4")
    assert found() == [("edited", 4, None)]


def test_bytes_that_are_no_text_are_found(trail):
    if connection.vendor != "sqlite":
        pytest.skip("only SQLite lets bytes stand where text should")
    sql("UPDATE audit_entry SET event = x'ff00' WHERE sequence = 4")
    assert found() == [("edited", 4, None)]


def test_a_segment_past_its_retention_is_dropped_whole_and_the_rest_verifies(trail):
    anchors = audit.anchors()
    guards.execute(connection, guards.STATEMENTS[connection.vendor][1])
    audit.drop(actor=CREW, segment=1, retention=FIVE_YEARS, now=LATER)
    report = audit.verify(anchors=anchors)
    assert (report.is_sound, report.dropped, report.anchors_checked) == (True, 1, 2)
    assert (Entry.objects.order_by("sequence").first().sequence, Personal.objects.filter(entry_id__lt=6).count()) == (
        6,
        0,
    )


def test_a_segment_is_dropped_once_and_not_too_early(trail):
    with pytest.raises(TooEarly):
        audit.drop(actor=CREW, segment=1, retention=FIVE_YEARS, now=NOW)
    with pytest.raises(audit.NoSuchSegment):
        audit.drop(actor=CREW, segment=2, retention=FIVE_YEARS, now=LATER)


def test_personal_content_can_be_erased_and_the_chain_still_verifies(trail):
    subject = audit.Subject("unit", "enhed-3", "Enhed 3")
    assert audit.erase_personal(actor=CREW, subject=subject, reason="Retten til sletning", now=NOW) == 1
    assert audit.verify().is_sound
    assert not Personal.objects.filter(pk=3).exists()
    with pytest.raises(audit.NothingToErase):
        audit.erase_personal(actor=CREW, subject=subject, reason="Igen", now=NOW)


def run(*arguments):
    return CliRunner().invoke(main, ["audit", *map(str, arguments)])


def test_the_command_says_where_and_exits_with_one(trail):
    sql("UPDATE audit_entry SET actor_name = 'En Anden' WHERE sequence = 4")
    result = run("verify")
    assert result.exit_code == 1
    assert "Post 4 i segment 1 er rettet: hvem der handlede." in result.output


def test_the_command_answers_in_json(trail):
    result = run("verify", "--json")
    assert result.exit_code == 0
    assert {"sound": True, "entries": 10, "findings": []}.items() <= json.loads(result.output).items()


def test_an_anchor_file_finds_an_older_state_of_the_whole_database(trail, tmp_path):
    earlier = list(Entry.objects.order_by("sequence").values("sequence", "segment", "mac"))[8]
    file = Path(tmp_path, "anker.json")
    file.write_text(json.dumps({"anchors": [{**earlier, "sequence": 12}]}), encoding="utf-8")
    result = run("verify", "--anchor", file)
    assert (result.exit_code, "Enden er skåret af: Post 11 til 12 mangler." in result.output) == (1, True)


def test_the_anchors_command_writes_what_verify_reads(trail, tmp_path):
    file = Path(tmp_path, "anker.json")
    assert run("anchors", "--out", file).exit_code == 0
    assert "2 ankre passer" in run("verify", "--anchor", file).output


@pytest.mark.parametrize("content", ["", "{}", "[]", '{"anchors": [{"sequence": 1}]}', "\0\0", "{"])
def test_a_file_that_holds_no_anchors_is_wrong_input(trail, tmp_path, content):
    file = Path(tmp_path, "anker.json")
    file.write_text(content, encoding="utf-8")
    result = run("verify", "--anchor", file)
    assert (result.exit_code, result.output.count("\n")) == (2, 1)


def test_sealing_from_the_command_line_says_what_was_sealed(trail):
    guards.execute(connection, guards.STATEMENTS[connection.vendor][1])
    assert "Segment 2 er forseglet med 5 poster" in run("seal").output
    assert run("drop", 1).exit_code == 2
