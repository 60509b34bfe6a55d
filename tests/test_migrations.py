"""Migrations are linear, import nothing of the house, and describe the models as they are."""

import re
from pathlib import Path

import pytest
from django.core.management import call_command

PACKAGE = Path(__file__).parent.parent / "src" / "raadhus"


@pytest.mark.django_db
def test_the_models_need_no_further_migration():
    call_command("makemigrations", "--check", "--dry-run", verbosity=0)


def test_migrations_import_nothing_of_the_house_but_the_kernel():
    """A column's default may be the kernel's new_id; models, rules and actions change and would break old migrations."""
    house = re.compile(r"^\s*(?:from|import) raadhus\b(?!\.kernel\b)", re.MULTILINE)
    files = list(PACKAGE.rglob("migrations/*.py"))
    assert [path.name for path in files if house.search(path.read_text(encoding="utf-8"))] == []


ORDER = [
    "audit",
    "access",
    "organisation",
    "workforce",
    "documents",
    "obligations",
    "cases",
    "search",
    "refunds",
    "personnel",
    "meetings",
]


def test_migrations_and_foreign_keys_follow_the_order_of_the_house():
    """Strings escape the import contracts: an app may point only at apps below it."""
    pattern = re.compile(rf"""["'](?P<app>{"|".join(ORDER)})["'.]""")
    wrong = []
    for path in PACKAGE.rglob("migrations/*.py"):
        own = path.parent.parent.name
        named = {found["app"] for found in pattern.finditer(path.read_text(encoding="utf-8"))}
        wrong += [f"{path.relative_to(PACKAGE)}: {app}" for app in named if ORDER.index(app) > ORDER.index(own)]
    assert wrong == []
