"""A publication as a file: PDF, DOCX, a workbook with every table, the package for the budget material, or one chart."""

from dataclasses import dataclass
from enum import StrEnum
from importlib import import_module

from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from raadhus.kernel.danish import MONTHS, long_date, slug
from raadhus.kernel.errors import NotFound
from raadhus.personnel.models import Publication
from raadhus.personnel.queries.publications import Shown
from raadhus.ui.charts import svg


class FileForm(StrEnum):
    """A form that a publication can be had in; the value is the file's ending."""

    PDF = "pdf"
    DOCX = "docx"
    XLSX = "xlsx"
    ZIP = "zip"

    @property
    def label(self) -> str:
        """What it is called on the screens."""
        return _LABELS[self]


_LABELS = {
    FileForm.PDF: "PDF",
    FileForm.DOCX: "Word (DOCX)",
    FileForm.XLSX: "Tabeller (XLSX)",
    FileForm.ZIP: "Pakke til budgetmaterialet (ZIP)",
}
_TYPES = {
    FileForm.PDF: "application/pdf",
    FileForm.DOCX: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    FileForm.XLSX: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    FileForm.ZIP: "application/zip",
}


class NoSuchFile(NotFound):
    """The publication is not made in this form, or has no such chart."""


@dataclass(frozen=True, slots=True)
class PublicationFile:
    """A file to hand out: its name in ASCII, its media type and its bytes."""

    name: str
    media_type: str
    data: bytes


def publication_file(shown: Shown, form: str) -> PublicationFile:
    """Return what is shown as a file; the same content gives the same bytes. Raises NoSuchFile."""
    if form not in set(FileForm):
        raise NoSuchFile(_("Publikationen findes ikke i den form."))
    row, content = shown.row, shown.content
    mark = {"draft": "Udkast", "withdrawn": "Trukket tilbage"}.get(row.state, "")
    day = localdate(row.published_at or row.release.finished_at or row.made_at)
    facts, stem = facts_of(row), slug(f"{shown.title} {mark}")
    # Imported when asked for: a page that offers the files need not load the libraries of all of them.
    writer = import_module(f"raadhus.personnel.writer.publication.{_MODULES[FileForm(form)]}")
    if form == FileForm.ZIP:
        data = writer.write_package(content, stem=stem, day=day, facts=facts, mark=mark)
    elif form == FileForm.XLSX:
        data = writer.write_workbook(content, day=day, facts=facts)
    else:
        data = getattr(writer, f"write_{form}")(content, day=day, facts=facts, mark=mark)
    return PublicationFile(f"{stem}.{form}", _TYPES[FileForm(form)], data)


_MODULES = {FileForm.PDF: "pdf", FileForm.DOCX: "docx", FileForm.XLSX: "sheets", FileForm.ZIP: "package"}


def facts_of(row: Publication) -> tuple[tuple[str, str], ...]:
    """Return what stands on the cover."""
    first, last = (0, 5) if row.half == 1 else (6, 11) if row.half else (0, 11)
    out = f"Offentliggjort {long_date(localdate(row.published_at))}" if row.published_at else "Ikke offentliggjort"
    facts = [
        ("Periode", f"{MONTHS[first]}-{MONTHS[last]} {row.year}"),
        ("Grundlag", f"Udgivelse {row.release.number} af kommunens personaletal"),
        ("Status", "Udkast til behandling" if row.state == "draft" else out),
    ]
    if row.version > 1:
        facts.append(("Version", str(row.version)))
    if row.content_sha256:
        facts.append(("Indholdets fingeraftryk", row.content_sha256[:16]))
    return tuple(facts)


def chart_file(shown: Shown, key: str) -> PublicationFile:
    """Return one chart as SVG. Raises NoSuchFile."""
    for one in (each for section in shown.content.sections for each in section.shown):
        if one.key == key and one.spec is not None:
            drawing = svg(one.spec, title=one.title, alt=one.alt)
            return PublicationFile(f"{slug(one.title)}.svg", "image/svg+xml", drawing.encode())
    raise NoSuchFile(_("Publikationen har ikke det diagram."))
