"""The demonstration's population is invented, says so wherever it is shown, and comes through the public import."""

from datetime import date

import pytest

from raadhus.config.demonstration.people import load_people
from raadhus.config.demonstration.served import load_served
from raadhus.core.access.public import actor_of_person
from raadhus.kernel.actors import system
from raadhus.personnel.queries.served_page import served_page


@pytest.mark.django_db
def test_the_invented_population_is_loaded_once_and_marked_as_such(now):
    list(load_people(actor=system("demonstration", "Demonstrationen"), now=now))
    assert list(load_served(today=date(2026, 3, 16), now=now)) == ["folketal-opdigtet.csv: 24 nye"]
    assert list(load_served(today=date(2026, 3, 16), now=now)) == []
    page = served_page(actor_of_person("dorthe-solbakke"), now=now)
    assert (page.area, page.first, page.last) == ("Eksempelkøbing (opdigtet)", 2019, 2026)
    assert {line.source for line in page.groups} == {"opdigtede tal"}
    grown = {line.group.name: line.people[2024] - line.people[2019] for line in page.groups}
    assert grown["ældre på 80 år og derover"] > 0 > grown["børn på 6-16 år"]
