"""Rules about what was left over: the template's own help, marks of a conversion, words parted where no line ends."""

import re
from collections.abc import Iterator

from raadhus.meetings.rules.lint.findings import Fix, Severity
from raadhus.meetings.rules.lint.paper import Paper
from raadhus.meetings.rules.lint.rule import CASE_GUIDES, OUR_OWN, Hit, Rule
from raadhus.meetings.rules.sentences import Sentence

_ASKS = r"(?:indsæt|skriv|angiv|udfyld|tilføj|slet|vælg|beskriv|evt\.|eventuelt|dato|navn|beløb|titel|overskrift|antal|xx+|\.{3,}|…)"
# "[adresse]" is how public texts are made anonymous, and stays.
_TEMPLATE = re.compile(
    rf"(?P<husk>\bHUSK\b[^\n.!]{{0,80}})|(?P<slot>[\[<{{(«]\s*(?i:{_ASKS})(?:[^\]\n>}})»]{{0,80}})[\]>}})»])|(?P<lorem>(?i:lorem\s+ipsum)[^\n.]{{0,40}})|"
    r"(?P<help>\b(?i:hjælpetekst(?:en)?)\b)|(?P<xx>(?<![\w-])(?:[Xx]{2,}(?:[.-][Xx]{2,}){0,3}|XX+)(?![\w-]))|(?P<click>(?i:klik\s+her\s+for\s+at\s+(?:skrive|angive|indsætte|vælge)[^\n.]{0,40}))|"
    r"(?P<todo>\bTODO\b|\bTBD\b)"
)
_PARENTHESISED = "("


def template_text(paper: Paper) -> Iterator[Hit]:
    """Yield what the template told the writer, and slots that nobody filled."""
    for match in _TEMPLATE.finditer(paper.prose):
        if (
            match["slot"]
            and match["slot"][0] == _PARENTHESISED
            and not re.match(r"\(\s*(?:indsæt|skriv|angiv|udfyld|slet|xx)", match["slot"], re.IGNORECASE)
        ):
            continue
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


_MARK = re.compile(
    r"(?P<query>(?<=[\wæøåÆØÅ\])\"”»%])(?P<kept>[.!:;,])\?+(?=\s|$))|(?P<dots>(?<=[\wæøåÆØÅ\])\"”»%])\.\.(?=\s|$)(?<!\.\.\.))|"
    r"(?P<lost>\ufffd+)|(?P<inside>(?<=[a-zæøåA-ZÆØÅ])\?(?=[a-zæøå]))|(?P<lone>(?<=\n)[.?](?=\n|$))|"
    r"(?P<twice>Ã[¦¸¥†˜…])|(?P<entity>&(?:nbsp|amp|oslash|aring|aelig|quot|lt|gt);)",
)
_ADDRESS = re.compile(r"\S*(?:://|www\.|@|=)\S*")


def conversion_mark(paper: Paper) -> Iterator[Hit]:
    """Yield characters that a conversion left: a question mark behind a full stop or in a word, two full stops, one alone."""
    for match in _MARK.finditer(paper.prose):
        if match["inside"] and _ADDRESS.fullmatch(_word_at(paper.prose, match.start())):
            continue
        start, end = match.start(), match.end()
        if match["query"]:
            fix: Fix | None = Fix(start, end, match["kept"])
        elif match["dots"]:
            fix = Fix(start, end, ".")
        else:
            fix = None
        shown = match[0].replace("\ufffd", "?")
        yield Hit(Sentence("»%(mark)s« er blevet tilbage efter en konvertering.", mark=shown), start, end, fix)


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
