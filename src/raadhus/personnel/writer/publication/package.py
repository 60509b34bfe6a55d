"""The package for the yearly budget material: the publication, its tables and its charts, with hashes; the same bytes for the same content."""

import hashlib
import io
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from raadhus.personnel.rules.publication.content import Publishable, Shown, hash_of, to_json
from raadhus.personnel.writer.publication.docx import write_docx
from raadhus.personnel.writer.publication.pdf import write_pdf
from raadhus.personnel.writer.publication.sheets import write_workbook
from raadhus.ui.charts import CannotDraw, framed, png, svg

_README = "LAES-MIG.txt"


def write_package(content: Publishable, *, stem: str, day: date, facts: Sequence[tuple[str, str]], mark: str) -> bytes:
    """Return the ZIP archive: PDF, DOCX, workbook, each chart as SVG and PNG, and a text that says what it is, with hashes."""
    files = dict(_files(content, stem, day, facts, mark))
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in [(_README, _readme(content, facts, files)), *sorted(files.items())]:
            part = zipfile.ZipInfo(name, date_time=(1980, 1, 1, 0, 0, 0))
            part.compress_type = zipfile.ZIP_DEFLATED
            part.external_attr = 0o644 << 16
            archive.writestr(part, data)
    return buffer.getvalue()


def _files(
    content: Publishable, stem: str, day: date, facts: Sequence[tuple[str, str]], mark: str
) -> Iterator[tuple[str, bytes]]:
    yield f"{stem}.pdf", write_pdf(content, day=day, facts=facts, mark=mark)
    yield f"{stem}.docx", write_docx(content, day=day, facts=facts, mark=mark)
    yield f"{stem}-tabeller.xlsx", write_workbook(content, day=day, facts=facts)
    for section in content.sections:
        for one in section.shown:
            yield from _charts(one, f"{content.place}, {content.title}")


def _charts(one: Shown, source: str) -> Iterator[tuple[str, bytes]]:
    if one.spec is None:
        return
    spec = framed(one.spec, title=one.title, foot=source)
    try:
        yield f"diagrammer/{one.key}.svg", svg(spec, title=one.title, alt=one.alt).encode()
        yield f"diagrammer/{one.key}.png", png(spec, title=one.title, alt=one.alt)
    except CannotDraw:
        return


def _readme(content: Publishable, facts: Sequence[tuple[str, str]], files: Mapping[str, bytes]) -> bytes:
    told = [f"{label}: {value}" for label, value in facts]
    hashes = [f"{hashlib.sha256(data).hexdigest()}  {name}" for name, data in sorted(files.items())]
    lines = [
        f"{content.title}, {content.place}",
        "",
        *told,
        f"Alle tal er fra udgivelse {content.release} af kommunens personaletal.",
        f"Indholdets SHA-256: {hash_of(to_json(content))}",
        "",
        "Filerne og deres SHA-256:",
        *hashes,
        "",
    ]
    return "\r\n".join(lines).encode()
