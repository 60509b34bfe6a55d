"""Files are given in the browser: each gets its report, and a wrong one changes nothing and says what to do."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from raadhus.core.workforce.actions.sources import create_source, set_source
from raadhus.core.workforce.models import AbsenceVersion, ImportRun
from raadhus.core.workforce.rules.profiles import OWN_ABSENCES
from raadhus.core.workforce.rules.rows import Problem
from raadhus.core.workforce.rules.wording import said_of
from raadhus.kernel.roles import Role

HEAD = "employment;first;last;code\n"
GOOD = HEAD + "e1;2024-01-08;2024-01-09;sickness\n"
BAD = HEAD + "e1;i går;;sickness\ne2;2024-01-08;;ukendt\n"


@pytest.fixture
def absences(cast, now):
    return create_source(actor=cast[Role.HR], name="Fravær", mapping=OWN_ABSENCES, now=now)


def give(client, *files, **headers):
    documents = [SimpleUploadedFile(name, text.encode()) for name, text in files]
    given = {"source": "fravaer", "documents": documents}
    return client.post("/loendata/importer/indlaes/", given, headers=headers)


def test_one_file_leads_to_its_report(absences, client_of):
    answer = give(client_of(Role.HR), ("januar.csv", GOOD))
    run = ImportRun.objects.get()
    assert answer.headers["Location"] == f"/loendata/importer/{run.pk}/"
    assert "Hele filen er indlæst" in client_of(Role.HR).get(answer.headers["Location"]).content.decode()
    assert AbsenceVersion.objects.count() == 1


def test_a_wrong_file_says_what_to_do_and_changes_nothing(absences, client_of):
    client = client_of(Role.HR)
    page = client.get(give(client, ("januar.csv", BAD)).headers["Location"])
    assert "intet er ændret" in page.content.decode()
    assert "Skriv for eksempel 2024-01-08" in page.content.decode()
    assert "Skriv i kildens opsætning, hvad den betyder." in page.content.decode()
    assert AbsenceVersion.objects.count() == 0
    report = client.get(page.request["PATH_INFO"], {"export": "csv"}).content.decode("utf-8-sig").splitlines()
    assert report[0] == "Linje;Kolonne;Hvad er galt;Hvad skal der gøres"
    assert [line.split(";")[:2] for line in report[1:]] == [["2", "first"], ["3", "code"]]


def test_several_files_each_get_their_row_and_one_bad_one_stops_none(absences, client_of):
    page = give(client_of(Role.HR), ("a.csv", BAD), ("b.csv", GOOD)).content.decode()
    assert page.index("2 fejl; intet er ændret") < page.index("Nye: 1, ændrede: 0, udgåede: 0")
    row = give(client_of(Role.HR), ("b.csv", GOOD), **{"HX-Request": "true"}).content.decode()
    assert "Intet nyt" in row
    assert "<html" not in row


def test_the_list_is_narrowed_to_a_source_a_result_and_days(absences, client_of):
    client = client_of(Role.HR)
    give(client, ("a.csv", BAD), ("b.csv", GOOD))
    for asked, names in (({"state": "refused"}, "a"), ({"source": "fravaer"}, "ab"), ({"to": "2020-01-01"}, "")):
        found = client.get("/loendata/importer/", asked).content.decode()
        assert [name for name in "ab" if f"{name}.csv" in found] == list(names)
    assert client.get("/loendata/importer/", {"export": "csv"}).content.decode().count("\r\n") == 3


def test_a_source_out_of_use_is_not_offered(absences, client_of, cast, now):
    set_source(actor=cast[Role.HR], key="fravaer", name="Fravær", mapping=OWN_ABSENCES, is_active=False, now=now)
    assert "Ingen lønkilde er i brug" in client_of(Role.HR).get("/loendata/importer/indlaes/").content.decode()
    assert give(client_of(Role.HR), ("a.csv", GOOD)).status_code == 400
    assert ImportRun.objects.count() == 0


def test_every_problem_says_what_to_do():
    assert said_of(Problem(2, "first", "»x1« er ikke en dato; skriv 2024-01-08.")) == (
        "»x1« er ikke en dato.",
        "Skriv 2024-01-08.",
    )
    assert said_of(Problem(2, "", "feltet er tomt."))[1].startswith("Ret det")
    assert said_of(Problem(0, "", "fil.csv: filen er tom."))[0] == "fil.csv: filen er tom."
