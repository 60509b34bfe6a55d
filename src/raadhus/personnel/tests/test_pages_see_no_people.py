"""Every page of the room, with the batch's folder gone and payroll's tables refused: the cube is all they have."""

from django.db import connection
from django.urls import reverse

from raadhus.kernel.roles import Role
from raadhus.personnel.urls import urlpatterns


class ReadAPerson(AssertionError):
    """A page asked for a record about a person."""


def refuse(execute, sql, params, many, context):
    if "workforce_" in sql:
        raise ReadAPerson(sql[:200])
    return execute(sql, params, many, context)


def plain_pages():
    """The pages that take nothing in their address."""
    return sorted({one.name for one in urlpatterns if one.name and not one.pattern.regex.groupindex})


def test_no_page_reads_a_record_about_a_person(released, cast, client_of, settings):
    client, private = client_of(Role.HR), settings.PERSONNEL_FOLDER / "private"
    seen = {}
    with connection.execute_wrapper(refuse):
        for name in plain_pages():
            seen[name] = client.get(reverse(f"personnel:{name}")).status_code
        for query in ("?maal=sick_percentage&enhed=skole", "?enhed=skole-a"):
            assert client.get(reverse("personnel:figure") + query).status_code == 200
    assert seen["releases"] == seen["settings"] == seen["occupations"] == 200
    assert not private.exists()
    assert max(seen.values()) < 500
