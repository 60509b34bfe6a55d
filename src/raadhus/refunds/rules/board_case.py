"""The case to the board about a year's lost refund: background, recommendations, table, causes and figures, as blocks (docs/rules/refunds.md)."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from raadhus.kernel.danish import counted, kroner
from raadhus.kernel.money import format_ore
from raadhus.refunds.rules.concern import Concern, whole_kroner
from raadhus.refunds.rules.ledger import OTHERS

Json = dict[str, Any]

NOTE = "direktionen tager orienteringen om tabt sygedagpengerefusion til efterretning"
INFORM = "direktionen orienterer Chefforum om udviklingen i den tabte sygedagpengerefusion"
NEWSLETTER = "HR udsender et Ledernyt om rettidig og korrekt indberetning af fravær"
GUIDE = "HR opdaterer og tydeliggør vejledningen om indberetning af fravær"
RECOMMENDATIONS = (NOTE, INFORM, NEWSLETTER, GUIDE)


@dataclass(frozen=True, slots=True)
class CaseLine:
    """One line of a table in the case."""

    name: str
    cases: int
    lost_ore: int
    causes: str = ""


@dataclass(frozen=True, slots=True)
class CaseFacts:
    """What the case is made of. Without `wrong` (cases, øre) the split is not told; `chart` is the block of the trend."""

    concern: Concern
    cases: int
    lost_ore: int
    by_centre: tuple[CaseLine, ...]
    by_cause: tuple[CaseLine, ...]
    wrong: tuple[int, int] | None
    chart: Json | None
    is_exact: bool
    least_cases: int

    @property
    def year(self) -> int:
        """The statement's year."""
        return self.concern.year


def title_of(year: int) -> str:
    """Return the case's title."""
    return f"Tabt sygedagpengerefusion i {year}"


def blocks_of(facts: CaseFacts) -> tuple[Json, ...]:
    """Return the text of the case."""
    return tuple(_blocks(facts))


def _blocks(facts: CaseFacts) -> Iterator[Json]:
    yield _heading("Baggrund")
    yield _text(
        "Kommunen betaler løn under sygdom og kan efter sygedagpengeloven få refusion for fravær ud over arbejdsgiverperioden. "
        "Refusionen går tabt, når fraværet indberettes, anmeldes eller anmodes for sent, eller når det er indberettet forkert."
    )
    yield _text(facts.concern.sentence)
    yield _heading("Indstilling")
    yield _text("HR indstiller, at")
    yield {"type": "list", "ordered": True, "items": [{"text": text} for text in RECOMMENDATIONS]}
    yield _heading("Sagsfremstilling")
    yield from _trend(facts)
    yield from _centres(facts)
    yield from _causes(facts)
    yield _heading("Økonomi")
    cases = counted(facts.cases, "sag", "sager")
    yield _text(
        f"Der er tabt {kroner(facts.lost_ore)} i {cases}. Beløbet kan ikke hentes hjem: tabet er endeligt, og sager, hvor "
        "der er givet dispensation, er ikke regnet med."
    )


def _trend(facts: CaseFacts) -> Iterator[Json]:
    if facts.chart is not None:
        yield _text("Så meget har kommunen tabt i årenes løb:")
        yield facts.chart


def _centres(facts: CaseFacts) -> Iterator[Json]:
    if not facts.by_centre:
        yield _text("Sagerne er for få til, at de kan vises fordelt på centre.")
        return
    head = (
        ["Center", "Antal sager", "Årsag", "Tabt refusion"]
        if facts.is_exact
        else ["Center", "Antal sager", "Tabt refusion"]
    )
    yield _table(f"Opgørelse for {facts.year}", head, [_row(line, facts) for line in facts.by_centre], facts)
    if any(line.name == OTHERS for line in facts.by_centre):
        yield _text(
            f"Centre med færre end {facts.least_cases} sager er lagt sammen, så ingen medarbejder kan genkendes."
        )
    if facts.wrong is not None:
        count, ore = facts.wrong
        entries = "Den ene fejlindberetning" if count == 1 else f"De {count} fejlindberetninger"
        if count:
            rest = whole_kroner(facts.lost_ore - ore)
            yield _text(
                f"{entries} udgør {whole_kroner(ore)}; resten, {rest}, er tabt, fordi et skridt blev taget for sent."
            )


def _causes(facts: CaseFacts) -> Iterator[Json]:
    if not facts.by_cause:
        return
    rows = [[line.name, str(line.cases), format_ore(line.lost_ore)] for line in facts.by_cause]
    yield _table("Årsager", ["Årsag", "Antal sager", "Tabt refusion"], rows, facts)


def _row(line: CaseLine, facts: CaseFacts) -> list[str]:
    causes = [line.causes] if facts.is_exact else []
    return [line.name, str(line.cases), *causes, format_ore(line.lost_ore)]


def _table(caption: str, head: Sequence[str], rows: Sequence[Sequence[str]], facts: CaseFacts) -> Json:
    blanks = [""] * (len(head) - 3)
    whole = ["I alt", str(facts.cases), *blanks, format_ore(facts.lost_ore)]
    return {
        "type": "table",
        "caption": f"{caption}, beløb i kroner",
        "header_rows": 1,
        "rows": [list(head), *map(list, rows), whole],
    }


def _heading(text: str) -> Json:
    return {"type": "heading", "level": 1, "text": text}


def _text(text: str) -> Json:
    return {"type": "paragraph", "text": text}
