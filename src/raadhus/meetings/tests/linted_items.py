"""One item of a meeting, linted: in minutes where it holds a decision, in an agenda where it does not."""

from raadhus.core.documents.text import read_document
from raadhus.meetings.reader import read_meeting
from raadhus.meetings.rules.lint import lint


def read(fragment):
    """The reading of a meeting with one item that has these sections, and the text that its spans count in."""
    kind = "REFERAT" if "\nBeslutning" in f"\n{fragment}" else "DAGSORDEN"
    text = (
        f"{kind} Direktionen d. 02-06-2025\n\nMødedato Mandag d. 02. juni 2025 kl. 09:00\n\nMødested Mødelokale 1\n\n"
        f"Punkt 1: Nye cykelstier\n\n25/100\n\n{fragment}\n"
    )
    source = read_document(text.encode(), "x.txt")
    return read_meeting(source, file="x.txt"), source.text


def findings(fragment, **more):
    """What is found in the item."""
    return lint(*read(fragment), **more)


def codes(fragment, **more):
    """The codes of what is found, in the order of the text."""
    return [finding.code for finding in findings(fragment, **more)]
