"""The guide on one page, to be hung up."""

from collections.abc import Iterator
from datetime import date
from functools import cache
from pathlib import Path

from raadhus.core.documents.renderers.pdf import compile_pdf
from raadhus.core.documents.renderers.typst import typst_content, typst_string
from raadhus.kernel.danish import kroner, long_date
from raadhus.refunds.rules.cases import Settings
from raadhus.refunds.rules.guide import TOPICS, calendar, examples

_TITLE = "Når en medarbejder er syg: frister for refusion"


def write_guide(settings: Settings, municipality: str, day: date) -> bytes:
    """Return the guide as PDF/UA-1, one page of A4, as it holds on a day."""
    return compile_pdf(paper(), "\n".join(_source(settings, municipality, day)), day=day)


@cache
def paper() -> str:
    """Return the look of what refunds print."""
    return (Path(__file__).parent / "paper.typ").read_text(encoding="utf-8")


def dated(day: date) -> str:
    """Return a Typst expression of a day."""
    return f"datetime(year: {day.year}, month: {day.month}, day: {day.day})"


def _source(settings: Settings, municipality: str, day: date) -> Iterator[str]:
    words = f"{typst_string(_TITLE)}, {typst_string(municipality)}"
    yield f'#show: sheet.with({words}, "da", {dated(day)}, 9.5pt, (top: 14mm, bottom: 12mm, x: 18mm), false)'
    yield "#{"
    yield "steps("
    for step in calendar(settings):
        yield f"({_words(step.when)}, {_words(step.what)}),"
    yield ")"
    yield "v(0.9em)"
    yield "topics("
    for topic in TOPICS:
        yield f"({_words(topic.heading)}, {_words(topic.text)}),"
    yield ")"
    yield "v(0.9em); costs("
    for one in examples(settings):
        yield f"({_words(one.situation)}, {_words(str(one.lost_days))}, {_words(kroner(one.lost_ore))}),"
    yield ")"
    said = (
        f"Gælder pr. {long_date(day)}. Regnereglerne og deres kilder står i vejledningen på skærmen. Fortolkninger: "
        + " ".join(one.text for one in settings.assumptions[:3])
    )
    yield f"v(0.8em); small({_words(said)})"
    yield "}"


def _words(text: str) -> str:
    """Return the text as content; no line ends between the sign and its section."""
    return typst_content(text.replace("§ ", "§\N{NO-BREAK SPACE}"))
