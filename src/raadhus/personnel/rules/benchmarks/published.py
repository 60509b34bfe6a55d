"""The reference values that were found in public sources, with source, year and definition (docs/rules/personnel.md)."""

from decimal import Decimal

from raadhus.personnel.rules.benchmarks.references import Certainty, ReferenceValue
from raadhus.personnel.rules.measures.definitions import Unit
from raadhus.personnel.rules.measures.provenance import DST, KL, KRL, OWN_PUBLICATION, VIVE
from raadhus.personnel.rules.occupations import KRL_GROUPS

_SICK = "sick_days_per_full_time"
_DAYS = Unit.DAYS


def _series(
    source: str, definition: str, unit: Unit, *values: tuple[int, str, str], note: str = "", version: int = 1
) -> tuple[ReferenceValue, ...]:
    """Return values of (year, value, where it was read)."""
    return tuple(
        ReferenceValue(source, definition, year, Decimal(value), unit, origin, version=version, note=note)
        for year, value, origin in values
    )


def _repeated(definition: str, value: str) -> ReferenceValue:
    """Return a national value of 2024 that is known only through the municipality's own publication."""
    return ReferenceValue(
        OWN_PUBLICATION,
        definition,
        2024,
        Decimal(value),
        Unit.PERCENT,
        "Direktionens referat 02-06-2025",
        certainty=Certainty.REPEATED,
        note="Landstal, formentlig KRL's; kilden er ikke set.",
    )


# The values of the series were read in these together; which year stands where was not kept.
_KRL_READ = "fldnet.dk; docplayer.dk; hk.dk 22-05-2019; fyens.dk; dknyt.dk; kl.dk"
_BY_GROUP_2019 = ("8.9", "6.2", "14.7", "10.9", "14.1", "13.7", "16.3", "14.4", "11.1", "10.9")
PUBLISHED: tuple[ReferenceValue, ...] = (
    *_series(KRL, _SICK, _DAYS, (2012, "11.94", _KRL_READ), note="Også fravær under en dag."),
    *_series(
        KRL,
        _SICK,
        _DAYS,
        (2013, "12.0", _KRL_READ),
        (2014, "12.0", _KRL_READ),
        (2015, "12.2", _KRL_READ),
        (2017, "11.7", _KRL_READ),
        (2018, "12.0", _KRL_READ),
        (2019, "12.1", _KRL_READ),
        (2020, "12.2", _KRL_READ),
        (2022, "16.1", _KRL_READ),
    ),
    *_series(KRL, _SICK, _DAYS, (2018, "11.9", _KRL_READ), note="Rettet af kilden.", version=2),
    *(
        ReferenceValue(KRL, _SICK, 2019, Decimal(value), _DAYS, "dknyt.dk", group=group)
        for group, value in zip(KRL_GROUPS, _BY_GROUP_2019, strict=True)
    ),
    *_series(KRL, "sick_percentage", Unit.PERCENT, (2014, "5.3", "fldnet.dk, nyhed 646")),
    *_series(
        KRL,
        "share_of_absence_of_the_most_absent_twentieth",
        Unit.PERCENT,
        (2014, "42.7", "docplayer.dk; dknyt.dk"),
        (2019, "42.1", "docplayer.dk; dknyt.dk"),
    ),
    *_series(
        DST,
        _SICK,
        _DAYS,
        (2015, "13.03", "kommunen.dk; bornholmnyt.dk"),
        (2016, "12.88", "kommunen.dk; bornholmnyt.dk"),
        (2017, "12.63", "kommunen.dk; bornholmnyt.dk"),
    ),
    *_series(
        DST, "own_sick_days", _DAYS, (2023, "16.2", "bornholmnyt.dk"), note="Dansk Erhvervs analyse, egen sygdom."
    ),
    *_series(
        KL,
        "average_age",
        Unit.YEARS,
        (2020, "44.7", "kl.dk 2021-2023"),
        (2021, "44.6", "kl.dk 2021-2023"),
        (2022, "44.6", "kl.dk 2021-2023"),
    ),
    *_series(KL, "full_time_share_all_staff", Unit.PERCENT, (2020, "47", "kl.dk"), note="Af alle ansatte."),
    *_series(KL, "part_time_share_all_staff", Unit.PERCENT, (2020, "41", "kl.dk"), note="Af alle ansatte."),
    *_series(KL, "share_55_plus", Unit.PERCENT, (2017, "25", "KL Momentum")),
    *_series(
        KL, "retirement_age", Unit.YEARS, (2015, "63.1", "KL Momentum 26-11-2017"), note="Definitionen er ikke fundet."
    ),
    *_series(KL, "employees", Unit.PERSONS, (2020, "508900", "kl.dk")),
    *_series(KL, "apprentices", Unit.PERSONS, (2022, "20900", "kl.dk")),
    *_series(DST, "share_50_plus", Unit.PERCENT, (2020, "38.8", "dst.dk 08-06-2022")),
    *_series(
        VIVE,
        "turnover_with_internal",
        Unit.PERCENT,
        (2012, "19.5", "kora.dk 2017"),
        (2016, "21.3", "kora.dk 2017"),
        note="Tilgang, afgang og interne skift, november til november.",
    ),
    _repeated("full_time_share", "54"),
    _repeated("share_60_plus", "16"),
)
