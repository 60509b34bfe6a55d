"""KMD OPUS' delta of employments: who changed and who left; what is not in it is as it was."""

from datetime import date

import pytest

from raadhus.core.workforce.models import EmploymentVersion
from raadhus.core.workforce.tests.payroll import give, known, later, source, told

pytestmark = pytest.mark.django_db

NAME = "ZLPE20240701120000_delta.xml"


def delta(*employees):
    return (
        "<?xml version='1.0'?><kmd><orgUnit id='1'><shortName>X</shortName></orgUnit>" + "".join(employees) + "</kmd>"
    )


def employee(key, start="2019-01-01", unit="sac", more=""):
    return (
        f"<employee id='{key}' client='813' lastChanged='2024-06-01'><entryDate>{start}</entryDate>"
        f"<leaveDate>9999-12-31</leaveDate><cpr suppId='0'>0101701234</cpr><firstName>Nora</firstName>"
        f"<lastName>Nord</lastName><orgUnit>{unit}</orgUnit><position>Sagsbehandler</position>"
        f"<numerator>30 </numerator><denominator>37 </denominator>{more}</employee>"
    )


def test_a_delta_tells_of_those_who_changed_and_leaves_the_others(house, now):
    terms = source(now, "opus_employments")
    assert told(give(terms, delta(employee(77), employee(78)), now, name=NAME)) == ("done", 2, 0, 0, 0)
    assert told(give(terms, delta(employee(77, unit="fdc")), later(now), name=NAME)) == ("done", 0, 1, 0, 0)
    now_known = EmploymentVersion.objects.filter(known_until=None).order_by("employment")
    assert list(now_known.values_list("employment", "unit_key", "name", "weekly_hours")) == [
        ("77", "fdc", "Nora Nord", 3000),
        ("78", "sac", "Nora Nord", 3000),
    ]


def test_no_cpr_number_of_a_delta_is_kept(house, now):
    give(source(now, "opus_employments"), delta(employee(77)), now, name=NAME)
    assert "0101701234" not in str(list(EmploymentVersion.objects.values()))


def test_who_has_left_is_employed_until_the_day_of_the_file(house, now):
    terms = source(now, "opus_employments")
    give(terms, delta(employee(77), employee(78)), now, name=NAME)
    left = delta("<employee id='77' client='813' action='leave'/>")
    assert told(give(terms, left, later(now), name=NAME)) == ("done", 0, 1, 0, 0)
    assert known(terms) == {"77|2019-01-01": date(2024, 7, 2), "78|2019-01-01": None}
    assert told(give(terms, left, later(now, 2), name=NAME)) == ("nothing_new", 0, 0, 1, 0)


def test_who_left_before_beginning_never_was(house, now):
    terms = source(now, "opus_employments")
    give(terms, delta(employee(77, start="2024-09-01")), now, name=NAME)
    left = delta("<employee id='77' client='813' action='leave'/>")
    assert told(give(terms, left, later(now), name=NAME)) == ("done", 0, 0, 0, 1)


def test_that_somebody_unknown_has_left_changes_nothing(house, now):
    left = delta("<employee id='5' client='813' action='leave'/>")
    assert told(give(source(now, "opus_employments"), left, now, name=NAME)) == ("nothing_new", 0, 0, 1, 0)


def test_who_left_on_a_day_that_nothing_tells_refuses_the_file(house, now):
    left = delta(employee(78), "<employee id='77' client='813' action='leave'/>")
    refused = give(source(now, "opus_employments"), left, now, name="delta.xml")
    assert (refused.state, EmploymentVersion.objects.count()) == ("refused", 0)
    assert "ZLPE" in refused.problems[0]["message"]
