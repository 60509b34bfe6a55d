"""What must be right before an agenda is sent (docs/rules/agendas.md). The linter looks at the texts; this looks at the agenda."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from raadhus.kernel.errors import DomainError
from raadhus.meetings.rules.comparison import changes
from raadhus.meetings.rules.draft_facts import missing_ground
from raadhus.meetings.rules.profile_rules import ProfileRules
from raadhus.meetings.rules.reading import Reading, ReadItem
from raadhus.meetings.rules.sentences import Sentence


@dataclass(frozen=True, slots=True)
class AgendaFinding:
    """One thing that is wrong with an agenda: at which item (its place from 0, None for all of it), and whether it stops the sending."""

    place: int | None
    message: Sentence
    blocks: bool


class NotReadyToSend(DomainError):
    """The agenda may not be sent as it is; `findings` says why, and the sentence is what stops it."""

    def __init__(self, found: Sequence[AgendaFinding], said: str) -> None:
        super().__init__(said)
        self.findings = tuple(found)


def agenda_findings(
    agenda: Reading, rules: ProfileRules, fixed: frozenset[str | None] = frozenset()
) -> Iterator[AgendaFinding]:
    """Yield what is wrong with an agenda that is about to be sent; `fixed` are the keys of points that need no text."""
    if not agenda.items:
        yield AgendaFinding(
            None, Sentence("Dagsordenen har ingen punkter endnu. Sæt mindst én sag på den."), blocks=True
        )
    if not agenda.start_time:
        yield AgendaFinding(None, Sentence("Mødet har intet klokkeslæt."), blocks=False)
    if not agenda.place:
        yield AgendaFinding(None, Sentence("Mødet har intet sted."), blocks=False)
    for place, item in enumerate(agenda.items):
        yield from _item(place, item, rules)
        if not item.sections and not item.recommendations and item.key not in fixed:
            text = Sentence("Punkt %(number)s har ingen tekst.", number=item.number or str(place + 1))
            yield AgendaFinding(place, text, blocks=False)


def _item(place: int, item: ReadItem, rules: ProfileRules) -> Iterator[AgendaFinding]:
    number = item.number or str(place + 1)
    if not item.title.strip():
        yield AgendaFinding(place, Sentence("Punkt %(number)s mangler en titel.", number=number), blocks=True)
    if missing_ground(closed=item.closed, legal_ground=item.legal_ground or "", rules=rules):
        text = (
            Sentence("Punkt %(number)s er lukket uden grundlag (styrelsesloven § 10).", number=number)
            if rules.has_law
            else Sentence("Punkt %(number)s er lukket uden begrundelse.", number=number)
        )
        yield AgendaFinding(place, text, blocks=rules.has_law)


def is_supplement(sent: Reading, coming: Reading) -> bool:
    """Return whether a new version only adds items (tillægsdagsorden) to the agenda that was sent; those behind get new numbers."""
    known = [item.key for item in sent.items]
    if [item.key for item in coming.items if item.key in known] != known:
        return False
    found = changes(sent, coming)
    added = [item for item in coming.items if item.key not in known]
    return bool(added) and all(one.field == "number" or (one.field == "item" and one.old is None) for one in found)
