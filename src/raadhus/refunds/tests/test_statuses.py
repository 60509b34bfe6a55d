"""NemRefusion's statuses: read in the styles people write, all or nothing, matched, and told again without effect."""

import io
from datetime import date

import pytest
from openpyxl import Workbook
from tests.cast import NOW

from raadhus.core.audit.models import Entry
from raadhus.kernel.actors import system
from raadhus.kernel.errors import NotAllowed
from raadhus.kernel.roles import Role
from raadhus.refunds.actions.recalculating import recalculate
from raadhus.refunds.actions.statuses import import_statuses
from raadhus.refunds.models import NemRefusionNotice, RefundCase
from raadhus.refunds.queries import keeping

TODAY = date(2026, 3, 16)
HEAD = "employment;first_absence_date;status;notified_date;claimed_date;reason"
SIGNED = "E1;01-12-2025;anmeldt;10-02-2026;;"
CLAIMED = "E1;2025-12-01;claimed;10.2.2026;20/2-2026;"


@pytest.fixture
def give(house, payroll):
    """One absence of E1 from 1 December to 27 February; give a file of rows as HR."""
    payroll.absence(date(2025, 12, 1), date(2026, 2, 27))
    recalculate(actor=house[Role.HR], today=TODAY, now=NOW)

    def run(*rows, head=HEAD, role=Role.HR, data=None):
        text = "\n".join((head, *rows))
        return import_statuses(actor=house[role], file_name="s.csv", data=data or text.encode(), now=NOW)

    return run


def only():
    return RefundCase.objects.get()


def test_a_status_is_written_into_its_case_which_is_worked_out_anew(give):
    run = give(SIGNED)
    assert (run.is_refused, run.rows, run.matched, run.changed) == (False, 1, 1, 1)
    assert (only().standing, only().notified_date, only().lost_days) == ("signed", date(2026, 2, 10), 29)
    run = give(CLAIMED)
    assert (only().standing, only().claimed_date, only().notices.count()) == ("claimed", date(2026, 2, 20), 2)


def test_the_same_file_again_changes_nothing_and_keeps_no_second_notice(give):
    give(CLAIMED)
    before = RefundCase.objects.values().get()
    run = give(CLAIMED)
    assert (run.matched, run.changed, NemRefusionNotice.objects.count()) == (1, 0, 1)
    assert RefundCase.objects.values().get() == before


@pytest.mark.parametrize(
    ("row", "column", "said"),
    [
        (";01-12-2025;anmeldt;10-02-2026;;", "employment", "tomt"),
        ("010203-1234;01-12-2025;anmeldt;10-02-2026;;", "employment", "CPR"),
        ("E1;31-02-2026;anmeldt;10-02-2026;;", "first_absence_date", "31-02-2026"),
        ("E1;01-12-2025;måske;10-02-2026;;", "status", "måske"),
        ("E1;01-12-2025;anmeldt;;;", "notified_date", "datoen skal stå"),
        ("E1;01-12-2025;anmeldt;30-11-2025;;", "notified_date", "før den første"),
        ("E1;01-12-2025;anmeldt;17-03-2026;;", "notified_date", "ikke kommet endnu"),
        ("E1;01-12-2025;udbetalt;10-02-2026;;", "claimed_date", "datoen skal stå"),
        ("E1;01-12-2025;anmodet;10-02-2026;09-02-2026;", "claimed_date", "før anmeldelsen"),
        ("E1;01-12-2025;afvist;10-02-2026;;", "reason", "grunden"),
        ("E1;01-12-2025;kladde;10-02-2026;;", "status", "ikke kan have en dato"),
        (f"E1;01-12-2025;anmeldt;10-02-2026;;{'x' * 501}", "reason", "500"),
        (SIGNED, "", "linje 2"),
    ],
)
def test_one_wrong_row_refuses_the_whole_file_and_is_named(give, row, column, said):
    run = give(SIGNED, row)
    assert (run.is_refused, run.problem_count, run.matched) == (True, 1, 0)
    problem = run.problems[0]
    assert (problem["line"], problem["column"]) == (3, column)
    assert said in problem["message"].replace("kan ikke have", "ikke kan have")
    assert only().notified_date is None
    assert not NemRefusionNotice.objects.exists()


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "tom"),
        (b"employment;status\nE1;anmeldt", "first_absence_date mangler"),
        ((HEAD + ";status\n" + SIGNED + ";").encode(), "to gange"),
        (HEAD.encode(), "ingen rækker"),
        (b"PK\x03\x04halvt", "regneark"),
        (b"\0\1\2", "tekst"),
    ],
)
def test_what_is_no_such_table_is_refused_with_one_sentence(give, data, said):
    run = give(data=data or b" ")
    assert run.is_refused
    assert said in run.problems[0]["message"]


def test_danish_headings_and_a_workbook_are_read(give):
    book = Workbook()
    book.active.append(["Tjenestenummer", "Første fraværsdag", "Tilstand", "Anmeldt", "Anmodet"])
    book.active.append(["E1", date(2025, 12, 1), "Udbetalt", date(2026, 2, 10), date(2026, 2, 20)])
    out = io.BytesIO()
    book.save(out)
    assert give(data=out.getvalue()).changed == 1
    assert only().standing == "paid"


def test_the_nearest_absence_that_covers_the_day_is_taken_and_marked(give):
    give("E1;03-12-2025;anmeldt;10-02-2026;;")
    assert only().notified_date == date(2026, 2, 10)
    assert NemRefusionNotice.objects.get().is_nearest
    assert keeping.unmatched(system("t", "T"), NOW) == ()


