"""Names of boards, councils and committees: recognising them and telling whether two names mean the same body."""

import re

_NOUN = (
    r"(?:udvalg|byråd|råd|bestyrelse|repræsentation|direktion|magistrat|nævn|chefforum|forum|styregruppe|komité|komite|"
    r"chefgruppe|koncernledelse|kommission|ledelsesgruppe|medudvalg|chefmøde|ledelse|borgmester|administration)"
)
_ENDING = r"(?:ets|ens|ernes|enes|erne|ene|et|en|er|s|n|ns)?"
_BODY = re.compile(rf"\b\w*{_NOUN}{_ENDING}\b", re.IGNORECASE)
# A body as it stands in a heading: starts with a capital, no sentence marks, holds a body noun.
NAME = r"(?P<body>(?:[A-ZÆØÅ]|\[)[^.:;!?\d]{1,80}?)"
_CASE_ENDING = re.compile(r"(?:ets|ens|et|en|s)$")
_LONGEST = 80
_COMMITTEE_FOR = re.compile(
    r"(?:[A-ZÆØÅ][\w-]*)?(?:udvalg|råd|nævn)(?:et)?\s+(?:for|vedrørende)(?:\s+[\w,&-]+){1,6}$", re.IGNORECASE
)
_SMALL_WORDS = frozenset(["og", "for", "i", "af", "samt", "til", "vedrørende", "det", "den", "de"])


def names_body(text: str) -> bool:
    """Return True when the text can be the name of a body."""
    text = text.strip()
    if not 2 <= len(text) <= _LONGEST or not _BODY.search(text):  # noqa: PLR2004 - "FU" is the shortest
        return False
    if _COMMITTEE_FOR.match(text):
        return True
    words = text.replace("/", " ").replace(",", " ").split()
    if any(word[0].islower() and word not in _SMALL_WORDS and not _BODY.fullmatch(word) for word in words):
        return False
    return len(words) <= 9  # noqa: PLR2004 - a longer one is a sentence


def without_genitive(name: str) -> str:
    """Return "Økonomiudvalget" for "Økonomiudvalgets"; a name that is no genitive stays."""
    name = name.strip(" ,:-–")
    return name[:-1] if name.endswith("s") and _BODY.search(name) and not name.endswith("ss") else name


def same_body(one: str | None, other: str | None) -> bool:
    """Return True when two names mean the same body: "Byråd", "Byrådet" and "Aarhus Byråd" do."""
    if not one or not other:
        return False
    left, right = _stem(one), _stem(other)
    return left == right or f" {left}".endswith(f" {right}") or f" {right}".endswith(f" {left}")


def _stem(name: str) -> str:
    words = re.sub(r"[^\w\s/-]", " ", name.casefold()).split()
    if not words:
        return ""
    words[-1] = _CASE_ENDING.sub("", words[-1])
    return " ".join(words)
