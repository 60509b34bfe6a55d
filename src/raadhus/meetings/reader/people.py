"""Lists of names: participants, absentees."""

import re
from collections.abc import Sequence

_SEPARATORS = re.compile(r"\s*[,;•·|]\s*|\s+(?:og|samt)\s+|\s{3,}")
_ROLE = re.compile(
    r"(?:\(?(?:formand|næstformand|borgmester|viceborgmester|kommunaldirektør|\w*direktør|\w*chef|sekretær|referent|mødeleder|"
    r"medlem|1\. viceborgmester|2\. viceborgmester|konstitueret|suppleant)\)?)$",
    re.IGNORECASE,
)
_NOBODY = frozenset(
    ["ingen", "ingen.", "-", "–", ".", "nej", "0", "intet", "ingen afbud", "alle", "alle mødt", "ikke angivet", ""]
)
_LEAD = re.compile(
    r"^(?:fra|af|for|var)\s+|^(?:medlemmer|mødt|øvrige|administrationen|politikere)\s*:\s*", re.IGNORECASE
)
# "Stine Holm, V" one a line: the letter is the party's.
_PARTY = re.compile(r"(?<=[a-zæøåéü]),\s*(?P<party>[A-ZÆØÅ]{1,2})(?=$|\s*[,;–-])")
_SUBSTITUTE = re.compile(r"\s+[-–]\s+[^,;]*\b(?:stedfortræder|suppleant)\b[^,;]*")
_OFFICE = re.compile(
    r"(?:formand|næstformand|borgmester|overborgmester)\s+(?=[A-ZÆØÅ][\w.-]+\s+[A-ZÆØÅ])", re.IGNORECASE
)
_LONGEST = 80


def names_in(texts: Sequence[str]) -> tuple[str, ...]:
    """Return the names in the printed lines. With separators the lines are one wrapped list; without, one name a line."""
    lines = [_SUBSTITUTE.sub("", _PARTY.sub(r" (\g<party>)", text.strip())) for text in texts if text.strip()]
    wrapped = any(re.search(r"[,;]", line) for line in lines)
    whole = [" ".join(lines)] if wrapped else lines
    names = [_clean(part) for line in whole for part in _SEPARATORS.split(line)]
    return tuple(dict.fromkeys(name for name in names if _is_name(name)))


def _clean(part: str) -> str:
    return _OFFICE.sub("", _LEAD.sub("", part.strip(" .,-–\t")).strip())


def _is_name(name: str) -> bool:
    if not name or name.casefold() in _NOBODY or len(name) > _LONGEST or _ROLE.match(name):
        return False
    return (name[0].isupper() or name[0] == "[") and not re.search(r"\d{2}", name)
