"""A text as sentences, with Danish abbreviations left whole."""

import re
from dataclasses import dataclass

_BREAK = re.compile(r"(?<=[.!?])[\"”»')\]]*\s+(?=[A-ZÆØÅ\"”«(\[\d]|[a-zæøå]\)\s)|\n+")
_ABBREVIATION = re.compile(
    r"(?:^|[\s(])(?:pkt|nr|kl|ca|jf|bl\.?a|f\.?eks|fx|ift|ifm|iht|vedr|hhv|evt|inkl|ekskl|mio|mia|kr|pct|st|d|dvs|mv|m\.v|pga|"
    r"m\.m|tlf|stk|osv|afs|kap|art|jan|feb|mar|apr|jun|jul|aug|sep|sept|okt|nov|dec|ad|ad\.?\s?\d+|(?-i:[A-ZÆØÅ]))\.$",
    re.IGNORECASE,
)
_LISTED = re.compile(r"(?:[,;:]|\bog|\bsamt)\s+\d{1,2}\.$", re.IGNORECASE)
_LABEL_ONLY = re.compile(r"\s*(?:at\s+)?(?:\d{1,2}|[a-zæøå])\.?(?:\s?-\s?\d{1,2})?\.", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence and where it begins in the text."""

    text: str
    start: int

    @property
    def end(self) -> int:
        """Where it ends in the text."""
        return self.start + len(self.text)


def sentences(text: str) -> list[Sentence]:
    """Return the sentences of a text in order."""
    result: list[Sentence] = []
    begin = 0
    for match in _BREAK.finditer(text):
        piece = text[begin : match.start()]
        if "\n" not in match[0] and (
            _ABBREVIATION.search(piece[-12:]) or _LABEL_ONLY.fullmatch(piece) or _LISTED.search(piece[-12:])
        ):
            continue
        _add(result, piece, begin)
        begin = match.end()
    _add(result, text[begin:], begin)
    return result


def _add(result: list[Sentence], piece: str, begin: int) -> None:
    stripped = piece.strip()
    if stripped:
        result.append(Sentence(stripped, begin + piece.index(stripped[0])))
