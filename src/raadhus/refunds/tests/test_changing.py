"""What HR may write about a case, and what a reader must beware of."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from raadhus.kernel.errors import WrongInput
from raadhus.refunds.rules.cases import Absence, Cause, Kind
from raadhus.refunds.rules.changing import Written, checked, differences, needs_reason
from raadhus.refunds.rules.following import Dispensation, Ground, Standing
from raadhus.refunds.rules.rates import LAST_KNOWN_YEAR
from raadhus.refunds.rules.warnings import warnings_of

FIRST, TODAY = date(2024, 1, 8), date(2024, 9, 2)
CLAIMED = Written(standing=Standing.CLAIMED, notified=date(2024, 2, 12), claimed=date(2024, 3, 10))
DISPENSED = {"dispensation": Dispensation.ASKED, "ground": Ground.OUTAGE}


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"notified": date(2024, 1, 7)}, "før første fraværsdag 08.01.2024"),
        ({"notified": date(2024, 9, 3), "claimed": None}, "ikke kommet endnu"),
        ({"claimed": date(2024, 2, 11)}, "før anmeldelsen"),
        ({"latest_claim": date(2024, 3, 9)}, "før den første"),
        ({"standing": Standing.UNSIGNED}, "ikke er underskrevet"),
        ({"standing": Standing.SIGNED, "notified": None}, "hvornår anmeldelsen"),
        ({"standing": Standing.PAID, "claimed": None}, "hvornår anmodningen"),
        ({"standing": Standing.REFUSED}, "hvorfor refusionen er afvist"),
        ({"year": 2012}, "2012"),
        ({"year": 2026}, "2026"),
        ({"ground": Ground.OUTAGE}, "fjern grunden"),
        ({"dispensation": Dispensation.ASKED}, "Vælg den grund"),
        ({**DISPENSED, "claimed": date(2024, 7, 9)}, "udløb 08.07.2024"),
        ({**DISPENSED, "claimed": None, "standing": Standing.SIGNED}, "der er ikke anmodet"),
    ],
)
def test_what_may_not_stand_is_refused_with_one_sentence(change, said):
    with pytest.raises(WrongInput, match=said):
        checked(replace(CLAIMED, **change), FIRST, TODAY)


@pytest.mark.parametrize(
    "change",
    [
        {},
        {**DISPENSED},
        {**DISPENSED, "claimed": date(2024, 7, 8), "dispensation": Dispensation.GRANTED},
        {**DISPENSED, "claimed": date(2024, 8, 8), "dispensation": Dispensation.DENIED},
        {"latest_claim": date(2024, 6, 1), "cause": Cause.EMPLOYEE, "year": 2025},
        {"standing": Standing.REFUSED, "refusal_reason": "Ikke i job"},
    ],
)
def test_what_holds_together_may_stand(change):
    written = replace(CLAIMED, **change)
    assert checked(written, FIRST, TODAY) is written


def test_differences_are_told_in_words_and_free_text_only_as_changed():
    after = replace(CLAIMED, cause=Cause.EMPLOYEE, remark="Ringet til lægen", claimed=date(2024, 3, 11))
    was, became = differences(CLAIMED, after)
    assert was == "årsagen tom blev »Medarbejderens egne forhold«; bemærkningen blev rettet; anmodet 10.03.2024"
    assert became == "11.03.2024"
    assert differences(after, after) == ("", "")


def test_only_the_remark_needs_no_reason():
    assert not needs_reason(CLAIMED, replace(CLAIMED, remark="Set"))
    assert needs_reason(CLAIMED, replace(CLAIMED, remark="Set", year=2024))


@pytest.mark.parametrize(
    ("first", "last", "said"),
    [
        (date(2024, 1, 1), date(2024, 6, 2), []),
        (date(2024, 1, 1), date(2024, 6, 3), ["22 uger"]),
        (date(2021, 3, 1), date(2021, 4, 10), ["covid-19"]),
        (date(2020, 1, 1), date(2020, 2, 26), []),
        (date(2025, 2, 1), date(2025, 3, 20), ["Satsen for 2025"]),
        (date(2024, 12, 1), date(2025, 1, 20), ["Satsen for 2025"]),
        (date(2025, 1, 6), date(2025, 2, 20), ["Satsen for 2025"]),
        (date(2024, 11, 1), date(2025, 1, 5), []),
    ],
)
def test_a_reader_is_warned(first, last, said):
    absence = Absence("1", "U", first, last, Decimal(37))
    found = list(warnings_of(absence, date(2025, 12, 1)))
    assert [text in sentence for text, sentence in zip(said, found, strict=True)] == [True] * len(said)


def test_an_open_absence_beyond_the_known_rates_and_one_without_hours_are_told():
    absence = Absence("1", "U", date(LAST_KNOWN_YEAR, 12, 1), None, Decimal(37), kind=Kind.PARTIAL)
    found = " ".join(warnings_of(absence, date(LAST_KNOWN_YEAR + 1, 2, 1)))
    assert f"Satser efter {LAST_KNOWN_YEAR}" in found
    assert "Timer væk" in found
