"""An invented municipality so small that all its figures were worked out by hand: one unit of schools, one of care, and 31 people.

It comes in by payroll's own doors: two files, imported as payroll's files are. Nobody in it exists.
"""

from datetime import date, datetime
from zoneinfo import ZoneInfo

from raadhus.core.organisation.public import create_unit
from raadhus.core.workforce.actions.importing import import_payroll
from raadhus.core.workforce.actions.sources import create_source
from raadhus.core.workforce.rules.profiles import OWN_ABSENCES, OWN_EMPLOYMENTS
from raadhus.kernel.actors import system
from raadhus.personnel.actions.settings import set_settings
from raadhus.personnel.rules.setting import Chosen

CLERK = system("tests", "Prøverne")
# The day after the last month of 2025 is told of, so the year is whole.
GIVEN = datetime(2026, 1, 2, 6, tzinfo=ZoneInfo("Europe/Copenhagen"))
_BEGAN = date(2010, 1, 1)
# As low as the limits go, and nobody stands out: what is worked out by hand is to be shown.
LIMITS = Chosen(least=3, least_average=5, dominance_percent=0, years_by_month=0, first_year=2024)

EMPLOYMENTS = """\
employment;person;unit;start;last;weekly_hours;form;job_code;hired;born;gender;monthly_pay
a1;A1;skole;01-08-2010;;37;monthly;900;;15-06-1980;K;40.000,00
a2;A2;skole;01-08-2010;;37;monthly;264;;15-06-1980;M;40000
b1;B1;pleje;01-03-2015;;30;monthly;900;;01-01-1990;K;30000
b2;B2;pleje;01-03-2015;;30;monthly;900;;01-01-1990;K;30000
c1;C1;pleje;01-03-2012;;37;monthly;900;;31-03-1963;K;42000
c2;C2;pleje;01-03-2012;;37;monthly;900;;10-03-1963;M;42000
c3;C3;pleje;01-03-2012;;37;monthly;900;;10-03-1963;K;42000
m1;M1;skole;01-01-2014;30-04-2025;37;monthly;900;;20-12-1975;K;40000
m1;M1;pleje;01-05-2025;;37;monthly;900;;20-12-1975;K;40000
m2;M2;skole;01-01-2014;31-07-2025;37;monthly;900;;20-12-1975;M;40000
m2;M2;skole;01-08-2025;;37;monthly;264;;20-12-1975;M;40000
m3;M3;skole;01-01-2014;10-05-2025;37;monthly;900;;20-12-1975;K;40000
m3b;M3;pleje;16-05-2025;;37;monthly;900;;20-12-1975;K;40000
d1a;D1;skole;01-02-2018;;20;monthly;900;;05-05-1985;M;20000
d1b;D1;pleje;01-02-2018;;10;monthly;900;;05-05-1985;M;10000
h1;H1;pleje;01-02-2018;;15;hourly;900;;01-10-1997;K;
lv1;LV1;skole;01-07-2024;;37;monthly;900;;01-02-1991;K;
x1;X1;pleje;01-02-2011;15-09-2025;37;monthly;900;;15-09-1965;M;40000
x1;X1;pleje;16-09-2025;;25;monthly;900;;15-09-1965;M;27000
r1;R1;pleje;01-02-1999;31-03-2025;37;monthly;900;;31-03-1960;K;44000
r2;R2;pleje;01-02-1999;31-03-2025;37;monthly;900;;01-04-1960;K;44000
r3;R3;pleje;01-02-1999;31-03-2025;37;monthly;900;;10-01-1961;M;44000
r4;R4;pleje;01-02-1999;31-03-2025;37;monthly;900;;20-05-1962;K;44000
r5;R5;pleje;01-02-1999;31-03-2025;32;monthly;900;;30-11-1969;M;36000
l1;L1;skole;01-10-2024;31-08-2025;37;monthly;264;01-10-2004;01-12-1969;K;38000
j1;J1;skole;01-02-2025;;37;monthly;900;;01-07-2000;K;36000
j2;J2;pleje;15-06-2025;;18,5;monthly;900;;10-10-1995;M;18000
j3;J3;pleje;01-11-2025;;10;hourly;900;;;K;
j4;J4;skole;01-12-2025;;37;monthly;900;;01-01-1999;M;35.000,00
f1;F1;skole;01-02-2018;;20;fleksjob;900;;05-05-1985;K;
s1;S1;skole;01-07-2025;;37;subsidised;900;;05-05-1985;K;
e1;E1;pleje;01-02-2024;30-06-2025;37;apprentice;900;;05-05-2004;K;
z1;Z1;pleje;01-02-2018;;37;other;900;;05-05-1970;K;
"""
ABSENCES = """\
employment;first;last;code;weekly_hours_away
a1;06-01-2025;10-01-2025;sickness;
a1;13-01-2025;13-01-2025;holiday;
a1;03-11-2025;03-11-2025;care_day;
a2;12-05-2025;12-05-2025;child_sick;
b1;17-03-2025;11-04-2025;sickness;
b2;16-12-2024;03-01-2025;sickness;
c1;01-10-2025;15-10-2025;work_injury;
c2;01-10-2025;14-10-2025;sickness;
c3;22-12-2025;;sickness;
d1a;03-02-2025;07-02-2025;sickness;
d1b;03-02-2025;07-02-2025;sickness;
h1;03-02-2025;07-02-2025;sickness;
lv1;01-03-2025;30-06-2025;parental;
m1;07-07-2025;25-07-2025;holiday;
m2;04-08-2025;04-08-2025;sickness_section_56;
x1;08-09-2025;19-09-2025;partial_sickness;10
"""


def move_in():
    """Let the municipality give its payroll to the house, with its organisation and its limits."""
    for key, name, above in (("by", "Guldby Kommune", None), ("skole", "Skoler", "by"), ("pleje", "Pleje", "by")):
        create_unit(actor=CLERK, key=key, short_name=name[:8], name=name, parent_key=above, start=_BEGAN, now=GIVEN)
    set_settings(actor=CLERK, start=date(2025, 1, 1), chosen=LIMITS, reason="Prøver", now=GIVEN)
    for name, mapping, text in (("Vilkår", OWN_EMPLOYMENTS, EMPLOYMENTS), ("Fravær", OWN_ABSENCES, ABSENCES)):
        source = create_source(actor=CLERK, name=name, mapping=mapping, now=GIVEN)
        run = import_payroll(actor=CLERK, source_key=source.key, file_name=f"{name}.csv", data=text.encode(), now=GIVEN)
        assert (run.state, run.rows) == ("done", text.count("\n") - 1), run.problems
