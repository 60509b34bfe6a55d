"""A text as sentences, with Danish abbreviations left whole."""

import re
from dataclasses import dataclass

_BREAK = re.compile(r"(?<=[.!?])[\"”»')\]]*\s+(?=[A-ZÆØÅ\"”«(\[\d]|[a-zæøå]\)\s)|\n+")
# These are always followed by what they belong to ...
_LEADING = re.compile(
    r"(?:^|[\s(\"”])(?:pkt|nr|kl|ca|jf|jvf|bl\.?\s?a|f\.?\s?eks|fx|ift|i\.f\.t|ifm|iht|i\.h\.t|vedr|hhv|evt|inkl|ekskl|mio|mia|st|d|dvs|"
    r"d\.v\.s|pga|p\.g\.a|fsva|f\.s\.v\.a|hht|tlf|afs|afd|kap|art|stk|max|maks|min|gl|skt|sct|dr|hr|fr|pr|matr|bd|jan|feb|mar|apr|"
    r"jun|jul|aug|sep|sept|okt|nov|dec|ad|ad\.?\s?\d+|(?-i:(?:[A-ZÆØÅ]\.)*[A-ZÆØÅ]))\.$",
    re.IGNORECASE,
)
# ... and these may end a sentence: a capital letter after them begins the next one.
_TRAILING = re.compile(
    r"(?:^|[\s(\d])(?:kr|pct|mv|m\.v|m\.m|mm|m\.fl|mfl|m\.h\.t|osv|mdr|md|d\.d|dd|if|å|o\.l|o\.lign|lign|s\.u|t\.o\.m)\.$",
    re.IGNORECASE,
)
_CAPITAL = re.compile(r"[\"”»(\[]*[A-ZÆØÅ]")
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
            _is_abbreviated(piece, text[match.end() : match.end() + 3])
            or _LABEL_ONLY.fullmatch(piece)
            or _LISTED.search(piece[-12:])
        ):
            continue
        _add(result, piece, begin)
        begin = match.end()
    _add(result, text[begin:], begin)
    return result


def ends_in_abbreviation(text: str) -> bool:
    """Return True when the full stop at the end belongs to an abbreviation that something must follow."""
    return text.endswith(".") and _LEADING.search(text[-12:]) is not None


def _is_abbreviated(piece: str, following: str) -> bool:
    trailing = _TRAILING.search(piece[-12:]) is not None
    return ends_in_abbreviation(piece) or (trailing and not _CAPITAL.match(following))


def _add(result: list[Sentence], piece: str, begin: int) -> None:
    stripped = piece.strip()
    if stripped:
        result.append(Sentence(stripped, begin + piece.index(stripped[0])))
