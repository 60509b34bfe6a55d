"""Promises in the prose, suggested for a person to confirm: what, by whom, to which body, when."""

import re
from collections.abc import Iterator, Sequence

from raadhus.meetings.reader.dues import Due, find_dues
from raadhus.meetings.reader.flow import Paragraph, paragraphs
from raadhus.meetings.reader.rows import Row, Sheet
from raadhus.meetings.rules.prose import Sentence, sentences
from raadhus.meetings.rules.reading import ReadObligation, Span

_SUBMIT = (
    r"forelægges|fremlægges|fremlægger|forelægger|afrapporteres|afrapporterer|genfremlægges|"
    r"(?:vil|skal)\s+(?:\w+\s+){0,6}?(?:blive\s+)?(?:forelagt|fremlagt|præsenteret|forelægge|fremlægge|præsentere|orienteret|orientere|afrapportere|fortælle)|"
    r"vender\s+tilbage|vende\s+tilbage|forbereder\s+(?:\w+\s+){0,3}?sag|udarbejder\s+(?:et\s+|en\s+)?(?:notat|sag|oplæg|redegørelse)"
)
_PROMISE = re.compile(rf"\b(?:{_SUBMIT})\b", re.IGNORECASE)
_ORDER = re.compile(
    r"\bbestil(?:te|ler|t)\b[^.]{0,80}?\b(?:sag|notat|afklaring|redegørelse|oplæg|analyse)\b|\b(?:bad|beder|anmod(?:er|ede))\s+(?:om\b|administrationen|forvaltningen)[^.]{0,120}\b(?:sag|notat|oplæg|redegørelse)\b",
    re.IGNORECASE,
)
_INSTRUCTION = re.compile(
    r"\bskal\s+(?:\w+\s+){0,4}?(?:indarbejdes|indgå|udarbejdes|undersøges|afdækkes|fremlægges|forelægges|følges|evalueres)\b|\bindarbejdes\s+i\b|"
    r"\b(?:eftersendes|fremsendes|udarbejdes)\s+(?:svar|notat|redegørelse|oversigt)|\budarbejder\s+(?:et\s+)?notat|\bfølges\s+op\b|\bdrøftes\s+i\s+\w+\s+inden\b",
    re.IGNORECASE,
)
_NOT_A_PROMISE = re.compile(
    r"\b(?:blev|har\s+været|er\s+blevet|har\s+tidligere|hermed|i\s+denne\s+sag|med\s+denne\s+sag|nærværende\s+sag|nedenfor|som\s+det\s+ses|"
    r"senest\s+været|tidligere\s+\w+lagt)\b|\b(?:anbefales|foreslås|indstilles|anbefaler|foreslår|indstiller)\b[^.]{0,60}\bat\b",
    re.IGNORECASE,
)
_BODY_NOUN = (
    r"(?:[A-ZÆØÅ][\w-]{0,40}(?:[\s,-]{1,4}(?:og|samt|[A-ZÆØÅ][\w-]{0,40})){0,8}?\s*-?\s*)?(?i:[\w-]{0,40})(?i:udvalget|udvalgene|byrådet|kommunalbestyrelsen|borgerrepræsentationen|direktionen|magistraten|chefforum(?:met)?|"
    r"styregruppen|bestyrelsen|(?<!om)rådet|nævnet|hovedmed|koncernledelsen|chefgruppen)"
)
_BODY = re.compile(rf"\b(?P<short>HU|ØU|BY|KB|BR|FU|HMU|MED|TMU|BSU|SSU|KFU|ØK|SU)\b|\b(?P<long>{_BODY_NOUN})\b")
_OWNER = re.compile(
    r"(?P<owner>\b(?:[A-ZÆØÅ]{2,6}(?:\s+og\s+[A-ZÆØÅ]{2,6})?|Center\s+for\s+[A-ZÆØÅ]\w+(?:\s+og\s+[A-ZÆØÅ]\w+)?|[Aa]dministrationen|[Ff]orvaltningen|[Dd]irektøren|[Mm]agistratsafdelingen\s+for\s+[A-ZÆØÅ]\w+(?:\s+og\s+[A-ZÆØÅ]\w+)?|Borgmesterens\s+Afdeling)\b)"
    r"\s+(?:\w+\s+){0,2}?(?:vil|skal|forbereder|fremlægger|forelægger|udarbejder|vender|udsender|afrapporterer|orienterer|fortælle)\b"
    r"|\bvil\s+(?P<owner2>[A-ZÆØÅ]{2,6}|administrationen|forvaltningen)\s+(?:fortælle|fremlægge|forelægge|vende|orientere|præsentere)"
)


