"""A meeting as one file that needs nothing else: opened from a memory stick, with the attachments inside.

A policy in the file forbids it to fetch anything. Attachments are links to their own content, saved by the browser under
their name; nothing in them is shown or run by the page.
"""

import base64
import hashlib
from collections.abc import Iterator, Sequence
from html import escape

from raadhus.core.documents.renderers.html import html_text
from raadhus.meetings.rules.disclosure import DisclosedMeeting
from raadhus.meetings.rules.record import AttachmentRecord
from raadhus.meetings.writer.dates import short_date
from raadhus.meetings.writer.enclosed import Enclosed, EnclosedFile, TakenNote
from raadhus.meetings.writer.html import header_lines, item_lines
from raadhus.meetings.writer.html_style import STYLE
from raadhus.meetings.writer.printed import PrintedItem, PrintedMeeting, printed

# Arrow keys go from item to item; everything else is plain links.
_SCRIPT = (
    'addEventListener("keydown",e=>{const d={ArrowRight:1,ArrowLeft:-1}[e.key];'
    "if(!d||e.altKey||e.ctrlKey||e.metaKey)return;"
    'const a=[...document.querySelectorAll("article")],'
    "n=a.findIndex(x=>x.getBoundingClientRect().bottom>90),"
    't=a[n<0?a.length-1:n+d];if(t){const h=t.querySelector("h2");h.tabIndex=-1;t.scrollIntoView();h.focus({preventScroll:true})}})'
)
_OWN_STYLE = """
.stamp { border: 1px solid #8a6d00; background: #fff8e0; padding: .5rem .8rem; font-size: .95rem; }
.own-notes { border-left: 4px solid #767676; padding-left: 1rem; margin: 1rem 0; white-space: pre-line; }
.ways { font-size: .95rem; }
article h2:focus { outline: none; }
main img { max-width: 100%; }
@media screen { article { padding-bottom: 1rem; } }
@media print { .ways { display: none; } }
"""
# What a browser can be asked to save as what it is; anything else is saved as bytes, so that nothing opens by itself.
_TRUSTED_TYPES = frozenset({"application/pdf", "text/plain", "image/png", "image/jpeg"})
_CLOSED_SAID = "indeholder lukkede punkter"


def write_offline(meeting: DisclosedMeeting, enclosed: Enclosed) -> bytes:
    """Return the meeting as one UTF-8 HTML page with everything in it."""
    return "\n".join(_page(printed(meeting), enclosed)).encode()


def stamp_line(meeting: DisclosedMeeting, enclosed: Enclosed) -> str:
    """Return the line on top: who took the file when, and whether closed items are in it."""
    moment = f"{short_date(enclosed.taken_at.date())} kl. {enclosed.taken_at:%H.%M}"
    closed = any(item.closed and not item.withheld for item in meeting.items)
    return f"Hentet af {enclosed.taken_by} den {moment}" + (f" · {_CLOSED_SAID}" if closed else "")


def _page(page: PrintedMeeting, enclosed: Enclosed) -> Iterator[str]:
    digest = base64.b64encode(hashlib.sha256(_SCRIPT.encode()).digest()).decode()
    policy = f"default-src 'none'; style-src 'unsafe-inline'; img-src data:; script-src 'sha256-{digest}'"
    stamp = html_text(stamp_line(page.meeting, enclosed))
    yield "<!DOCTYPE html>"
    yield f'<html lang="{escape(page.meeting.language)}">'
    yield "<head>"
    yield '<meta charset="utf-8">'
    yield f'<meta http-equiv="Content-Security-Policy" content="{policy}">'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">'
    yield '<meta name="robots" content="noindex">'
    yield f"<title>{html_text(page.title)}</title>"
    yield f"<style>\n{STYLE}{_OWN_STYLE}</style>"
    yield "</head>"
    yield '<body id="top">'
    yield "<main>"
    yield f'<p class="stamp">{stamp}</p>'
    yield from header_lines(page)
    yield '<p class="ways">Pilene ← og → går til punktet før og efter. Filen henter intet fra nettet.</p>'
    for position, item in enumerate(page.items, start=1):
        yield from _item(item, position, len(page.items), enclosed)
    yield f'<p class="stamp">{stamp}</p>'
    yield "</main>"
    yield f"<script>{_SCRIPT}</script>"
    yield "</body>"
    yield "</html>\n"


def _item(item: PrintedItem, position: int, count: int, enclosed: Enclosed) -> Iterator[str]:
    *lines, end = item_lines(item, position, images=_pictures(enclosed))
    yield from lines
    yield from _files(item, enclosed)
    yield from _notes(enclosed.notes.get(item.item.id, ()))
    ways = [f'<a href="#punkt-{to}">{word}</a>' for to, word in ((position - 1, "Forrige"), (position + 1, "Næste"))]
    shown = [way for way, to in zip(ways, (position - 1, position + 1), strict=True) if 1 <= to <= count]
    shown.append('<a href="#top">Til toppen</a>')
    yield f'<p class="ways">{" · ".join(shown)}</p>'
    yield end


def _pictures(enclosed: Enclosed) -> dict[str, str]:
    pictures = {key: one for key, one in enclosed.files.items() if one.media_type in {"image/png", "image/jpeg"}}
    return {key: _address(one) for key, one in pictures.items()}


def _files(item: PrintedItem, enclosed: Enclosed) -> Iterator[str]:
    kept = [one for one in item.item.attachments if one.sha256]
    if not kept:
        return
    yield '<section class="files">'
    yield "<h3>Bilag i denne fil</h3>" if not enclosed.without_files else "<h3>Bilag, der ikke er i denne fil</h3>"
    yield "<ul>"
    yield from (f"<li>{_file(one, enclosed)}</li>" for one in kept)
    yield "</ul>"
    yield "</section>"


def _file(attachment: AttachmentRecord, enclosed: Enclosed) -> str:
    title = html_text(attachment.title)
    content = enclosed.files.get(attachment.sha256 or "")
    if content is None:
        return title if enclosed.without_files else f"{title} (filen mangler i lageret)"
    return f'<a href="{_address(content)}" download="{escape(content.name)}">{title}</a> ({content.size_said})'


def _address(content: EnclosedFile) -> str:
    kind = content.media_type if content.media_type in _TRUSTED_TYPES else "application/octet-stream"
    return f"data:{kind};base64,{base64.b64encode(content.data).decode()}"


def _notes(notes: Sequence[TakenNote]) -> Iterator[str]:
    for note in notes:
        about = f"Min note til »{html_text(note.heading)}«" if note.heading else "Min note"
        yield f'<aside class="own-notes"><h3>{about}</h3>\n<p>{html_text(note.text)}</p></aside>'
