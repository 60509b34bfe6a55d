"""A case as an appendix to a letter: its facts and its calculation, without remarks, history or what merely looked wrong."""

from datetime import date

from raadhus.kernel.danish import counted, kroner, long_date
from raadhus.refunds.queries.detail import CaseDetail
from raadhus.refunds.queries.shapes import CaseRow
from raadhus.refunds.writer.appendix import Appendix, Part


def appendix_of(found: CaseDetail) -> Appendix:
    """Return what is printed of a case. Letters are in Danish whatever the reader's language is."""
    saved = (found.saved_by,) if found.saved_by else ()
    dispensation = (found.dispensation,) if found.dispensation else ()
    parts = (
        Part("Det ville have reddet refusionen", saved),
        Part("Dispensation", dispensation),
        Part("Forbehold", found.warnings),
        Part("Det er lagt til grund", tuple(one.text for one in found.assumptions)),
    )
    return Appendix(found.as_of, _facts(found), found.reason, found.steps, tuple(part for part in parts if part.lines))


def _lost(one: CaseRow) -> str:
    hours, days = counted(one.lost_hours, "time", "timer"), counted(one.lost_days, "hverdag", "hverdage")
    return f"{hours}, {days}, {kroner(one.lost_ore)}"


def _facts(found: CaseDetail) -> tuple[tuple[str, str], ...]:
    one, written = found.row, found.row.written
    facts = (
        ("Medarbejder", one.who),
        ("Enhed", one.unit if one.unit == one.centre else f"{one.unit}, {one.centre}"),
        ("Fravær", f"{_day(one.first)} til {_day(one.last) or 'fortsat fraværende'}"),
        ("Art", one.kind.label),
        ("Aftalt arbejdstid", f"{counted(one.weekly_hours, 'time', 'timer')} om ugen"),
        ("Registreret i lønsystemet", _day(one.registered) or "ikke oplyst"),
        ("Anmeldt i NemRefusion", _day(written.notified) or "ikke anmeldt"),
        ("Anmodet om refusion", _day(written.claimed) or "ikke anmodet"),
        ("Årsag", one.cause.label if one.cause else ""),
        ("Tabt", _lost(one)),
        ("Beregnet", long_date(found.as_of)),
    )
    return tuple((label, value) for label, value in facts if value)


def _day(day: date | None) -> str:
    return long_date(day) if day else ""
