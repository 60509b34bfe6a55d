"""What no page of ours sends is answered with a sentence, never a fault."""

import pytest

from raadhus.core.workforce.actions.sources import create_source
from raadhus.core.workforce.rules.profiles import OWN_ABSENCES
from raadhus.kernel.roles import Role

COUNTS = {"codes-INITIAL_FORMS": "0", "units-TOTAL_FORMS": "1", "units-INITIAL_FORMS": "0"}


@pytest.mark.parametrize(
    "given",
    [
        {},
        {"subject": "x"},
        {"subject": "absences"},
        {"subject": "absences", "codes-TOTAL_FORMS": "99999999", **COUNTS},
        {"subject": "absences", "heading": '{"a":1}'},
        {"subject": "absences", "heading": "[1,[2]]"},
        {"subject": "employments", "codes-TOTAL_FORMS": "-1", "codes-INITIAL_FORMS": "x"},
    ],
)
def test_an_odd_new_source_is_refused(client_of, given):
    assert client_of(Role.HR).post("/loendata/kilder/opret/", given).status_code == 400


def test_an_odd_change_of_a_source_is_refused(client_of, cast, now):
    create_source(actor=cast[Role.HR], name="Løn", mapping=OWN_ABSENCES, now=now)
    hr, dpo = client_of(Role.HR), client_of(Role.DPO)
    for given in ({"a": "b"}, {"base": "x", "codes-TOTAL_FORMS": "1"}):
        assert hr.post("/loendata/kilder/loen/ret/", given).status_code == 400
        assert hr.post("/loendata/kilder/findes-ikke/ret/", given).status_code == 404
    assert dpo.post("/loendata/kilder/loen/tillad-cpr/", {}).status_code == 400
    assert dpo.post("/loendata/kilder/findes-ikke/tillad-cpr/", {"reason": "x"}).status_code == 404


@pytest.mark.parametrize(
    "mapping",
    [
        {},
        {"subject": "absences", "columns": []},
        {"subject": "absences", "columns": {"first": 5}, "codes": {"a": {"kind": "sickness"}}},
        {
            "subject": "absences",
            "columns": {"employment": "a", "first": "b", "code": "c"},
            "codes": {"a": {"kind": "x"}},
        },
    ],
)
def test_an_odd_mapping_is_refused_by_the_api(client_of, mapping):
    given = {"name": "Løn", "mapping": mapping}
    assert (
        client_of(Role.HR).put("/api/workforce/sources/loen", given, content_type="application/json").status_code == 400
    )


@pytest.mark.parametrize("asked", ["dag=0001-01-01", "dag=9999-12-31", "dag=x", "dag=1899-12-31"])
def test_an_odd_day_shows_the_employment(payroll, client_of, asked):
    payroll.term("1", "2015-01-01")
    assert client_of(Role.HR).get(f"/loendata/opslag/ansaettelse/?nr=1&{asked}").status_code == 200


@pytest.mark.parametrize(("months", "start"), [("9" * 20, "2999-01-01"), ("24", "9999-12-32"), ("24", "")])
def test_an_odd_period_is_refused(client_of, months, start):
    given = {"kept": "runs", "months": months, "start": start, "ground": "x"}
    assert client_of(Role.HR).post("/loendata/slettefrister/saet/", given).status_code == 400
