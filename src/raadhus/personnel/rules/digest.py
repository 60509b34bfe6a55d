"""The digest: one e-mail to a person when new figures are out, in Danish. By default it carries no figures, only what is new and where it is.

An e-mail may be read by others than its receiver. A municipality may choose to let it carry the figures that are shown to the receiver
anyway (docs/rules/personnel.md).
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from hashlib import sha256


@dataclass(frozen=True, slots=True)
class DigestLine:
    """One saved view: its name, what it is about ("Sygefravær i Skoler"), its address, and its figure in words, empty when mails carry none."""

    name: str
    about: str
    url: str
    words: str = ""


@dataclass(frozen=True, slots=True)
class Digest:
    """One person's mail about one release, ready to be sent."""

    owner_key: str
    name: str
    email: str
    release: int
    subject: str
    text: str

    def message_id(self, host: str) -> str:
        """Return what the mail is called: the same for a person and a release, however often it is handed over, so that it arrives once."""
        mark = sha256(f"{self.owner_key}|{self.release}|{host}".encode()).hexdigest()[:32]
        return f"<personaletal-{self.release}.{mark}@{host}>"


def digest(
    person: tuple[str, str, str],
    release: tuple[int, str],
    lines: Sequence[DigestLine],
    *,
    views_url: str,
    house: str,
) -> Digest:
    """Return the mail to a person (key, name, e-mail) about a release (number, its last month in words)."""
    key, name, email = person
    number, month = release
    subject = f"Personaletal: nye tal til og med {month}"
    says_figures = any(line.words for line in lines)
    text = "\n".join(_text(name, number, month, lines, says_figures=says_figures, views_url=views_url, house=house))
    return Digest(key, name, email, number, subject, f"{text}\n")


def _text(
    name: str, number: int, month: str, lines: Iterable[DigestLine], *, says_figures: bool, views_url: str, house: str
) -> list[str]:
    found = [
        f"Hej {name}",
        "",
        f"Der er nye personaletal til og med {month} (udgivelse {number}). Det gælder dine visninger:",
        "",
    ]
    for line in lines:
        found += [f"- {line.name} ({line.about})"]
        found += [f"  {line.words}"] if line.words else []
        found += [f"  {line.url}"]
    closing = (
        "Tallene er dem, du har adgang til at se i dag."
        if says_figures
        else "Mailen rummer ingen tal. De står bag linkene for den, der har adgang til at se dem."
    )
    return [*found, "", closing, f"Ret eller afmeld dine visninger: {views_url}", "", "Venlig hilsen", house]
