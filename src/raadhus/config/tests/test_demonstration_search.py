"""What no change announces is found in the demonstration too."""

import pytest

from raadhus.config.demonstration.searching import load_index
from raadhus.core.search.public import search
from raadhus.kernel.actors import PUBLIC, system

LOADER = system("demonstration", "Demonstrationen")


@pytest.mark.django_db
def test_the_pages_of_the_rules_are_found(now):
    assert search(PUBLIC, "forkortelse", now=now).total == 0
    assert list(load_index(actor=LOADER, now=now))
    assert search(PUBLIC, "forkortelse", now=now).total > 0
    assert list(load_index(actor=LOADER, now=now)) == []
