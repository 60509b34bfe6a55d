"""The one door to a meeting's files."""

from importlib import import_module
from typing import TYPE_CHECKING, cast

from raadhus.meetings.rules.disclosure import DisclosedMeeting
from raadhus.meetings.writer.exported import ExportedFile, Format, file_name

if TYPE_CHECKING:
    from collections.abc import Callable

_WRITERS = {
    Format.PDF: ("pdf", "write_pdf"),
    Format.DOCX: ("docx", "write_docx"),
    Format.HTML: ("html", "write_html"),
    Format.MARKDOWN: ("markdown", "write_markdown"),
    Format.TEXT: ("text", "write_text"),
    Format.JSON: ("json_format", "write_json"),
    Format.AKOMA_NTOSO: ("akoma_ntoso", "write_akoma_ntoso"),
    Format.SBSYS: ("sbsys", "write_sbsys"),
    Format.OPARL: ("oparl", "write_oparl"),
    Format.LINKED_DATA: ("linked_data", "write_linked_data"),
}


def export(meeting: DisclosedMeeting, format_: Format) -> ExportedFile:
    """Return the disclosed meeting as a file. The same meeting gives the same bytes.

    Raises TypeError for a meeting that has not been through `disclose`.
    """
    if not isinstance(meeting, DisclosedMeeting):
        raise TypeError("Only a DisclosedMeeting is exported: call disclose() first.")
    # Imported when asked for: a page that offers six formats need not load the libraries of all of them.
    module, name = _WRITERS[format_]
    write = cast(
        "Callable[[DisclosedMeeting], bytes]", getattr(import_module(f"raadhus.meetings.writer.{module}"), name)
    )
    return ExportedFile(file_name(meeting, format_), format_.media_type, write(meeting))
