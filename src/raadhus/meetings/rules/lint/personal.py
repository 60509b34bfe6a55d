"""Rules about personal data: CPR numbers, and telephone, mail, bank account and home address of people."""

import re
from collections.abc import Iterator

from raadhus.kernel.cpr_numbers import find_cpr_numbers
from raadhus.meetings.rules.lint.findings import Severity
from raadhus.meetings.rules.lint.paper import Paper
from raadhus.meetings.rules.lint.rule import PERSONAL_DATA, Hit, Rule
from raadhus.meetings.rules.sentences import Sentence


def cpr_number(paper: Paper) -> Iterator[Hit]:
    """Yield everything that has the form of a CPR number; the message never repeats it."""
    for start, end in find_cpr_numbers(paper.text):
        yield Hit(Sentence("Her står noget, der ligner et CPR-nummer."), start, end)


_MAIL = r"(?<![\w.])[\w.+-]{1,64}@[\w-]{1,60}(?:\.[\w-]{2,20}){1,4}"
_PHONE = (
    r"(?i:\b(?:tlf|telefon(?:nummer|nr)?|mobil(?:nummer|nr|telefon)?|direkte)\b\.?:?\s*)(?:\+45\s?)?(?:\d[ ]?){7}\d(?!\d)|"
    r"(?<![\d./-])\+45\s?\d{2}[ ]?\d{2}[ ]?\d{2}[ ]?\d{2}(?!\d)|"
    r"(?i:\b(?:ring|kontakt\w*|nummer|nr\.|sms|hotline)\b[^\n\d]{0,30})\d{2} \d{2} \d{2} \d{2}(?! ?\d|[.,]\d)"
)
_ACCOUNT = (
    r"(?i:\breg\.?\s?(?:nr)?\.?:?\s*)\d{4}[,;]?\s*(?:(?i:og\s+)?(?i:konto\s?(?:nr|nummer)?\.?:?\s*))?\d{6,10}\b|"
    r"(?i:\bkonto\s?(?:nr|nummer)\.?:?\s*)\d{4}[\s-]?\d{6,10}\b|\bDK\d{2}(?:\s?\d{4}){3}\s?\d{2}\b"
)
_STREET = r"(?:vej|gade|allé|alle|stræde|vænget?|parken|torv|plads|bakken|toften|krogen)"
_HOME = (
    r"(?i:\b(?:bopæl(?:en)?|bosat|boende|bor|privatadresse[nr]?|privat\s+adresse)\b:?\s*)(?:på\s+|i\s+)?(?:adressen\s+)?"
    rf"[A-ZÆØÅ][\w.æøå -]{{1,40}}?{_STREET}\s+\d{{1,3}}"
)
_PERSONAL = re.compile(rf"(?P<mail>{_MAIL})|(?P<phone>{_PHONE})|(?P<account>{_ACCOUNT})|(?P<home>{_HOME})")
# An office's own address is no person's.
_OFFICE = re.compile(
    r"(?:info|post|kontakt|kommune|kommunen|hovedpost|sikkerpost|borgerservice|mail|dpo|databeskyttelse|byraad|presse|\w*center|\w*afdeling|\w*forvaltning)@",
    re.IGNORECASE,
)


def personal_data(paper: Paper) -> Iterator[Hit]:
    """Yield what reaches one person: mail, telephone, bank account, home address. An office's own mail is none."""
    for match in _PERSONAL.finditer(paper.prose):
        start, end = match.start(), match.end()
        if match["mail"]:
            if not _OFFICE.match(match["mail"]):
                yield Hit(Sentence("Her står en persons mailadresse."), start, end)
        elif match["phone"]:
            yield Hit(Sentence("Her står et telefonnummer."), start, end)
        elif match["account"]:
            yield Hit(Sentence("Her står et kontonummer."), start, end)
        else:
            yield Hit(Sentence("Her står en privatadresse."), start, end)


RULES = (
    Rule("cpr-number", Severity.ERROR, Sentence("CPR-nummer"), cpr_number, sources=(PERSONAL_DATA,)),
    Rule("personal-data", Severity.WARNING, Sentence("Personoplysninger"), personal_data, sources=(PERSONAL_DATA,)),
)
