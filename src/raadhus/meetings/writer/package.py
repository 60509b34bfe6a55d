"""A meeting with its attachments as one PDF: laid out once, and the sheets of attachments that are PDF filled afterwards (ADR 1502)."""

import tempfile
from collections.abc import Callable, Generator
from dataclasses import dataclass, field
from pathlib import Path

import pikepdf

from raadhus.core.documents.renderers.pdf import compile_pdf
from raadhus.meetings.rules.disclosure import DisclosedMeeting
from raadhus.meetings.rules.record import AttachmentRecord
from raadhus.meetings.writer.attached import (
    PDF,
    PICTURES,
    CannotShow,
    blocks_of_file,
    check_picture,
    is_text,
    opened_pdf,
)
from raadhus.meetings.writer.enclosed import EnclosedFile, size_said, type_said
from raadhus.meetings.writer.package_source import NotShown, Part, Pictured, Sheets, Written, source_of, template
from raadhus.meetings.writer.printed import printed
from raadhus.meetings.writer.sheets import fill_sheets, shown_size

# More pages than this in all are a binder that no reader opens; the sheet of the attachment that is too much says so.
MOST_PAGES_IN_ALL = 4000

OpenFile = Callable[[AttachmentRecord], EnclosedFile | None]


@dataclass(frozen=True, slots=True)
class Step:
    """How far the build has come: `done` of `of` steps."""

    done: int
    of: int


@dataclass(slots=True)
class _Build:
    """What is gathered while the attachments are looked through."""

    folder: Path
    open_file: OpenFile
    count: int = 0
    pages: int = 0
    pdfs: list[pikepdf.Pdf] = field(default_factory=list)


def write_package(meeting: DisclosedMeeting, open_file: OpenFile) -> bytes:
    """Return the meeting with its attachments as one PDF; see `package_steps`."""
    steps = package_steps(meeting, open_file)
    while True:
        try:
            next(steps)
        except StopIteration as done:
            return bytes(done.value)


def package_steps(meeting: DisclosedMeeting, open_file: OpenFile) -> Generator[Step, None, bytes]:
    """Yield a step for each attachment and two for the pages, and return the meeting with its attachments as one PDF.

    `open_file` gives an attachment's content, or None when it is not kept.
    """
    page = printed(meeting)
    of = sum(len(item.item.attachments) for item in page.items) + 2
    with tempfile.TemporaryDirectory(prefix="raadhus-package-") as folder:
        build = _Build(Path(folder), open_file)
        parts: list[list[Part]] = []
        for item in page.items:
            parts.append([])
            for number, one in enumerate(item.item.attachments, start=1):
                parts[-1].append(_part(one, number, build))
                yield Step(build.count, of)
        pdf = compile_pdf(template(), "\n".join(source_of(page, parts)), day=meeting.date, root=build.folder)
        yield Step(of - 1, of)
        filled = fill_sheets(pdf, parts, build.pdfs) if build.pdfs else pdf
        yield Step(of, of)
        return filled


def _part(attachment: AttachmentRecord, number: int, build: _Build) -> Part:
    build.count += 1
    heading = f"Bilag {number}: {attachment.title}"
    try:
        shown = _shown(attachment, build)
    except CannotShow as error:
        facts = ", ".join(filter(None, (type_said(attachment.media_type or ""), _size(attachment))))
        shown = NotShown(f"{error} ({facts})" if facts else str(error))
    return Part(heading, attachment.title, shown)


def _size(attachment: AttachmentRecord) -> str:
    return size_said(attachment.size) if attachment.size else ""


def _shown(attachment: AttachmentRecord, build: _Build) -> Written | Pictured | Sheets | NotShown:
    if not attachment.sha256:
        return NotShown("Bilagets fil er ikke gemt her; det er kun nævnt i mødets dokument.")
    file = build.open_file(attachment)
    if file is None:
        return NotShown("Bilagets fil mangler i lageret.")
    if file.media_type == PDF:
        return _sheets(file, build)
    if file.media_type in PICTURES:
        check_picture(file)
        path = f"{build.count}.{PICTURES[file.media_type]}"
        (build.folder / path).write_bytes(file.data)
        return Pictured(path)
    if is_text(file):
        return Written(blocks_of_file(file))
    raise CannotShow("Bilaget kan ikke vises her: hent filen.")


def _sheets(file: EnclosedFile, build: _Build) -> Sheets:
    pdf = opened_pdf(file)
    if build.pages + len(pdf.pages) > MOST_PAGES_IN_ALL:
        raise CannotShow(f"Samlingen har nået {MOST_PAGES_IN_ALL} sider, og bilaget har {len(pdf.pages)}: hent filen.")
    sizes = tuple(shown_size(page) for page in pdf.pages)
    build.pages += len(sizes)
    build.pdfs.append(pdf)
    return Sheets(sizes)
