"""The demonstration's Tal om Personale: the two last whole years are out with invented comments, the latest is on its way to the board."""

from collections.abc import Iterator
from datetime import date, datetime

from raadhus.core.access.public import actor_of_person
from raadhus.kernel.actors import Actor
from raadhus.personnel.actions.proposing import propose
from raadhus.personnel.actions.publishing import make_publication, publish, write_comment
from raadhus.personnel.models import Publication
from raadhus.personnel.queries.publication_material import releases_for
from raadhus.personnel.rules.publication.outline import Kind

HR = "dorthe-solbakke"
COMMENTS = {
    "forord": "Tallene i demonstrationen er **opdigtede**: ingen af de ansatte findes. Kommentarerne er det også.",
    "bemanding": "Der er ansat flere på skoler, i dagtilbud og i plejen, fordi der er flere børn og ældre (opdigtet).",
    "til-og-afgang": "- Nye medarbejdere får en fast makker i det første halve år (opdigtet).\n- Opslag i plejen er på fuld tid (opdigtet).",
    "sygefravaer": "Hovedudvalget følger sygefraværet og drøfter det igen til efteråret (opdigtet).",
}
_YEARS = 2


def load_publications(*, today: date, now: datetime) -> Iterator[str]:
    """Make and publish the years that the newest release has, propose the latest to the board and begin the half-yearly report.

    Nothing while there is no release, nor the second time.
    """
    if Publication.objects.exists():
        return
    hr = actor_of_person(HR)
    row = None
    for year in range(today.year - _YEARS, today.year):
        if releases_for(Kind.YEAR, year, 0):
            row = _published(hr, year, now)
            yield f"Tal om Personale {year}"
    if row is not None:
        propose(actor=hr, key=str(row.pk), now=now)
        yield f"sagen om Tal om Personale {row.year}, foreslået"
    year, half = (today.year, 1) if today.month > 6 else (today.year - 1, 2)  # noqa: PLR2004 - the first half ends with June
    if releases_for(Kind.WORKFORCE, year, half):
        make_publication(actor=hr, kind=Kind.WORKFORCE, year=year, half=half, now=now)
        yield f"kladden til data om arbejdskraft, {half}. halvår {year}"


def _published(hr: Actor, year: int, now: datetime) -> Publication:
    row = make_publication(actor=hr, kind=Kind.YEAR, year=year, now=now)
    for section, text in COMMENTS.items():
        write_comment(actor=hr, key=str(row.pk), section=section, text=text, revision=0, now=now)
    return publish(actor=hr, key=str(row.pk), now=now)
