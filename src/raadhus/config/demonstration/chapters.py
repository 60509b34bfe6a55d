"""The last chapters of the demonstration, in their order: the guide, payroll with what is made of it, and the search."""

from collections.abc import Iterator
from datetime import date, datetime

from raadhus.config.demonstration.figures import load_figures
from raadhus.config.demonstration.guide import load_guide
from raadhus.config.demonstration.payroll.around_figures import load_around_figures
from raadhus.config.demonstration.payroll.board_case import load_board_cases
from raadhus.config.demonstration.payroll.loading import load_payroll
from raadhus.config.demonstration.payroll.publications import load_publications
from raadhus.config.demonstration.searching import load_index
from raadhus.config.demonstration.served import load_served
from raadhus.kernel.actors import Actor, system


def last_chapters(*, secretary: Actor, today: date, now: datetime) -> Iterator[tuple[str, Iterator[str]]]:
    """Yield the Danish label of each chapter and what loads it while it is gone through: the name of each thing made, nothing the second time."""
    yield "Vejledningens eksempler", load_guide(actor=secretary, now=now)
    yield "Løn og fravær for 4.600 opdigtede medarbejdere", load_payroll(today=today, now=now)
    yield "Den årlige sag om mistet refusion", load_board_cases(today=today, now=now)
    yield "Udgivelsen af personaletal", load_figures(today=today, now=now)
    yield "Bemærkninger, målsætninger og egne visninger af personaletal", load_around_figures(now=now)
    yield "Dem, kommunen betjener: opdigtet folketal efter alder", load_served(today=today, now=now)
    yield "Tal om Personale", load_publications(today=today, now=now)
    yield "Søgningen", load_index(actor=system("demonstration", "Demonstrationen"), now=now)
