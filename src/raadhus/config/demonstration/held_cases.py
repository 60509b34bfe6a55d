"""The invented cases of the demonstration's held meetings: what was asked, what each recommendation got, and what was ordered."""

from dataclasses import dataclass

from raadhus.meetings.rules.deciding.given import Given
from raadhus.meetings.rules.deciding.ordering import NewPromise
from raadhus.meetings.rules.outcomes import Outcome


@dataclass(frozen=True, slots=True)
class Held:
    """One case as it was treated: what was asked, what each recommendation got, and what was ordered."""

    title: str
    text: str
    asks: tuple[str, ...]
    given: tuple[Given, ...]
    orders: tuple[NewPromise, ...] = ()
    minutes: int = 15
    used: int = 12


_FIGURES = Held(
    "Tal om Personale, forår",
    "Sygefraværet er faldet lidt, og flere medarbejdere er på fuld tid.",
    ("at hovedudvalget drøfter tallene", "at tallene sendes til Økonomiudvalget"),
    (
        Given(Outcome.DISCUSSED),
        Given(Outcome.REFERRED, to_body="Økonomiudvalget", as_type="announcement"),
    ),
)
_MODEL = Held(
    "Fælles indkøb af skærme til mødelokaler",
    "To leverandører har givet tilbud. Det billigste dækker alle mødelokaler på rådhuset.",
    ("at direktionen godkender det billigste tilbud", "at de gamle skærme gives videre til skolerne"),
    (
        Given(Outcome.APPROVED_WITH_REMARKS, "at opsætningen sker uden for åbningstiden"),
        Given(Outcome.REPLACED, "at de gamle skærme først tilbydes til biblioteket"),
    ),
    (
        NewPromise(
            "Lav en plan for opsætningen uden for åbningstiden",
            owner_key="dorthe-solbakke",
            owner_text="Dorthe Solbakke",
        ),
        NewPromise("Spørg biblioteket, hvor mange skærme det kan bruge"),
    ),
    minutes=20,
    used=26,
)
_SOLAR = Held(
    "Solceller på rådhusets tag",
    "Taget kan bære anlægget. Tilskuddet fra staten er endnu ikke fordelt.",
    ("at direktionen godkender projektet",),
    (Given(Outcome.DEFERRED, "afventer statens fordeling af tilskud"),),
    used=9,
)
HELD = {"hovedudvalget": (_FIGURES,), "direktionen": (_MODEL, _SOLAR)}
