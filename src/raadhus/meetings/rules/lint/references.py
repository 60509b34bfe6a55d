"""Rules about references: an attachment that is not there, a scenario that is called something else, a file's name as a title."""

import re
from collections.abc import Iterator

from raadhus.meetings.rules.lint.findings import Fix, Severity
from raadhus.meetings.rules.lint.paper import Paper
from raadhus.meetings.rules.lint.rule import CASE_GUIDES, OUR_OWN, Hit, Rule
from raadhus.meetings.rules.lint.tables import tables_of
from raadhus.meetings.rules.reading import ReadItem, Span
from raadhus.meetings.rules.sentences import Sentence

_LABEL = r"(?:\d{1,2}[a-zA-Z]?|[IVX]{1,4}|[A-H])"
_ATTACHED = re.compile(
    rf"(?<![\wæøå-])[Bb]ilag(?:et|ene)?\s+(?:nr\.?\s*)?(?P<labels>{_LABEL}(?:(?:\s*,\s*|\s+og\s+|\s*[-–]\s*|\s+samt\s+){_LABEL})*)(?![\wæøå/]|[.,]\d|-\w)"
)
_ANOTHERS_BEFORE = re.compile(
    r"(?:(?:loven|bekendtgørelsen|planen|rapporten|notatet|vejledningen|aftalen|\w+ets|\w+ens|\w+ernes)s?)\s+$",
    re.IGNORECASE,
)
_ANOTHERS_BEHIND = re.compile(
    r"\s+(?:til|i|af|fra)\s+(?:den\s+|det\s+|de\s+)?[\wæøå-]*(?:lov|bekendtgørelse|plan|rapport|notat|vejledning|aftale|regulativ|vedtægt|"
    r"forretningsorden|sag|indstilling|redegørelse|meningstilkendegivelse|direktiv|forordning)",
    re.IGNORECASE,
)
_OWN = re.compile(rf"(?:Bilag|\bbilag)\s+(?:nr\.?\s*)?(?P<label>{_LABEL})(?![\wæøå])")
_ENCLOSED = re.compile(
    r"\b(?:vedlagt|vedlægges|vedhæftet|vedhæftes|vedhæftede|vedlagte)\s+(?:\w+\s+){0,3}?(?:som\s+bilag|bilag(?:et)?)\b(?!\s*[\dIVX])",
    re.IGNORECASE,
)
_SINGLE = re.compile(_LABEL)


def attachment_missing(paper: Paper) -> Iterator[Hit]:
    """Yield references to attachments that the item's list does not have, where the document has such lists."""
    if not (paper.settings.lists_known or any(item.attachments for item in paper.reading.items)):
        return
    for place, item in paper.open_items():
        for part in paper.body_parts(place):
            for match in paper.find(_ATTACHED, part):
                if not _is_anothers(paper, match):
                    yield from _missing(item, match)
            for match in () if item.attachments else paper.find(_ENCLOSED, part):
                message = Sentence("Der henvises til et bilag, men punktet har ingen bilag.")
                yield Hit(message, match.start(), match.end())


def _is_anothers(paper: Paper, match: re.Match[str]) -> bool:
    """Tell whether the attachment belongs to a law, a plan or another paper that the text names."""
    before = paper.prose[max(0, match.start() - 40) : match.start()]
    return bool(_ANOTHERS_BEFORE.search(before) or _ANOTHERS_BEHIND.match(paper.prose, match.end()))


def _missing(item: ReadItem, match: re.Match[str]) -> Iterator[Hit]:
    own = {found["label"].casefold() for one in item.attachments for found in _OWN.finditer(one.title)}
    for label in _SINGLE.finditer(match["labels"]):
        if _is_there(label[0].casefold(), own, len(item.attachments)):
            continue
        start = match.start("labels") + label.start()
        begin = match.start() if label.start() == 0 else start
        yield Hit(_not_there(label[0], len(item.attachments)), begin, start + len(label[0]))


# Attachments are labelled when one of them is the first; a lone "bilag 2" in a title may be another paper's.
_FIRST = frozenset(["1", "1a", "a", "i"])


def _is_there(label: str, own: set[str], count: int) -> bool:
    """Tell whether an attachment has this label, or, where none is labelled, whether there are that many."""
    if own & _FIRST:
        return label in own or any(one.rstrip("abcdefgh") == label for one in own)
    return not label.isdigit() or 0 < int(label) <= count


