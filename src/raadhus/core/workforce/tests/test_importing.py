"""A file from payroll is taken in whole or not at all, and what we knew when is kept."""

from datetime import date

import pytest

from raadhus.core.audit.public import trail
from raadhus.core.workforce.actions.importing import NoSuchSource
from raadhus.core.workforce.models import AbsenceVersion, EmploymentVersion, ImportRun
from raadhus.core.workforce.queries.runs import NoSuchRun, run, runs
from raadhus.core.workforce.rules.runs import RunState
from raadhus.core.workforce.tests.payroll import ABSENCES, EMPLOYMENTS, give, known, later, source, told
from raadhus.kernel.errors import NotAllowed
from raadhus.kernel.ids import new_id
from raadhus.kernel.roles import Role

pytestmark = pytest.mark.django_db

TWO = ABSENCES + "e1;2024-01-08;2024-01-12;sickness\ne2;2024-02-01;;child_sick\n"


def test_a_file_is_taken_in(now):
    absences = source(now)
    assert told(give(absences, TWO, now)) == ("done", 2, 0, 0, 0)
    assert known(absences) == {"e1|2024-01-08": date(2024, 1, 12), "e2|2024-02-01": None}


def test_the_same_file_again_tells_nothing_new(now):
    absences = source(now)
    give(absences, TWO, now)
    assert told(give(absences, TWO, later(now))) == ("nothing_new", 0, 0, 2, 0)
    same_facts = ABSENCES + "e2;1/2-2024;;child_sick\ne1;8. januar 2024;12.1.2024;sickness\n"
    assert told(give(absences, same_facts, later(now))) == ("nothing_new", 0, 0, 2, 0)
    assert AbsenceVersion.objects.count() == 2


def test_a_correction_is_kept_beside_what_we_knew_before(now):
    absences = source(now)
    first = give(absences, TWO, now)
    second = give(absences, ABSENCES + "e1;2024-01-08;2024-01-10;sickness\n", later(now))
    assert told(second) == ("done", 0, 1, 0, 0)
    assert known(absences, first)["e1|2024-01-08"] == date(2024, 1, 12)
    assert known(absences, second) == {"e1|2024-01-08": date(2024, 1, 10), "e2|2024-02-01": None}


def test_a_complete_file_ends_what_is_no_longer_in_it(now):
    absences = source(now, is_complete=True)
    first = give(absences, TWO, now)
    assert told(give(absences, ABSENCES + "e2;2024-02-01;;child_sick\n", later(now))) == ("done", 0, 0, 1, 1)
    assert (list(known(absences)), len(known(absences, first))) == (["e2|2024-02-01"], 2)


def test_a_wrong_row_refuses_the_whole_file_and_is_told_with_line_and_column(now):
    absences = source(now)
    refused = give(absences, TWO + "e3;2024-02-01;2024-01-01;sickness\ne4;2024-02-01;;xyz\n", now)
    assert (refused.state, refused.problem_count, AbsenceVersion.objects.count()) == ("refused", 2, 0)
    assert [(one["line"], one["column"]) for one in refused.problems] == [(4, "last"), (5, "code")]


def test_what_overlaps_something_known_is_refused(now):
    absences = source(now)
    give(absences, TWO, now)
    refused = give(absences, ABSENCES + "e1;2024-01-12;2024-01-20;sickness\n", later(now))
    assert "08.01.2024" in refused.problems[0]["message"]
    assert len(known(absences)) == 2


def test_the_corrected_neighbour_in_the_same_file_is_no_overlap(now):
    absences = source(now)
    give(absences, TWO, now)
    corrected = ABSENCES + "e1;2024-01-08;2024-01-10;sickness\ne1;2024-01-12;2024-01-20;sickness\n"
    assert told(give(absences, corrected, later(now))) == ("done", 1, 1, 0, 0)


def test_a_unit_is_found_by_key_by_short_name_and_by_translation(house, now):
    terms = source(now, "own_employments", units={"7100": "fdc"})
    lines = "e1;p1;;SAC;2024-01-01;;37\ne2;p2;;sac-m;2024-01-01;;37\ne3;p3;;7100;2024-01-01;;30\n"
    assert told(give(terms, EMPLOYMENTS + lines, now)) == ("done", 3, 0, 0, 0)
    found = EmploymentVersion.objects.order_by("employment").values_list("unit_key", flat=True)
    assert list(found) == ["sac", "sac-myndighed", "fdc"]


def test_a_unit_that_the_organisation_never_had_is_refused(house, now):
    terms = source(now, "own_employments")
    refused = give(terms, EMPLOYMENTS + "e1;p1;;9999;2024-01-01;;37\n", now)
    assert [(one["line"], one["column"]) for one in refused.problems] == [(2, "unit")]
    assert "9999" in refused.problems[0]["message"]


def test_an_import_leaves_one_entry_in_the_trail_without_people(now):
    absences = source(now)
    done = give(absences, TWO, now)
    entries = trail("payroll_import", str(done.pk))
    assert [entry.sentence for entry in entries] == [
        "indlæste fil.csv (Løn own_absences); nye: 2, ændrede: 0, udgåede: 0"
    ]


def test_hr_imports_and_a_leader_does_not(cast, now):
    absences = source(now)
    assert give(absences, TWO, now, actor=cast[Role.HR]).imported_by == "hanne-hassel"
    with pytest.raises(NotAllowed):
        give(absences, TWO, now, actor=cast[Role.UNIT_LEADER])


def test_an_unknown_source_and_one_out_of_use_take_no_files(now):
    absences = source(now)
    absences.is_active = False
    absences.save()
    with pytest.raises(NoSuchSource, match="ud af brug"):
        give(absences, TWO, now)
    absences.pk = "other"
    with pytest.raises(NoSuchSource, match="other"):
        give(absences, TWO, now)
    assert ImportRun.objects.count() == 0


def test_runs_are_shown_newest_first_and_one_with_its_problems(cast, now):
    absences = source(now)
    give(absences, TWO, now)
    refused = give(absences, ABSENCES + "e3;2024-02-01;2024-01-01;sickness\n", later(now))
    shown = runs(cast[Role.HR], now=now)
    assert [(one.state, one.problems) for one in shown] == [(RunState.REFUSED, ()), (RunState.DONE, ())]
    assert run(cast[Role.AUDITOR], refused.pk, now=now).problems[0].line == 2
    with pytest.raises(NoSuchRun):
        run(cast[Role.HR], new_id(), now=now)
    with pytest.raises(NotAllowed):
        runs(cast[Role.EMPLOYEE], now=now)
