"""The publication written: sections with text, and what each figure rests on."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from raadhus.personnel.rules.benchmarks.references import comparable_with
from raadhus.personnel.rules.measures.catalogue import MEASURES
from raadhus.personnel.rules.publication.material import Material
from raadhus.personnel.rules.publication.outline import ASKED, Kind, Section, measures_of
from raadhus.personnel.rules.publication.sentences import group_sentences, reference_line, told_sentences


def title_of(kind: str, year: int, half: int) -> str:
    """Return the publication's title."""
    if kind == Kind.WORKFORCE:
        return f"Data om arbejdskraft, {half}. halvår {year}"
    return f"Tal om Personale {year}"


def text_of(section: Section, material: Material) -> Iterator[str]:
    """Yield the paragraphs of a section."""
    if section.lead:
        yield section.lead
    for key in section.told:
        yield " ".join(told_sentences(material, key))
    measure, values = section.by_value
    if measure:
        breakdown = next(one.breakdown for one in section.exhibits)
        yield from group_sentences(material, measure, breakdown, values)


def asked_of(material: Material) -> Iterator[str]:
    """Yield what the board asked about, a paragraph for each."""
    for key in ASKED:
        yield " ".join(told_sentences(material, key))


def definitions_of(material: Material, day: date) -> Iterator[dict[str, Any]]:
    """Yield name, definition, population, version, source and assumptions of each measure that is told of."""
    for key in measures_of(material.kind):
        measure = MEASURES[key]
        _, version, source = measure.versions.step_on(day)
        yield {
            "key": key,
            "name": measure.name,
            "definition": measure.definition,
            "population": measure.population.label,
            "version": version,
            "source": source.name,
            "assumptions": [f"[{one.mark.value}] {one.text}" for one in measure.assumptions],
        }


def references_of(material: Material) -> Iterator[dict[str, Any]]:
    """Yield the reference values that a figure is held against, with source, year and definition."""
    for key in measures_of(material.kind):
        for year in material.years:
            for one in comparable_with(MEASURES[key], material.references, year):
                yield {
                    "measure": key,
                    "year": year,
                    "source": one.source,
                    "definition": one.definition,
                    "area": one.area,
                    "value": str(one.value),
                    "version": one.version,
                    "words": f"{MEASURES[key].name}, {reference_line(one)}",
                }
