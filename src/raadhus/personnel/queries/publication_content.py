"""A publication written out of its release: text, charts, tables, appendix by centre, and what the figures rest on."""

from collections.abc import Iterator
from datetime import date

from django.utils import translation

from raadhus.personnel.models import Publication, Release
from raadhus.personnel.queries.publication_material import material_of
from raadhus.personnel.rules.publication.content import Publishable, Shown, Written, from_json
from raadhus.personnel.rules.publication.exhibits import Exhibited, centres_sheet, exhibited, key_sheet
from raadhus.personnel.rules.publication.material import Material
from raadhus.personnel.rules.publication.outline import OUTLINES, Kind, Section
from raadhus.personnel.rules.publication.writing import (
    asked_of,
    definitions_of,
    references_of,
    text_of,
    title_of,
)
from raadhus.personnel.writer.publication.pictures import spec_of

CENTRES = "centre"
_OF_CENTRES = "Publikationen handler om hele kommunen. Bilaget viser centrene, som organisationen var i året, og kun de tal, der er udgivet."


def content_of(row: Publication) -> Publishable:
    """Return what a publication holds: of a draft as it would be now, otherwise as it went out. Raises NoFigures."""
    if row.state != "draft":
        return from_json(row.content)
    comments = {one.section: one.text for one in row.comments.all()}
    return written(row.release, kind=row.kind, year=row.year, half=row.half).with_comments(comments)


def written(release: Release, *, kind: str, year: int, half: int) -> Publishable:
    """Return a publication without comments. Raises NoFigures."""
    return written_of(material_of(release, kind=kind, year=year, half=half))


def written_of(material: Material) -> Publishable:
    """Return the publication of some figures. It is in Danish, whatever language its maker reads in."""
    with translation.override("da"):
        sections = tuple(_sections(material))
        return Publishable(
            kind=material.kind.value,
            year=material.year,
            half=material.half,
            title=title_of(material.kind, material.year, material.half),
            place=material.place,
            release=material.release,
            sections=sections,
            figures=tuple(sorted(material.told.items())),
            definitions=tuple(definitions_of(material, date(material.last_year, 12, 31))),
            references=tuple(references_of(material)),
            asked=tuple(asked_of(material)) if material.kind is Kind.YEAR else (),
        )


def _sections(material: Material) -> Iterator[Written]:
    outline = OUTLINES[material.kind]
    for section in outline:
        shown = tuple(_shown(section, material))
        if section is outline[0] and material.kind is Kind.YEAR:
            shown = (Shown("noegletal", "Nøgletal", "", None, key_sheet(material)),)
        yield Written(section.key, section.heading, tuple(text_of(section, material)), shown)
    if material.centres:
        table = Shown(CENTRES, "Centrene", "", None, centres_sheet(material))
        yield Written(CENTRES, "Bilag: centrene", (_OF_CENTRES,), (table,))


def _shown(section: Section, material: Material) -> Iterator[Shown]:
    for exhibit in section.exhibits:
        made: Exhibited = exhibited(exhibit, material)
        yield Shown(exhibit.key, exhibit.title, made.alt, spec_of(made.drawing), made.sheet)


def centres_told(content: Publishable) -> tuple[str, ...]:
    """Return the centres whose figures stand in the appendix, for who decides that everybody may read it."""
    appendix = next((one for one in content.sections if one.key == CENTRES), None)
    return tuple(row[0].text for one in appendix.shown for row in one.sheet.rows) if appendix else ()
