"""The published table of 2024 as cases: 22 in seven centres, with the amounts of each centre shared out over its cases."""

from datetime import date

from raadhus.refunds.tests.made_cases import made_case

# centre, cases, lost øre, of which wrong entries (øre)
TABLE = (
    ("SAC", 2, 5_258_322, 0),
    ("FDC", 8, 19_220_299, 6_000_000),
    ("SOC", 2, 4_153_195, 2_000_000),
    ("FKC", 1, 1_408_479, 0),
    ("DB", 1, 1_556_800, 0),
    ("UUC", 4, 6_276_985, 0),
    ("SPC", 4, 11_802_900, 5_701_400),
)


def make_table(today, year=2024):
    """Make the cases of the table as rows."""
    for centre, cases, lost, wrong in TABLE:
        late = lost - wrong
        number = cases - bool(wrong)
        shares = [late // number] * (number - 1)
        shares.append(late - sum(shares))
        for share in shares:
            lost_case(today, centre, year=year, lost=share)
        if wrong:
            lost_case(today, centre, year=year, lost=wrong, cause="wrong_entry", late=0)


def lost_case(today, centre="SAC", *, year=2024, lost=1_000_00, cause="leader_late", late=12, **given):
    """Make one lost case."""
    basis = {"first_date": date(year, 1, 8), "last_date": date(year, 5, 31), "next_step": "nothing"}
    basis |= {
        "deadline_date": None,
        "at_risk_ore": 0,
        "registered_date": date(year, 2, 27),
        "notified_date": date(year, 2, 28),
    }
    basis |= {"claimed_date": date(year, 3, 10), "unit_key": centre, "centre_key": centre, "year": year}
    return made_case(today, **{**basis, "lost_ore": lost, "cause": cause, "days_late": late, **given})