def read_obligations(
    rows: Sequence[Row], sheet: Sheet, *, meeting_date: str | None, deciding: bool
) -> tuple[ReadObligation, ...]:
    """Return the promises in a section's rows; in a decision instructions count too."""
    found: list[ReadObligation] = []
    for piece in paragraphs(rows, sheet):
        for sentence in sentences(piece.text):
            if _is_promise(sentence.text, meeting_date, deciding=deciding):
                found.extend(_obligations(sentence, piece, meeting_date))
    return tuple(found)


def _is_promise(text: str, meeting_date: str | None, *, deciding: bool) -> bool:
    if deciding and (_INSTRUCTION.search(text) or (_PROMISE.search(text) and not re.search(r"\bhermed\b", text))):
        return True
    if _ORDER.search(text):
        return True
    match = _PROMISE.search(text)
    if not match or _NOT_A_PROMISE.search(text):
        return False
    return bool(_BODY.search(text) or find_dues(text, meeting_date) or re.search(r"\bsag(?:\b|en\b)", text))


def _obligations(sentence: Sentence, piece: Paragraph, meeting_date: str | None) -> Iterator[ReadObligation]:
    """One obligation, or one for each body with its own due date ("HU i juni og ØU i august")."""
    text = sentence.text
    match = _PROMISE.search(text) or _INSTRUCTION.search(text) or _ORDER.search(text)
    bodies = [body for body in _BODY.finditer(text) if _receives(text, body, match)]
    dues = find_dues(text, meeting_date)
    span = _span(sentence, piece)
    owner = _owner(text)
    if len(bodies) > 1 and len(dues) == len(bodies) and all(due.due for due in dues):
        for body, due in zip(bodies, dues, strict=True):
            yield _obligation(text, owner, _name(body), due, span)
        return
    yield _obligation(
        text, owner, " og ".join(dict.fromkeys(_name(body) for body in bodies)) or None, dues[0] if dues else None, span
    )


def _obligation(text: str, owner: str | None, body: str | None, due: Due | None, span: Span) -> ReadObligation:
    return ReadObligation(
        text=text,
        owner=owner,
        to_body=body,
        due=due.due if due else None,
        due_text=due.text if due else None,
        due_inferred=bool(due and due.is_inferred),
        source=span,
    )


def _receives(text: str, body: re.Match[str], verb: re.Match[str] | None) -> bool:
    """Tell whether the body receives: when it stands behind the verb or in "Direktionen vil blive præsenteret"; else it is the one that decides."""
    if verb is None or body.start() >= verb.start():
        return True
    between = text[body.end() : verb.start()]
    if re.search(
        r"\b(?:på|i|til|for)(?:\s+(?:et|en|den|det|kommende|næste))*\s*$", text[: body.start()], re.IGNORECASE
    ):
        return True
    return between.strip() == "" and bool(re.search(r"\b(?:blive|præsenteret|forelagt|orienteret)", verb[0]))


def _name(body: re.Match[str]) -> str:
    return " ".join((body["short"] or body["long"]).split())


def _owner(text: str) -> str | None:
    match = _OWNER.search(text)
    return (match["owner"] or match["owner2"]) if match else None


def _span(sentence: Sentence, piece: Paragraph) -> Span:
    """Where the sentence stands in the source: from the row that holds its first words to the one that holds its last."""
    first = _locate(piece.rows, sentence.text[:15], from_end=False)
    last = _locate(piece.rows, sentence.text[-15:], from_end=True)
    start = first if first is not None else piece.span.start
    end = last + len(sentence.text[-15:]) if last is not None else piece.span.end
    return Span(start, end, piece.span.page) if start < end else piece.span


def _locate(rows: Sequence[Row], words: str, *, from_end: bool) -> int | None:
    for row in reversed(rows) if from_end else rows:
        position = row.line.text.rfind(words) if from_end else row.line.text.find(words)
        if position >= 0:
            return row.line.start + position
    return None
