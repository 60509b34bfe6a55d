"""The e-mails about meetings: body, day and a link. What an item is about is read where one is logged in."""

from datetime import date

from raadhus.kernel.danish import weekday_date


def agenda_mail(*, body: str, day: date, house: str, link: str, is_supplement: bool, version: int) -> tuple[str, str]:
    """Return subject and text of the e-mail that says an agenda was sent."""
    what = "Tillægsdagsorden" if is_supplement else "Dagsorden" if version == 1 else f"Dagsorden (version {version})"
    subject = f"{what}: {body} {weekday_date(day)}"
    changed = "" if version == 1 else "Siden viser, hvad der er ændret, siden du sidst læste den.\n\n"
    text = f"{what} til mødet i {body} {weekday_date(day)} er udsendt.\n\n{changed}Læs den her:\n{link}\n\n{house}\n"
    return subject, text


def cancelled_mail(*, body: str, day: date, house: str, reason: str) -> tuple[str, str]:
    """Return subject and text of the e-mail that says a meeting is cancelled."""
    subject = f"Aflyst: {body} {weekday_date(day)}"
    return subject, f"Mødet i {body} {weekday_date(day)} er aflyst.\n\nBegrundelse: {reason}\n\n{house}\n"


def returned_mail(*, body: str, house: str, link: str) -> tuple[str, str]:
    """Return subject and text of the e-mail that tells an author that a case was returned."""
    text = (
        f"En sag, du har foreslået til {body}, er sendt retur med en begrundelse.\n\nSe den her:\n{link}\n\n{house}\n"
    )
    return f"Sendt retur: en sag til {body}", text