def _not_there(label: str, count: int) -> Sentence:
    if not count:
        return Sentence("Der henvises til bilag %(label)s, men punktet har ingen bilag.", label=label)
    return Sentence("Der henvises til bilag %(label)s, men punktets bilag hedder noget andet.", label=label)


_NOUNS = r"(?:scenari(?:e|um)|model|alternativ|option|variant|løsning(?:smodel)?|mulighed|løsningsforslag)"
_PLURALS = r"(?:scenari(?:er(?:ne)?|et|erne)|modeller(?:ne)?|alternativer(?:ne)?|optioner(?:ne)?|varianter(?:ne)?|løsninger(?:ne)?|muligheder(?:ne)?)"
_SIGN = r"(?:\d{1,2}|[a-hA-H]|[IVX]{1,4})"
_HEADED = re.compile(rf"(?P<noun>{_NOUNS})\s+(?P<label>{_SIGN})\s*(?:[:.)–-]|$)", re.IGNORECASE)
_MENTIONED = re.compile(
    rf"\b(?P<noun>{_NOUNS}|{_PLURALS})\s+(?P<labels>{_SIGN}(?:(?:\s*,\s*|\s+(?:og|eller|samt)\s+){_SIGN})*)(?![\wæøå%]|[.,]\d|\s*(?:pct|mio|kr)\b)",
    re.IGNORECASE,
)
_FEWEST = 2


def scenario_misnamed(paper: Paper) -> Iterator[Hit]:
    """Yield references to a scenario or option by a label that the item's table or headings do not have."""
    for place, item in paper.open_items():
        named = _named(paper, item.source)
        for part in paper.body_parts(place) if named else ():
            for match in paper.find(_MENTIONED, part):
                yield from _other_labels(match, named)


def _named(paper: Paper, span: Span) -> dict[str, set[str]]:
    """Return the labels that table cells and lines of the item give, by the stem of their noun; one alone names nothing."""
    found: dict[str, set[str]] = {}
    texts = [line for _, line in paper.lines(span.start, span.end) if "\t" not in line]
    for table in tables_of(paper):
        cells = [cell for row in (*table.header, *table.rows) for cell in row.cells]
        texts += [cell.text for cell in cells if span.start <= cell.start < span.end]
    for text in texts:
        match = _HEADED.match(text.strip())
        if match:
            found.setdefault(_stem(match["noun"]), set()).add(match["label"].casefold())
    return {noun: labels for noun, labels in found.items() if len(labels) >= _FEWEST}


def _stem(noun: str) -> str:
    return noun.casefold()[:5]


def _other_labels(match: re.Match[str], named: dict[str, set[str]]) -> Iterator[Hit]:
    known = named.get(_stem(match["noun"]))
    if not known:
        return
    labels = [
        label for label in re.findall(rf"\b{_SIGN}\b", match["labels"]) if label != "I" or len(match["labels"]) == 1
    ]
    strange = [label for label in labels if label.casefold() not in known]
    if strange:
        message = Sentence(
            "»%(quote)s« findes ikke: tabellen eller overskrifterne kalder dem %(known)s.",
            quote=" ".join(match[0].split()),
            known=", ".join(sorted(known)),
        )
        yield Hit(message, match.start(), match.end())


_ENDING = re.compile(r"\s*\.(?:docx?|docm|pdf|pptx?|xlsx?|xlsm|msg|rtf|odt|jpe?g|png)\b", re.IGNORECASE)


def attachment_file_name(paper: Paper) -> Iterator[Hit]:
    """Yield attachments that are called by their file's name, ending and all."""
    for _, item in paper.open_items():
        for attachment in item.attachments:
            for match in paper.find(_ENDING, attachment.source):
                message = Sentence(
                    "Bilaget hedder som en fil: »%(ending)s« er ikke en del af titlen.", ending=match[0].strip()
                )
                yield Hit(message, match.start(), match.end(), Fix(match.start(), match.end(), ""))


RULES = (
    Rule(
        "attachment-missing",
        Severity.WARNING,
        Sentence("Henvisning til et bilag, der ikke er der"),
        attachment_missing,
        sources=(CASE_GUIDES, OUR_OWN),
    ),
    Rule(
        "scenario-misnamed",
        Severity.WARNING,
        Sentence("Scenarie eller model, der hedder noget andet"),
        scenario_misnamed,
        sources=(OUR_OWN,),
    ),
    Rule(
        "attachment-file-name",
        Severity.ADVICE,
        Sentence("Bilag, der hedder som en fil"),
        attachment_file_name,
        sources=(OUR_OWN,),
    ),
)
