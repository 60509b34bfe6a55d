"""A case that a room proposes: what it holds, frozen and hashed, and how it moves from proposed to handed back (docs/rules/cases.md)."""

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from raadhus.kernel.errors import DomainError, WrongInput

Json = Mapping[str, Any]

LARGEST = 5_000_000


class State(StrEnum):
    """Where a proposed case stands; `label` is Danish."""

    PROPOSED = "proposed"
    PLANNED = "planned"
    DECIDED = "decided"
    HANDED_BACK = "handed_back"
    WITHDRAWN = "withdrawn"

    @property
    def label(self) -> str:
        """The Danish word shown on the screens."""
        return _LABELS[self]

    @property
    def is_waiting(self) -> bool:
        """True until the body has decided or the proposal is taken back: another of the same would be one too many."""
        return self in {State.PROPOSED, State.PLANNED}


class Step(StrEnum):
    """What may be done with a proposed case."""

    PLAN = "plan"
    UNPLAN = "unplan"
    DECIDE = "decide"
    HAND_BACK = "hand_back"
    WITHDRAW = "withdraw"


_LABELS = {
    State.PROPOSED: "Foreslået",
    State.PLANNED: "På dagsordenen",
    State.DECIDED: "Besluttet",
    State.HANDED_BACK: "Givet tilbage",
    State.WITHDRAWN: "Trukket tilbage",
}

# A step: from where it may be taken, and where it leads.
STEPS: dict[Step, tuple[frozenset[State], State]] = {
    Step.PLAN: (frozenset({State.PROPOSED}), State.PLANNED),
    Step.UNPLAN: (frozenset({State.PLANNED}), State.PROPOSED),
    # An item that was opened again and closed anew is decided anew: the room is told the later decision.
    Step.DECIDE: (frozenset({State.PLANNED, State.DECIDED, State.HANDED_BACK}), State.DECIDED),
    Step.HAND_BACK: (frozenset({State.DECIDED}), State.HANDED_BACK),
    Step.WITHDRAW: (frozenset({State.PROPOSED}), State.WITHDRAWN),
}


class CannotStep(DomainError):
    """The proposed case does not stand where this could be done."""


class NotAProposal(WrongInput):
    """What was given cannot be frozen as a case."""


def next_state(current: State, step: Step) -> State:
    """Return where the step leads. Raises CannotStep."""
    allowed_from, leads_to = STEPS[step]
    if current not in allowed_from:
        wanted = " eller ".join(sorted(state.label.lower() for state in allowed_from))
        raise CannotStep(f"Sagsforslaget er {current.label.lower()}; det skal være {wanted}.")
    return leads_to


@dataclass(frozen=True, slots=True)
class Chart:
    """A Vega-Lite chart that holds its own data; `alt` says in words what it shows."""

    title: str
    alt: str
    spec: Json


@dataclass(frozen=True, slots=True)
class FrozenTable:
    """Data frozen with the case: what the text, tables and charts were computed from, with unit, period and source."""

    name: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str | int | float | bool | None, ...], ...]
    unit: str = ""
    period: str = ""
    source: str = ""


@dataclass(frozen=True, slots=True)
class Content:
    """Everything a proposed case holds: text and tables as blocks (JSON), charts, and the data behind them."""

    blocks: tuple[Json, ...]
    charts: tuple[Chart, ...] = ()
    data: tuple[FrozenTable, ...] = ()


def frozen(content: Content) -> dict[str, Any]:
    """Return the content as JSON values. Raises NotAProposal when a table is ragged, a chart fetches data, or it is too large."""
    for table in content.data:
        if any(len(row) != len(table.columns) for row in table.rows):
            raise NotAProposal(f"Tabellen {table.name!r} har rækker, der ikke passer til dens kolonner.")
    for chart in content.charts:
        if not chart.alt.strip():
            raise NotAProposal(f"Diagrammet {chart.title!r} mangler en tekst, der siger, hvad det viser.")
        if _fetches(chart.spec):
            raise NotAProposal(f"Diagrammet {chart.title!r} henter data udefra; data skal fryses med sagen.")
    values = {
        "blocks": list(content.blocks),
        "charts": [{"title": chart.title, "alt": chart.alt, "spec": dict(chart.spec)} for chart in content.charts],
        "data": [_table(table) for table in content.data],
    }
    if len(canonical(values)) > LARGEST:
        raise NotAProposal("Sagsforslaget er for stort til at fryses. Læg de store data som bilag.")
    return values


def _table(table: FrozenTable) -> dict[str, Any]:
    return {
        "name": table.name,
        "columns": list(table.columns),
        "rows": [list(row) for row in table.rows],
        "unit": table.unit,
        "period": table.period,
        "source": table.source,
    }


def thawed(values: Json) -> Content:
    """Return the content that was frozen."""
    return Content(
        blocks=tuple(values["blocks"]),
        charts=tuple(Chart(one["title"], one["alt"], one["spec"]) for one in values["charts"]),
        data=tuple(
            FrozenTable(
                one["name"],
                tuple(one["columns"]),
                tuple(tuple(row) for row in one["rows"]),
                one["unit"],
                one["period"],
                one["source"],
            )
            for one in values["data"]
        ),
    )


def canonical(values: Any) -> bytes:
    """Return the JSON values in the one way in which they are hashed. Raises NotAProposal for what JSON cannot say."""
    try:
        text = json.dumps(values, ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False)
        return text.encode("utf-8")
    except (TypeError, ValueError) as error:
        raise NotAProposal(
            "Sagsforslaget indeholder værdier, der ikke kan fryses (kun tekst, tal, ja/nej og tomme)."
        ) from error


def content_hash(title: str, values: Json) -> str:
    """Return the SHA-256 of title and content: the board sees exactly what was frozen."""
    return hashlib.sha256(canonical({"title": title, **values})).hexdigest()


def _fetches(value: Any) -> bool:
    """Return True when some "data" of a chart names an address."""
    if isinstance(value, Mapping):
        data = value.get("data")
        if isinstance(data, Mapping) and "url" in data:
            return True
        return any(_fetches(inner) for inner in value.values())
    if isinstance(value, Sequence) and not isinstance(value, str | bytes):
        return any(_fetches(inner) for inner in value)
    return False
