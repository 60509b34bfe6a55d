"""Rules about what was left over: the template's own help, marks of a conversion, words parted where no line ends."""

import re
from collections.abc import Iterator

from raadhus.meetings.rules.lint.findings import Fix, Severity
from raadhus.meetings.rules.lint.paper import Paper
from raadhus.meetings.rules.lint.rule import CASE_GUIDES, OUR_OWN, Hit, Rule
from raadhus.meetings.rules.sentences import Sentence

_ASKS = r"(?i:indsæt|skriv|angiv|udfyld|tilføj|slet|vælg|beskriv|evt\.|eventuelt|dato|navn|beløb|titel|overskrift|antal|xx+)"
# "[adresse]" is how public texts are made anonymous, "[...]" where a quotation leaves out words: both stay. In round
# brackets only what plainly asks the writer counts.
_TEMPLATE = re.compile(
    r"\bHUSK\b[^\n.!]{0,80}|"
    r"\bHusk\s+at\s+(?:slette|udfylde|indsætte|skrive|opdatere|rette|fjerne|tilføje)\b[^\n.!]{0,60}|"
    rf"[\[<{{«]\s*{_ASKS}[^\]\n>}}»]{{0,80}}[\]>}}»]|"
    r"\(\s*(?i:indsæt|skriv|angiv|udfyld|slet|xx)[^)\n]{0,80}\)|"
    r"(?i:lorem\s+ipsum)[^\n.]{0,40}|"
    r"\b(?i:hjælpetekst(?:en)?)\b|"
    r"(?<![\w-])[Xx]{2,}(?:[.-][Xx]{2,}){0,3}(?![\w-])|"
    r"(?i:klik\s+her\s+for\s+at\s+(?:skrive|angive|indsætte|vælge))[^\n.]{0,40}|"
    r"\bTODO\b|\bTBD\b|\b(?i:tekst\s+mangler|udfyldes\s+senere|skriv\s+(?:din\s+)?tekst\s+her)\b|(?<!\S)\?{3,}(?!\S)"
)


def template_text(paper: Paper) -> Iterator[Hit]:
    """Yield what the template told the writer, and slots that nobody filled."""
    for match in _TEMPLATE.finditer(paper.prose):
        yield _left_over(match.start(), match.end(), match[0])
    for phrase in paper.settings.templates:
        if phrase.strip():
            spaced = r"\s+".join(map(re.escape, phrase.split()))
            for match in re.finditer(spaced, paper.prose, re.IGNORECASE):
                yield _left_over(match.start(), match.end(), match[0])


def _left_over(start: int, end: int, quote: str) -> Hit:
    stripped = quote.rstrip()
    end = start + len(stripped)
    message = Sentence(
        "»%(quote)s« er tekst fra skabelonen, som er blevet stående.", quote=" ".join(stripped.split())[:60]
    )
    return Hit(message, start, end)


_TEXT_BEFORE = r"(?<=[\w\])\"”»%])"
_MARK = re.compile(
    rf"(?P<query>{_TEXT_BEFORE}(?P<kept>[.!:;,])\?+(?=\s|$))|"
    rf"(?P<dots>{_TEXT_BEFORE}\.\.(?=\s|$))|"
    r"(?P<loose>(?<=[\w)\"”»][.!:;,])[ ]+\?+(?=\s|$))|"
    r"(?P<inside>(?<=[a-zæøåA-ZÆØÅ])\?(?=[a-zæøå]))|"
    r"(?P<other>\ufffd+|(?<=\n)[.?](?=\n|$)|(?:(?<=\n)|^)\?(?=[ \t]+\S)|(?<=[a-zæøå])\?\.(?=\s|$)|"
    r"Ã[¦¸¥†˜…]|&(?:nbsp|amp|oslash|aring|aelig|quot|lt|gt);)"
)
_ADDRESS = re.compile(r"\S*(?:://|www\.|@|=)\S*")


def conversion_mark(paper: Paper) -> Iterator[Hit]:
    """Yield characters that a conversion left: a question mark behind a full stop or in a word, two full stops, one alone."""
    for match in _MARK.finditer(paper.prose):
        if match["inside"] and _ADDRESS.fullmatch(_word_at(paper.prose, match.start())):
            continue
        shown = match[0].strip().replace("\ufffd", "?")
        message = Sentence("»%(mark)s« er blevet tilbage efter en konvertering.", mark=shown)
        yield Hit(message, match.start(), match.end(), _mended(match))


def _mended(match: re.Match[str]) -> Fix | None:
    """Return how the mark is put right, where that is certain."""
    for group, replacement in (("query", match["kept"]), ("dots", "."), ("loose", "")):
        if match[group]:
            return Fix(match.start(), match.end(), replacement)
    return None


def _word_at(text: str, place: int) -> str:
    start = max(text.rfind(" ", 0, place), text.rfind("\n", 0, place)) + 1
    found = re.compile(r"\S*").match(text, start)
    return found[0] if found else ""


_HYPHENATED = re.compile(r"(?<![\w-])(?P<left>[A-ZÆØÅa-zæøå][a-zæøå]{2,40})-(?P<right>[a-zæøå]{3,40})(?![\w-])")
_JOINED = frozenset(["og", "eller", "samt"])


def stray_hyphen(paper: Paper) -> Iterator[Hit]:
    """Yield words with a hyphen left from an old line end: the document itself also writes them in one."""
    words = {word.casefold() for word in re.findall(r"[A-ZÆØÅa-zæøå]{6,}", paper.prose)}
    for match in _HYPHENATED.finditer(paper.prose):
        whole = match["left"] + match["right"]
        if whole.casefold() in words and match["right"] not in _JOINED:
            message = Sentence("»%(word)s« skrives ellers i ét ord: »%(whole)s«.", word=match[0], whole=whole)
            yield Hit(message, match.start(), match.end(), Fix(match.start(), match.end(), whole))


RULES = (
    Rule(
        "template-text",
        Severity.ERROR,
        Sentence("Tekst fra skabelonen er blevet stående"),
        template_text,
        sources=(CASE_GUIDES, OUR_OWN),
    ),
    Rule(
        "conversion-mark", Severity.WARNING, Sentence("Tegn fra en konvertering"), conversion_mark, sources=(OUR_OWN,)
    ),
    Rule(
        "stray-hyphen",
        Severity.ADVICE,
        Sentence("Bindestreg fra en gammel linjedeling"),
        stray_hyphen,
        sources=(OUR_OWN,),
    ),
)
