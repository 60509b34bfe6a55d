import json
from datetime import date

import pytest

from raadhus.core.organisation import public as organisation
from raadhus.core.organisation.readers.os2mo import read_os2mo
from raadhus.kernel.errors import WrongInput
from raadhus.kernel.roles import Role

TOP, SAC, ASE = (f"{digit}0000000-0000-4000-8000-000000000000" for digit in "123")


def during(start, end=None):
    return {"validity": {"from": f"{start}T00:00:00+01:00", "to": end and f"{end}T00:00:00+02:00"}}


ANSWER = {
    "data": {
        "org_units": {
            "objects": [
                {
                    "uuid": TOP,
                    "validities": [{"name": "Kommunen", "user_key": TOP, "parent": None, **during("2020-01-01")}],
                },
                {
                    "uuid": SAC,
                    "validities": [
                        {"name": "Før", "user_key": "SAC", "parent_uuid": TOP, **during("2020-01-01", "2025-05-31")},
                        {"name": "Nu", "user_key": "SAC", "parent": {"uuid": TOP}, **during("2025-06-01")},
                    ],
                },
            ]
        },
        "employees": {
            "objects": [
                {
                    "uuid": ASE.upper(),
                    "current": {
                        "name": "Åse Opdigtet",
                        "addresses": [
                            {"value": "12345678", "address_type": {"scope": "PHONE"}},
                            {"value": "aase@eksempel.example", "address_type": {"scope": "EMAIL"}},
                        ],
                        "engagements": [
                            {"org_unit": [{"uuid": TOP}], **during("2021-01-01")},
                            {
                                "org_unit_uuid": SAC,
                                "is_primary": True,
                                **during("2021-01-01"),
                                "job_function": {"name": "Chef"},
                            },
                        ],
                        **during("2019-01-01"),
                    },
                }
            ]
        },
        "managers": {
            "objects": [
                {"validities": [{"employee_uuid": ASE, "org_unit_uuid": SAC, **during("2022-01-01")}]},
                {"validities": [{"employee_uuid": None, "org_unit_uuid": TOP, **during("2022-01-01")}]},
            ]
        },
    }
}


@pytest.fixture
def load(cast, now):
    def run(answer=ANSWER):
        data = json.dumps(answer).encode()
        return organisation.import_os2mo(actor=cast[Role.HR], data=data, name="mo.json", dry_run=False, now=now)

    return run


def test_an_answer_becomes_the_organisation(load):
    report = load()
    assert (report.is_written, report.counts["created"], report.counts["skipped"]) == (True, 5, 1)
    assert organisation.unit(TOP, date(2020, 1, 1)).short_name == ""
    person = organisation.person(ASE)
    assert (person.title, person.email, person.unit_key) == ("Chef", "aase@eksempel.example", SAC)
    assert organisation.leaders_of(SAC, date(2022, 1, 1)) == (person,)


def test_its_last_day_is_a_day_that_counts(load):
    load()
    names = [organisation.unit(SAC, day).name for day in (date(2025, 5, 31), date(2025, 6, 1))]
    assert names == ["Før", "Nu"]


def test_the_same_answer_again_changes_nothing(load):
    load()
    assert load().counts["unchanged"] == 5


def test_a_vacant_post_is_skipped_and_said():
    _, reports = read_os2mo(json.dumps(ANSWER).encode(), "mo.json")
    assert [(row.column, row.status.value) for row in reports] == [("managers[1][0]", "skipped")]


@pytest.mark.parametrize("part", ["uuid", "validity", "name"])
def test_a_unit_that_lacks_something_is_said_with_its_place(part):
    unit = {"uuid": SAC, "name": "Uden", **during("2020-01-01")}
    del unit[part]
    rows, reports = read_os2mo(json.dumps({"org_units": [unit]}).encode(), "mo.json")
    assert (rows, [row.column for row in reports]) == ([], ["org_units[0][0]"])


@pytest.mark.parametrize("data", ["", "[]", "{}", '{"data": null}', '{"errors": []}', "[" * 100_000])
def test_what_is_no_answer_is_wrong_input(data):
    with pytest.raises(WrongInput):
        read_os2mo(data.encode(), "mo.json")
