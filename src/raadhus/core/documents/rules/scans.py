"""What a virus scanner said of a file, and what that means for keeping it (docs/rules/documents.md)."""

from enum import StrEnum

from raadhus.kernel.errors import WrongInput


class Scan(StrEnum):
    """The scanner's word on a content."""

    CLEAN = "clean"
    INFECTED = "infected"
    NOT_SCANNED = "not_scanned"


class ScannerSilent(Exception):
    """The scanner could not be reached, or did not answer in a way that is understood."""


def require_clean(*, name: str, scan: Scan, is_configured: bool, is_required: bool) -> None:
    """Raise WrongInput when the scanner found something, or when it had to answer and did not."""
    if scan is Scan.INFECTED:
        raise WrongInput(f"{name}: virusskanneren har fundet noget i filen, så den er ikke gemt: spørg it-afdelingen.")
    if scan is Scan.NOT_SCANNED and is_configured and is_required:
        raise WrongInput(
            f"{name}: filen kunne ikke undersøges for virus lige nu, så den er ikke gemt: prøv igen om lidt, eller spørg it-afdelingen."
        )
