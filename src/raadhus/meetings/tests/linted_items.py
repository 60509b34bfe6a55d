"""One item of a meeting, linted: in minutes where it holds a decision, in an agenda where it does not."""

from raadhus.core.documents.text import read_document
from raadhus.meetings.reader import read_meeting
from raadhus.meetings.rules.lint import lint


def findings(fragment, **more):
    """Lint one item's sections, in minutes where they hold a decision and in an agenda where they do not."""
    kind = "REFERAT" if "\nBeslutning" in f"\n{fragment}" else "DAGSORDEN"
    text = (
        f"{kind} Direktionen d. 02-06-2025\n\nMødedato Mandag d. 02. juni 2025 kl. 09:00\n\nMødested Mødelokale 1\n\n"
        f"Punkt 1: Nye cykelstier\n\n25/100\n\n{fragment}\n"
    )
    source = read_document(text.encode(), "x.txt")
    return lint(read_meeting(source, file="x.txt"), source.text, **more)


def codes(fragment, **more):
    """The codes of what is found, in the order of the text."""
    return [finding.code for finding in findings(fragment, **more)]
