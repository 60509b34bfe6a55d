"""Where the reader is on the way from a file to its figures: what was posted, read, and what it is known by."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from raadhus.kernel.actors import Actor
from raadhus.kernel.errors import WrongInput
from raadhus.personnel.forms.carrying import CarriedFile
from raadhus.personnel.forms.references import MOST_SOURCE, TableChoiceForm
from raadhus.personnel.queries.reference_imports import VALUES
from raadhus.personnel.queries.reference_plans import table_in
from raadhus.personnel.rules.benchmarks.mapping import TableChoice, suggested
from raadhus.personnel.rules.benchmarks.statbank import StatTable


@dataclass(slots=True)
class Step:
    """Where the reader is: the file, its ages or the form of its variables, and what it would do."""

    kind: str
    file: CarriedFile
    ages: str = ""
    source: str = ""
    table: StatTable | None = None
    form: TableChoiceForm | None = None
    choice: TableChoice | None = None

    @property
    def mark(self) -> str:
        """What is seen is known by: another choice is another mark, and is shown before it is taken in."""
        reading = json.dumps([self.ages, self.source, self.choice.as_data() if self.choice else None], sort_keys=True)
        return hashlib.sha256(reading.encode() + self.file.data).hexdigest()


def step_of(viewer: Actor, kind: str, file: CarriedFile, posted: Mapping[str, str], now: datetime) -> Step:
    """Return the step that was posted. Of a StatBank table the choice is what was posted; the first time it is what we suggest."""
    step = Step(kind, file)
    if kind != VALUES:
        step.ages, step.source = posted.get("ages", ""), posted.get("source", "")[:MOST_SOURCE]
        return step
    try:
        step.table = table_in(viewer, file.data, file.name, now)
    except WrongInput:
        # What is wrong with the file is told by the plan.
        return step
    if step.table is not None:
        chosen = posted if "definition" in posted else None
        step.form = TableChoiceForm(chosen, table=step.table, suggestion=suggested(step.table))
        if chosen is not None and step.form.is_valid():
            step.choice = step.form.choice
    return step