def test_what_fits_no_absence_is_listed_until_one_comes(give, house, payroll):
    run = give("E1;01-03-2026;anmeldt;10-03-2026;;", "E9;01-03-2026;anmeldt;10-03-2026;;")
    assert (run.matched, run.changed) == (0, 0)
    assert {one.employment for one in keeping.unmatched(house[Role.HR], NOW)} == {"E1", "E9"}
    payroll.employs("E9")
    payroll.absence(date(2026, 3, 1), employment="E9")
    recalculate(actor=house[Role.HR], today=TODAY, now=NOW)
    give("E9;01-03-2026;anmeldt;10-03-2026;;")
    assert {one.employment for one in keeping.unmatched(house[Role.HR], NOW)} == {"E1"}
    assert RefundCase.objects.get(employment="E9").notified_date == date(2026, 3, 10)


def test_the_absence_of_the_very_day_goes_before_one_that_covers_it(give, house, payroll):
    payroll.absence(date(2026, 3, 2))
    recalculate(actor=house[Role.HR], today=TODAY, now=NOW)
    give("E1;03-03-2026;anmeldt;05-03-2026;;", "E1;02-03-2026;anmeldt;04-03-2026;;")
    assert RefundCase.objects.get(first_date=date(2026, 3, 2)).notified_date == date(2026, 3, 4)
    assert [one.first for one in keeping.unmatched(house[Role.HR], NOW)] == [date(2026, 3, 3)]


def test_further_claims_of_the_same_absence_are_kept_as_first_and_newest(give):
    run = give(CLAIMED, CLAIMED.replace("20/2-2026", "10/3-2026"))
    assert (run.rows, run.changed) == (2, 1)
    assert (only().claimed_date, only().latest_claim_date) == (date(2026, 2, 20), date(2026, 3, 10))
    give(CLAIMED.replace("20/2-2026", "15/3-2026"))
    assert (only().claimed_date, only().latest_claim_date) == (date(2026, 2, 20), date(2026, 3, 15))


def test_a_refusal_keeps_its_reason_and_loses_the_rest(give):
    give("E1;01-12-2025;afvist;10-02-2026;20-02-2026;Ikke opfyldt")
    assert (only().standing, only().refusal_reason, only().next_step) == ("refused", "Ikke opfyldt", "nothing")
    assert only().lost_days == 29 + 14


def test_what_turns_out_not_to_be_signed_has_no_date_any_more(give):
    give(SIGNED)
    give("E1;01-12-2025;ikke underskrevet;;;")
    assert (only().standing, only().notified_date) == ("unsigned", None)


def test_hr_s_own_words_survive_and_others_may_not(give):
    RefundCase.objects.update(set_cause="employee", set_year=2026, remark="Kendt")
    give(CLAIMED)
    assert (only().set_cause, only().cause, only().year, only().remark) == ("employee", "employee", 2026, "Kendt")
    with pytest.raises(NotAllowed):
        give(CLAIMED, role=Role.UNIT_LEADER)


def test_the_trail_tells_how_many_and_a_refused_file_how_many_mistakes(give):
    give(CLAIMED)
    give("E1;x;y;z;;", CLAIMED)
    told = Entry.objects.filter(subject_kind="nemrefusion_run").order_by("sequence").values_list("event", flat=True)
    assert list(told) == ["refunds.statuses_imported", "refunds.statuses_refused"]


def test_runs_are_shown_with_their_report(give, house):
    run = give("E1;x;y;z;;")
    shown = keeping.run(house[Role.HR], str(run.pk), NOW)
    assert (shown.is_refused, shown.problem_count) == (True, 1)
    assert keeping.runs(house[Role.ADMINISTRATOR], NOW) == (shown,)


def test_a_wrong_cell_is_named_by_the_file_s_own_word_for_its_column(give):
    table = "Ansættelse;Første sygedag;Status;Anmeldt dato\nE1;01-12-2025;anmeldt;17-03-2099\nE1;01-12-2025;afvist;\n"
    assert [one["column"] for one in give(data=table.encode()).problems] == ["Anmeldt dato", "årsag"]


@pytest.mark.parametrize("row", ["E1;01-12-2025;0101704321;;;", "E1;010170-4321;anmeldt;10-02-2026;;"])
def test_a_cpr_number_in_a_column_that_slipped_is_not_kept_in_the_report(give, row):
    run = give(row)
    assert (run.is_refused, "4321" in str(run.problems)) == (True, False)


def test_a_cpr_number_in_the_reason_is_refused_and_in_the_file_s_name_is_not_kept(give, house):
    run = give("E1;01-12-2025;afvist;;;Mangler svar fra 010170-4321")
    assert (run.is_refused, run.problems[0]["column"]) == (True, "reason")
    run = import_statuses(actor=house[Role.HR], file_name="010170-4321.csv", data=b"a", now=NOW)
    assert (run.file_name, "4321" in str(run.problems)) == ("(CPR).csv", False)


def test_a_sign_that_no_database_keeps_is_told_in_the_report(give):
    book, target = Workbook(), io.BytesIO()
    book.active.append(HEAD.split(";"))
    book.active.append(["E1", "2025-12-01", "afvist", None, None, "Fordi_x0000_"])
    book.save(target)
    run = give(data=target.getvalue())
    assert (run.is_refused, run.problems[0]["column"]) == (True, "reason")


def test_a_cell_as_long_as_a_book_is_told_of_in_one_sentence(give):
    run = give(f"E1;01-12-2025;{'x' * 100_000};;;")
    assert len(run.problems[0]["message"]) <= 500
