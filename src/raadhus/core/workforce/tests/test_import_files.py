"""Files that are half, wrong or of another kind are refused with a clear report; the real ones are read, whatever they are written in."""

import io
from datetime import date

import pytest
from openpyxl import Workbook

from raadhus.core.workforce.models import AbsenceVersion, EmploymentVersion, ImportRun
from raadhus.core.workforce.tests.payroll import ABSENCES, EMPLOYMENTS, give, later, source, told

pytestmark = pytest.mark.django_db

ROW = "e1;2024-01-08;2024-01-12;sickness\n"


def many(count):
    return ABSENCES + "".join(f"e{n};2024-01-08;2024-01-12;sickness\n" for n in range(count))


def workbook(rows):
    book = Workbook()
    for row in rows:
        book.active.append(row)
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


WHOLE_BOOK = workbook(
    [["employment", "first", "last", "code"], *([f"e{n}", "2024-01-08", "", "sickness"] for n in range(300))]
)
BAD = {
    "dos": ("employment;first;last;code;note\ne1;2024-01-08;;sickness;Sk›nne dage\n".encode("cp1252"), "UTF-8"),
    "utf-8 twice": ((ABSENCES + ROW).encode() + "e2;2024-01-08;;Fravær\n".encode().decode("cp1252").encode(), "UTF-8"),
    "no sign at all": ((ABSENCES + "e2;2024-01-08;;\x81\n").encode("latin-1"), "UTF-8"),
    "half of two bytes": ("\N{BYTE ORDER MARK}" + ABSENCES + ROW).encode("utf-16-le")[:-1],
    "junk": bytes((n * n + 7 * n) % 251 for n in range(4000)),
    "heading alone": (ABSENCES, "ingen rækker"),
    "half a workbook": (WHOLE_BOOK[: len(WHOLE_BOOK) // 2], "regneark"),
    "a broken workbook": (WHOLE_BOOK[:200] + bytes(400) + WHOLE_BOOK[600:], "regneark"),
    "a web page": ("<!doctype html><html><body>Log ind</body></html>", ""),
    "half a row": (ABSENCES + ROW + "e2;2024-01-08;2024-", "3 felter"),
    "a person's name": (ABSENCES + "e2;Nora Nord;;sickness\n", "ikke en dato"),
    "a CPR number in a code": (ABSENCES + "e2;2024-01-08;;010170-1234\n", "CPR"),
    "a CPR number in a key": (ABSENCES + "løn 0101701234;2024-01-08;;sickness\n", "CPR"),
    "a bar in a key": ("employment,first,last,code\ne|2,2024-01-08,,sickness\n", "tegn"),
    "too long": (ABSENCES + "e" * 101 + ";2024-01-08;;sickness\n", "plads til 100"),
}


@pytest.mark.parametrize("name", BAD)
def test_a_bad_file_changes_nothing_and_says_why(now, name):
    data, said = BAD[name] if isinstance(BAD[name], tuple) else (BAD[name], "")
    absences = source(now)
    give(absences, ABSENCES + ROW, now)
    refused = give(absences, data, later(now))
    message = refused.problems[0]["message"]
    assert (refused.state, AbsenceVersion.objects.count()) == ("refused", 1)
    assert said in message
    assert ("\n" not in message, "codec" not in message, len(message) < 300) == (True, True, True)


def test_no_report_and_no_name_of_a_file_holds_a_cpr_number_or_a_name(now):
    absences = source(now)
    for bad in BAD.values():
        give(absences, bad[0] if isinstance(bad, tuple) else bad, now, name="fravær 010170-1234.csv")
    kept = str(list(ImportRun.objects.values_list("problems", "file_name")))
    assert not any(word in kept for word in ("0101701234", "010170-1234", "Nora", "Nord"))


def test_a_cpr_number_in_a_column_that_no_field_uses_is_not_read(now):
    given = "employment;first;last;code;cpr\ne1;2024-01-08;;sickness;010170-1234\n"
    assert told(give(source(now), given, now)) == ("done", 1, 0, 0, 0)
    assert "010170" not in str(list(AbsenceVersion.objects.values()))


def test_half_of_a_complete_file_is_refused_until_the_limit_is_raised(now):
    absences = source(now, is_complete=True)
    give(absences, many(100), now)
    refused = give(absences, many(50), later(now))
    assert (refused.state, "50 af 100" in refused.problems[0]["message"]) == ("refused", True)
    absences.mapping |= {"most_gone_percent": 60}
    absences.save()
    assert told(give(absences, many(50), later(now))) == ("done", 0, 0, 50, 50)


def test_a_thousand_problems_are_kept_and_all_are_counted(now):
    refused = give(source(now), ABSENCES + "e1;1;;sickness\n" * 1500, now)
    assert (refused.problem_count, len(refused.problems)) == (1500, 1000)


def test_a_workbook_is_taken_in_like_a_text(now):
    absences = source(now)
    assert told(give(absences, WHOLE_BOOK, now)) == ("done", 300, 0, 0, 0)
    text = ABSENCES + "".join(f"e{n};2024-01-08;;sickness\n" for n in range(300))
    assert told(give(absences, text, later(now))) == ("nothing_new", 0, 0, 300, 0)


def test_terms_that_overlap_known_ones_are_refused_and_take_over_when_those_are_ended(house, now):
    terms = source(now, "own_employments")
    give(terms, EMPLOYMENTS + "e1;p1;;SAC;2023-01-01;;37\n", now)
    newer = "e1;p1;;FDC;2024-01-01;;30\n"
    assert give(terms, EMPLOYMENTS + newer, later(now)).state == "refused"
    ended = EMPLOYMENTS + "e1;p1;;SAC;2023-01-01;2023-12-31;37\n" + newer
    assert told(give(terms, ended, later(now))) == ("done", 1, 1, 0, 0)
    assert EmploymentVersion.objects.filter(known_until=None).count() == 2


def test_a_workbook_loses_neither_days_nor_numbers_nor_the_nought_of_a_cpr_number(house, now):
    heading = ["employment", "person", "unit", "start", "weekly_hours"]
    terms = source(now, "own_employments")
    rows = [[], heading, [100201, 77, "SAC", date(2024, 1, 1), 32.5], [100202, 78, "SAC", date(2024, 1, 1), 37]]
    assert told(give(terms, workbook(rows), now)) == ("done", 2, 0, 0, 0)
    kept = EmploymentVersion.objects.order_by("employment").values_list("employment", "start_date", "weekly_hours")
    assert list(kept) == [("100201", date(2024, 1, 1), 3250), ("100202", date(2024, 1, 1), 3700)]
    refused = give(terms, workbook([heading, [1, 101701234, "SAC", date(2024, 1, 1), 37]]), later(now))
    assert "CPR" in refused.problems[0]["message"]


def test_days_without_end_are_an_empty_last_day(now):
    give(source(now), ABSENCES + "e1;2024-01-08;31-12-9999;sickness\n", now)
    assert AbsenceVersion.objects.get().last_date is None
