"""Rules about what a decision sets going: who does it and by when stands in the minutes, or nobody does it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from raadhus.kernel.danish import MONTHS
from raadhus.meetings.rules.lint.findings import Severity
from raadhus.meetings.rules.lint.paper import Paper, Stretch
from raadhus.meetings.rules.lint.rule import CASE_GUIDES, MINUTES, OUR_OWN, Hit, Rule
from raadhus.meetings.rules.reading import ReadItem, ReadObligation
from raadhus.meetings.rules.sentences import Sentence

_TASK = re.compile(
    r"\b(?:frem|fore|genfrem)lægges\b|\b(?:ud|ind)arbejdes\b|\b(?:undersøges|afklares|afdækkes|belyses|indhentes|igangsættes|"
    r"iværksættes|etableres|nedsættes|tilrettes|præciseres|revideres|evalueres|afrapporteres|udsendes|eftersendes)\b|"
    r"\bfremsendes\s+(?:svar|notat|redegørelse|oversigt|en|et)\b|\bfølge[rs]?\s+op\b|\bvende[rs]?\s+tilbage\b|"
    r"\bdrøftes\s+(?:i|på|med)\b|\bønske\s+om,?\s+at\b|\bskal\s+(?:\w+\s+){0,4}?\w+es\b|"
    r"\b(?:beder|anmoder|pålægger|bestiller|bestilte)\b|\b(?:udarbejder|undersøger|fremlægger|forelægger|indkalder|afklarer)\b|"
    r"\bgodkend\w+\s+(?:\w+\s+){0,2}?sag\s+til\b",
    re.IGNORECASE,
)
# What the meeting itself does, now, needs nobody to follow it up.
# And what some proposed, voted for or reserved is not what was decided.
_DONE_NOW = re.compile(
    r"^\s*(?:tilbagesendes|sagen\s+bedes\s+tilbagesendt|indstilles|anbefales)\b|"
    r"\b(?:fremsatte|foreslog|foreslår|stillede|stemte|forbehold|protokols|ændringsforslag\w*)\b",
    re.IGNORECASE,
)
# Some minutes print the proposal below the decision.
_PROPOSED = re.compile(r"^(?:Forslag|Beslutningsforslag|Indstilling|Baggrund)\w*\s*(?::|$)")
_UNIT = (
    r"(?:[A-ZÆØÅ]{2,6}\b|Center\s+for\s+[A-ZÆØÅ]\w+(?:\s+og\s+[A-ZÆØÅ]\w+)?|[Aa]dministrationen|[Ff]orvaltning(?:en|erne)|[Ss]ekretariatet|"
    r"[\wæøå]*[Dd]irektør(?:en)?|[\wæøå]*chef(?:en|erne)?|[Bb]orgmester(?:en|ens\s+[Aa]fdeling)|[Rr]ådmanden|[Mm]agistratsafdelingen\s+for\s+"
    r"[A-ZÆØÅ]\w+(?:\s+og\s+[A-ZÆØÅ]\w+)?|[A-ZÆØÅ]\w+(?:,\s+[A-ZÆØÅ]\w+)*\s+og\s+[A-ZÆØÅ]\w+|[A-ZÆØÅ][a-zæøå]+\s+[A-ZÆØÅ][a-zæøå]+)"
)
_OWNER = re.compile(
    rf"\b(?:ansvarlig|tovholder|ejer|opgaveholder)\b|\bv/\s*\w|\b(?:af|beder|anmoder|pålægger|bestiller\s+hos)\s+{_UNIT}|"
    rf"(?:^|[,.;:]\s+|\bat\s+|\bog\s+|\bhvor\s+|\bhvorefter\s+){_UNIT}\s+(?:(?:skal|vil|får)\s+)?(?:\w+\s+)?(?:\w+er|\w+e|sørger)\b|"
    rf"\b(?:skal|vil|får|udarbejder|undersøger|fremlægger|forelægger)\s+{_UNIT}",
)
_MONTH = "|".join(MONTHS)
_DUE = re.compile(
    rf"\b\d{{1,2}}\.?\s*(?:{_MONTH}|/\d{{1,2}}|[-.]\s?\d{{1,2}})\b|\b(?:i|til|inden|primo|medio|ultimo|senest|fra|pr\.)\s+(?:udgangen\s+af\s+)?(?:{_MONTH})\b|"
    r"\b[1-4]\.\s*kvartal|\bQ[1-4]\b|\b[12]\.\s*halvår|\buge\s+\d{1,2}\b|\b(?:inden|efter|før)\s+(?:sommerferien|sommeren|jul|årsskiftet|nytår|påske)|"
    r"\bi\s+(?:efteråret|foråret)\b|\binden\s+(?:for\s+)?\w+\s+(?:dage|uger|måneder)\b|\bom\s+\w+\s+(?:dage|uger|måneder|år)\b|"
    r"\b(?:næste|førstkommende)\s+(?:\w+)?møde|\b(?:halvårligt|kvartalsvis|årligt|månedligt|ugentligt|straks|samme\s+dag)\b|"
    r"\b(?:inden\s+udgangen\s+af|i|senest|ultimo)\s+(?:året|20\d\d)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class _Task:
    """A sentence that sets something going, and what it leaves unsaid."""

    stretch: Stretch
    without_owner: bool
    without_due: bool


def decision_without_owner(paper: Paper) -> Iterator[Hit]:
    """Yield each decision that sets something going without saying who does it or by when, once a decision."""
    for _, item in paper.open_items():
        lacking = [task for task in _tasks(paper, item) if task.without_owner or task.without_due]
        if not lacking:
            continue
        owner, due = any(task.without_owner for task in lacking), any(task.without_due for task in lacking)
        yield Hit(_said(without_owner=owner, without_due=due), lacking[0].stretch.start, lacking[0].stretch.end)


def _said(*, without_owner: bool, without_due: bool) -> Sentence:
    if without_owner and without_due:
        return Sentence("Beslutningen sætter noget i gang uden at sige, hvem der gør det, og hvornår.")
    if without_owner:
        return Sentence("Beslutningen sætter noget i gang uden at sige, hvem der gør det.")
    return Sentence("Beslutningen sætter noget i gang uden at sige, hvornår det skal være gjort.")


def _tasks(paper: Paper, item: ReadItem) -> Iterator[_Task]:
    if item.decision is None:
        return
    for stretch in paper.sentences(item.decision.source):
        if _PROPOSED.match(stretch.text):
            return
        if not _TASK.search(stretch.text) or _DONE_NOW.search(stretch.text):
            continue
        promised = [one for one in item.obligations if stretch.start <= one.source.start < stretch.end]
        owned = any(one.owner for one in promised) or bool(_OWNER.search(stretch.text))
        dued = any(one.due or _is_due(one) for one in promised) or bool(_DUE.search(stretch.text))
        yield _Task(stretch, not owned, not dued)


def _is_due(one: ReadObligation) -> bool:
    return bool(one.due_text) and not _VAGUE.search(one.due_text or "")


_VAGUE = re.compile(
    r"\b(?:snarest(?:\s+muligt)?|hurtigst\s+muligt|på\s+sigt|i\s+nærmeste\s+fremtid|inden\s+længe|på\s+(?:et\s+)?kommende\s+\w+)\b",
    re.IGNORECASE,
)


def vague_deadline(paper: Paper) -> Iterator[Hit]:
    """Yield promises whose only deadline is a word that is never passed, such as "snarest"."""
    for _, item in paper.open_items():
        for one in item.obligations:
            if one.due:
                continue
            vague = next(iter(paper.find(_VAGUE, one.source)), None)
            if vague:
                message = Sentence("»%(words)s« er ingen frist: skriv en dato, en måned eller et møde.", words=vague[0])
                yield Hit(message, vague.start(), vague.end())


RULES = (
    Rule(
        "decision-without-owner",
        Severity.WARNING,
        Sentence("Beslutning uden ansvarlig eller frist"),
        decision_without_owner,
        sources=(CASE_GUIDES, OUR_OWN),
        kinds=MINUTES,
    ),
    Rule("vague-deadline", Severity.ADVICE, Sentence("En frist, der ikke kan overskrides"), vague_deadline),
)
