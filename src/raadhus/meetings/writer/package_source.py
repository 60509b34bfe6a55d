"""The Typst source of a meeting's package: cover, contents, items, and each attachment as text, as a picture or as empty sheets."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from raadhus.core.documents.renderers.typst import typst_content, typst_string
from raadhus.core.documents.text import Block, render_typst
from raadhus.meetings.rules.reading import SectionKind
from raadhus.meetings.writer.printed import PrintedItem, PrintedMeeting

_FOLDER = Path(__file__).parent
CLOSED_SAID = "Indeholder lukkede punkter"
_AS_THEY_ARE = (
    "Sider fra bilag i PDF er taget, som de er, en anelse formindsket. Deres tekst kan søges og læses op, men overskrifter, "
    "lister og tabeller i dem er ikke mærket, så filen som helhed opfylder ikke PDF/UA. Punkterne selv er mærket. Bilagene kan hentes hver for sig."
)
_ACCESSIBLE = "Filen er mærket til oplæsning og opfylder PDF/UA-1."


@dataclass(frozen=True, slots=True)
class Written:
    """An attachment that is written out as blocks."""

    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Pictured:
    """An attachment that is a picture, by the name of its file beside the source."""

    path: str


@dataclass(frozen=True, slots=True)
class Sheets:
    """An attachment that is PDF: the size of each of its pages in points, as it is shown."""

    sizes: tuple[tuple[float, float], ...]


@dataclass(frozen=True, slots=True)
class NotShown:
    """An attachment that cannot be shown in the package, with the sentence that says why and what to do."""

    sentence: str


@dataclass(frozen=True, slots=True)
class Part:
    """One attachment: its heading in contents and bookmarks, and how it is shown."""

    heading: str
    title: str
    shown: Written | Pictured | Sheets | NotShown


@cache
def template() -> str:
    """Return the templates that the source builds on."""
    return "\n".join((_FOLDER / name).read_text(encoding="utf-8") for name in ("meeting.typ", "package.typ"))


def source_of(page: PrintedMeeting, parts: Sequence[Sequence[Part]]) -> Iterator[str]:
    """Yield the lines of the source; `parts` are the attachments of each item, in order."""
    as_sheets = any(isinstance(one.shown, Sheets) for of_item in parts for one in of_item)
    yield f"#show: package-page.with({_arguments(page, _AS_THEY_ARE if as_sheets else _ACCESSIBLE)})"
    yield "#{"
    for item, of_item in zip(page.items, parts, strict=True):
        yield from _item(item)
        for one in of_item:
            yield from _part(one)
    yield "}"


def has_closed(page: PrintedMeeting) -> bool:
    """Return True when closed items are shown."""
    return any(item.item.closed and not item.item.withheld for item in page.items)


def _arguments(page: PrintedMeeting, remark: str) -> str:
    meeting = page.meeting
    facts = "".join(f"({typst_string(label)}, {typst_content(value)}), " for label, value in page.facts)
    day = meeting.date
    dated = f"datetime(year: {day.year}, month: {day.month}, day: {day.day})" if day else "none"
    return ", ".join(
        (
            typst_string(page.title),
            typst_string(page.running),
            typst_string(page.municipality),
            f"({facts})",
            typst_string(meeting.language),
            typst_string(page.municipality or meeting.body or ""),
            dated,
            f"({typst_string(remark)}, )",
            typst_string(CLOSED_SAID if has_closed(page) else ""),
        )
    )


def _item(item: PrintedItem) -> Iterator[str]:
    number = item.item.case_number
    yield f"package-item({typst_content(item.heading)}, {typst_content(number) if number else 'none'})"
    for section in item.sections:
        is_decision = section.kind is SectionKind.DECISION
        yield "decided({" if is_decision else "{"
        if section.heading:
            yield f"part({typst_content(section.heading)})"
        yield render_typst(section.blocks, heading_level=2 + section.depth)
        yield "})" if is_decision else "}"


def _part(part: Part) -> Iterator[str]:
    head = typst_content(part.heading)
    match part.shown:
        case Written(blocks):
            yield f"attached({head}, {{"
            yield render_typst(blocks, heading_level=3)
            yield "})"
        case Pictured(path):
            yield f"attached({head}, picture({typst_string(path)}, {typst_string(part.title)}))"
        case NotShown(sentence):
            yield f"attached({head}, par({typst_content(sentence)}))"
        case Sheets(sizes):
            for number, (width, height) in enumerate(sizes, start=1):
                said = head if number == 1 else typst_content(f"{part.heading} ({number} af {len(sizes)})")
                first = "true" if number == 1 else "false"
                yield f"sheet({width:.3f}pt, {height:.3f}pt, {said}, {first})"
