"""The rule about abbreviations: the first time, the full name stands with the abbreviation in brackets."""

import re
from collections.abc import Iterator

from raadhus.meetings.rules.lint.findings import Severity
from raadhus.meetings.rules.lint.paper import Paper
from raadhus.meetings.rules.lint.rule import CASE_GUIDES, OUR_OWN, Hit, Rule
from raadhus.meetings.rules.reading import SectionKind
from raadhus.meetings.rules.sentences import Sentence

# What every reader of a municipality's papers knows; a body adds its own in its settings.
_COMMON = "IT AV TV PC EU FN USA UK DK NATO OECD KL KK HR AI PDF CPR CVR BBR EAN SMS GPS USB LED GDPR NIS NIS2 ISO CO2 ID QR WC VIP VVS NGO OK"
_PLACES = "MED TRIO SFO PISA LGBT HIV AIDS ADHD DGI DIF DR DSB SKAT ATP SU KMD VM EM OL PS"
_UNIONS = "FOA HK BUPL DLF DSR AC LO FH"
_PARTIES = "SF DF LA RV KF EL DD NB"
# Words that are shouted, and slots of a template: other rules look at those.
_NO_NAMES = "HUSK OBS NOTE TODO TBD NN XX XXX XXXX XXXXX"
KNOWN = frozenset(f"{_COMMON} {_PLACES} {_UNIONS} {_PARTIES} {_NO_NAMES}".split())
_TOKEN = re.compile(r"(?<![\w/.@-])(?P<short>[A-ZÆØÅ]{2,5}\d?(?:-[A-ZÆØÅ]{1,3}(?![\w-]))?)(?![\w@]|[-./]\d|\.[a-z])")
_ROMAN = re.compile(r"[IVXLC]+$")
_NAME_BEFORE = re.compile(r"(?P<words>(?:[\wæøåÆØÅ./-]+[ \n]+){0,9}[\wæøåÆØÅ.’'-]+)[ \n]*[(\[]\s*$")
_NAME_BEHIND = re.compile(r"[ \n]*[(\[](?P<words>[^)\]\n]{4,80})[)\]]")
_CALLED = re.compile(
    r"(?:forkortet|herefter|efterfølgende|kaldet|i\s+daglig\s+tale|også\s+kendt\s+som)\s+[\"”»(]?$", re.IGNORECASE
)
_LONG_WORD = 10
_MOSTLY = 0.6
_AROUND = 200


def abbreviation_undefined(paper: Paper) -> Iterator[Hit]:
    """Yield each abbreviation that the document never explains, once, at its first place outside the attachments."""
    known = KNOWN | paper.settings.abbreviations
    explained, first = set[str](), dict[str, tuple[int, int]]()
    for found in _uses(paper):
        if _is_explained(paper.prose, found):
            explained.add(found["short"])
        first.setdefault(found["short"], (found.start(), found.end()))
    for short, (start, end) in first.items():
        if short not in explained and not _is_known(short, known):
            name = _suggested(paper.prose, short)
            yield Hit(_unexplained(short, name), start, end)


def _is_known(short: str, known: frozenset[str]) -> bool:
    return short in known or all(part in known or _ROMAN.match(part) for part in short.split("-"))


def _unexplained(short: str, name: str | None) -> Sentence:
    if name:
        return Sentence("»%(short)s« er ikke forklaret: er det %(name)s?", short=short, name=name)
    return Sentence("»%(short)s« er ikke forklaret nogen steder i dokumentet.", short=short)


def _uses(paper: Paper) -> Iterator[re.Match[str]]:
    for place, item in enumerate(paper.reading.items):
        if item.closed:
            continue
        for part in paper.parts_of(place):
            if part.read.kind is SectionKind.ATTACHMENTS:
                continue
            for found in paper.find(_TOKEN, part):
                if not _is_shouted(paper.prose, found):
                    yield found


def _is_shouted(text: str, found: re.Match[str]) -> bool:
    """Tell whether the word stands on a line or between words in capitals, where it is no abbreviation."""
    first, last = max(0, found.start() - _AROUND), found.end() + _AROUND
    line = text[first : found.start()].rpartition("\n")[2] + text[found.start() : last].partition("\n")[0]
    if "\t" in line:
        return False
    letters = [letter for letter in line if letter.isalpha()]
    return sum(letter.isupper() for letter in letters) > _MOSTLY * len(letters)


def _is_explained(text: str, found: re.Match[str]) -> bool:
    short = found["short"]
    before = text[max(0, found.start() - 160) : found.start()]
    if _CALLED.search(before):
        return True
    name = _NAME_BEFORE.search(before)
    if name and re.match(r"\s*[)\]]", text[found.end() : found.end() + 2]):
        words = name["words"].split()
        return _spells(short, words) or (len(words[-1]) >= _LONG_WORD and words[-1][0].islower())
    behind = _NAME_BEHIND.match(text, found.end())
    return bool(behind and _spells(short, behind["words"].split()))


def _spells(short: str, words: list[str]) -> bool:
    """Tell whether the words spell the abbreviation: its letters come in order, the first as the first of a word."""
    letters = [letter for letter in short.casefold() if letter.isalpha()]
    joined = " ".join(words).casefold()
    starts = [match.start() for match in re.finditer(r"\b" + re.escape(letters[0]), joined)]
    return any(_in_order(letters, joined[start:]) for start in starts)


def _in_order(letters: list[str], text: str) -> bool:
    position = -1
    for letter in letters:
        position = text.find(letter, position + 1)
        if position < 0:
            return False
    return True


_NAMES = re.compile(r"\b[A-ZÆØÅ][\wæøå]+(?:(?:[ -](?:for|og|af|i|den|det)){0,2}[ -][A-ZÆØÅ][\wæøå]+){0,4}")
_SMALL_WORDS = frozenset(["for", "og", "af", "i", "den", "det"])


def _suggested(text: str, short: str) -> str | None:
    """Return a name in the document whose initials are the abbreviation; for two letters also "Økonomiudvalget" for ØU."""
    wanted = short.casefold()
    for found in _NAMES.finditer(text):
        words = [word for word in re.split(r"[ -]", found[0]) if word.casefold() not in _SMALL_WORDS]
        if "".join(word[0] for word in words).casefold() == wanted:
            return found[0]
        if len(words) == 1 and re.match(
            rf"{wanted[0]}\w+{'udvalg' if wanted[1:] == 'u' else chr(0)}", words[0].casefold()
        ):
            return found[0]
    return None


RULES = (
    Rule(
        "abbreviation-undefined",
        Severity.ADVICE,
        Sentence("Forkortelse, der ikke er forklaret"),
        abbreviation_undefined,
        sources=(CASE_GUIDES, OUR_OWN),
    ),
)
