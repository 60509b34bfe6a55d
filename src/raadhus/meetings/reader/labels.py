"""How a decision names recommendations: "punkt 1-3", "a og b", "Ad 2", "første at", "2. led"."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

# A letter right after a number names what stands under it: "1a".
_LABEL = r"(?:\d{1,3}[a-zæøå]{0,2}|[a-zæøå])"
_JOIN = r"\s*(?:,\s*(?:og\s+|samt\s+)?|og\s+|samt\s+|&\s*|[-–]\s*|til\s+)"
_LABELS = rf"{_LABEL}\b[.)]?(?:{_JOIN}{_LABEL}\b[.)]?){{0,12}}"
_WORD = (
    r"\b(?:(?:indstilling(?:en|ens|erne|ernes|s)?|anbefaling(?:en|ens|erne|s)?|beslutnings?|indstillings)?[\s-]*(?:at-)?"
    r"(?:punkt(?:erne|er|et|ernes)?|pkt|dot|led)|indstilling(?:en|erne|er|ens|ernes)?(?:\s+nr)?|anbefaling(?:en|erne)?(?:\s+nr)?|ad|litra|"
    r"at\)?(?=\s*\d))\.?\s*"
)
_NAMED = re.compile(rf"{_WORD}\(?(?P<labels>{_LABELS})(?!\w)", re.IGNORECASE)
_ORDINALS = {
    word: number
    for number, words in enumerate(
        ("første", "andet|anden", "tredje", "fjerde", "femte", "sjette", "syvende", "ottende"), start=1
    )
    for word in words.split("|")
}
_ORDINAL = rf"(?:{'|'.join(_ORDINALS)}|\d{{1,2}}\.)"
_PARTS = r"(?:at(?:-punkt(?:et)?)?\b|led\b|punkt\b|del\b|indstilling\b|anbefaling\b|prik\b|pind\b|dot\b)"
_COUNTED = re.compile(
    rf"\b(?P<ordinals>{_ORDINAL}(?:\s*(?:,|og|samt)\s*{_ORDINAL}){{0,8}})(?:-|\s+){_PARTS}(?!\s+\w+\s+godkend)",
    re.IGNORECASE,
)
_FATE = (
    r"(?:godkend(?:t|es)|tiltr(?:ådt|ædes)|anbefal(?:es|et)|indstilles|drøft(?:es|et)|udg(?:år|ik|ået)|bortfald(?:er|t)|bortfaldt|udsat|udsættes|"
    r"udsk(?:ydes|udt)|afvis(?:es|t)|forkast(?:es|et)|vedtag(?:es|et)|tag(?:es|et)|(?:til|over|frem|tilbage|videre)?send(?:es|t)|henvis(?:es|t)|"
    r"hjemvis(?:es|t)|trækkes|trukket|genoptages|imødekommes|noteres|til\s+(?:efterretning|orientering))\b"
)
_AUXILIARY = r"(?:blev|bliver|er|kan|kunne|skal)\b"
# A label that no word announces: at the beginning of a clause and before its fate, or right after the verb that decides.
_FIRST = re.compile(
    rf"(?:^|(?<=[.,;:]\s)|(?<=\bog\s)|(?<=\bmens\s)|(?<=\bmen\s)|(?<=\bdog\s)|(?<=\bat\s)|(?<=\bdot\s)|(?<=\bnær\s)|(?<=\bangår\s)|(?<=\bvedr\.\s)|(?<=\bift\.\s)|(?<=\bfor\s)|(?<=\bforslag\s))"
    rf"\s*\(?(?P<labels>{_LABELS})(?=\s*[:)–]|\s*-\s|\s+(?:ikke\s+)?{_FATE}|(?-i:(?<=\d\.)\s+[A-ZÆØÅ]|(?<=[a-zæøå]\.)\s+[A-ZÆØÅ])|"
    rf"\s+(?-i:{_AUXILIARY})|\s*$|\s*\n)",
    re.IGNORECASE,
)
_AFTER = re.compile(
    r"(?:\b(?:godkend|tiltr|anbefal|indstill|drøft|udsat|udsæt|udsk|afvis|forkast|vedt|tage|tog|oversend|fremsend|tilbagesend|send|noter|trække|ønske|ønsked|støtte)\w*(?:\s+ikke)?|"
    r"\b(?:angår|i\s+forhold\s+til|vedr\.|vedrørende|ift\.|angående|undtagelse\s+af|bortset\s+fra|på\s+nær|undtagen|minus|for|om|under))\s+"
    rf"\(?(?P<labels>(?:\d{{1,3}}[a-zæøå]{{0,2}}|(?-i:[a-hj-zæø]))\b[.)]?(?:{_JOIN}{_LABEL}\b[.)]?){{0,12}})(?=\s*(?:[,.;:)]|$|og\b|samt\b|men|i\s+stedet|dog\b|med\b|til\b|som\b|uændret|enstemmigt|beslut|ønsk|blev\b|bliver\b|er\b|i\s+høring|genfremsat|tilbage|videre|over\b|bort|tages\b)|(?<=\)))",
    re.IGNORECASE,
)
_RANGE = re.compile(rf"(?P<first>{_LABEL})[.)]?\s*(?:[-–]|til)\s*(?P<last>{_LABEL})\b", re.IGNORECASE)
_REST = re.compile(
    r"\b(?:(?:de|det)\s+)?øvrige\b|\bresten\b|\bi\s+øvrigt\b|\bresterende\b|\bden\s+øvrige\b", re.IGNORECASE
)
# Letters that are words of their own in running text.
_WORDS = frozenset({"i", "å"})


@dataclass(frozen=True, slots=True)
class Mention:
    """Where a text names recommendations, and which ones by their position; none for "the others"."""

    start: int
    end: int
    positions: tuple[int, ...]


def mentions(text: str, places: Mapping[str, int], count: int) -> list[Mention]:
    """Return what a sentence names, in order and without overlap; `places` gives the position of each known label."""
    found = [
        Mention(match.start(), match.end(), tuple(range(number - 1, number)))
        for match in _COUNTED.finditer(text)
        for number in _numbers(match["ordinals"])
        if number <= count
    ]
    found += [_mention(match, _first_letter(match), places) for match in _NAMED.finditer(text) if _plausible(match)]
    for pattern in (_FIRST, _AFTER):
        for match in pattern.finditer(text):
            mention = _mention(match, match.start("labels"), places)
            known = all(label in places for label in _expand(match["labels"]))
            if known and _plausible(match):
                found.append(mention)
    found += [Mention(match.start(), match.end(), ()) for match in _REST.finditer(text)]
    return _apart([mention for mention in found if mention.positions or _REST.match(text, mention.start)])


def _mention(match: re.Match[str], start: int, places: Mapping[str, int]) -> Mention:
    labels = dict.fromkeys(_expand(match["labels"]))
    end = match.end("labels")
    return Mention(start, end, tuple(places[label] for label in labels if label in places))


def _first_letter(match: re.Match[str]) -> int:
    """Return where a match begins, blanks and dashes left out."""
    return match.end() - len(match[0].lstrip(" \t\n-"))


def _plausible(match: re.Match[str]) -> bool:
    return match["labels"].casefold() not in _WORDS


def _apart(found: list[Mention]) -> list[Mention]:
    """Return the mentions in order; of those that overlap the first one, unless both count the same words."""
    result: list[Mention] = []
    for mention in sorted(found, key=lambda each: (each.start, -each.end)):
        last = result[-1] if result else None
        if last is None or mention.start >= last.end:
            result.append(mention)
        elif (mention.start, mention.end) == (last.start, last.end):
            result[-1] = Mention(last.start, last.end, (*last.positions, *mention.positions))
    return result


def _numbers(ordinals: str) -> list[int]:
    words = re.findall(_ORDINAL, ordinals, re.IGNORECASE)
    return [_ORDINALS.get(word.casefold()) or int(word.rstrip(".")) for word in words]


def _expand(labels: str) -> list[str]:
    """Return "1.-3. og 5" as 1, 2, 3, 5."""
    result: list[str] = []
    for match in _RANGE.finditer(labels):
        first, last = match["first"].casefold(), match["last"].casefold()
        if first.isdigit() and last.isdigit():
            result += [str(number) for number in range(int(first), int(last) + 1)]
        elif first.isalpha() and last.isalpha():
            result += [chr(code) for code in range(ord(first), ord(last) + 1)]
    return result + [label.casefold() for label in re.findall(rf"\b{_LABEL}\b", labels, re.IGNORECASE)]
