"""What the demonstration puts around the figures fits its organisation and the rules."""

import tomllib
from decimal import Decimal
from pathlib import Path

from raadhus.config import demonstration
from raadhus.config.demonstration.payroll.around_figures import DIRECTOR, HR, LEADER, NOTES, TARGETS, VIEWS
from raadhus.personnel.queries.newest import choice_of
from raadhus.personnel.rules.amounts import parse_amount
from raadhus.personnel.rules.annotations import check_annotation
from raadhus.personnel.rules.measures.catalogue import MEASURES

TOLD = tomllib.loads((Path(demonstration.__file__).parent / "data" / "organisation.toml").read_text(encoding="utf-8"))
UNITS = {row["key"] for row in TOLD["units"]}


def test_every_annotation_target_and_view_is_one_that_may_be_made():
    names = [row["name"] for row in TOLD["people"]]
    assert {HR, DIRECTOR, LEADER} <= {row["key"] for row in TOLD["people"]}
    for unit, measure, _year, _month, text in NOTES:
        assert unit in UNITS
        assert not measure or measure in MEASURES
        assert check_annotation(text, names) == text
    for aim in TARGETS:
        assert aim.unit in UNITS
        assert parse_amount(aim.value, MEASURES[aim.measure]) > Decimal(0)
    for _owner, query, wish in VIEWS:
        choice = choice_of(query)
        assert choice.unit in UNITS
        assert not wish.limit or parse_amount(wish.limit, MEASURES[choice.measure])
