"""Corrections of what an item consists of: text written anew, attachments, and parts that are added or taken away.

All of it works on the stored form of an item (rules/stored_reading.py), in place. What is untouched stays as it was:
tables, lists and marked text among the paragraphs, and the spans of every part that is still there.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from raadhus.core.documents.text import Block, Paragraph, blocks_from_json, blocks_to_json, plain_text
from raadhus.meetings.rules.reading_parts import Json

_ENDING = re.compile(r"\r\n?")
_BLANK_LINE = re.compile(r"\n[ \t]*\n")


def text_runs(blocks: Sequence[Block]) -> tuple[tuple[int, str], ...]:
    """Return each run of paragraphs as (index of its first block, its text with a blank line between paragraphs)."""
    found = []
    for is_text, group in groupby(enumerate(blocks), key=lambda pair: isinstance(pair[1], Paragraph)):
        run = list(group)
        if is_text:
            texts = (block.text for _, block in run if isinstance(block, Paragraph))
            found.append((run[0][0], "\n\n".join(texts)))
    return tuple(found)


def same_text(one: str, other: str) -> bool:
    """Return True when a form sent the text back as it was; a browser ends its lines in its own way."""
    return _ENDING.sub("\n", one).strip() == _ENDING.sub("\n", other).strip()


def says(section: Json, first: int, value: str) -> bool:
    """Return True when the run of paragraphs that begins at block `first` says the value already."""
    blocks = blocks_from_json(section["blocks"])
    return same_text(dict(text_runs(blocks)).get(first, "" if first == len(blocks) else "\0"), value)


def write_run(section: Json, first: int, value: str) -> None:
    """Write the run of paragraphs that begins at block `first` anew; at the end of the blocks, add one.

    A paragraph that says what it said keeps its marks. Raises IndexError when no run begins there.
    """
    blocks = list(blocks_from_json(section["blocks"]))
    runs = dict(text_runs(blocks))
    if first == len(blocks):
        runs[first] = ""
    if first not in runs:
        raise IndexError(first)
    if same_text(runs[first], value):
        return
    end = first
    while end < len(blocks) and isinstance(blocks[end], Paragraph):
        end += 1
    before = {block.text: block for block in blocks[first:end] if isinstance(block, Paragraph)}
    texts = [text.strip() for text in _BLANK_LINE.split(_ENDING.sub("\n", value)) if text.strip()]
    blocks[first:end] = [before.get(text, Paragraph(text)) for text in texts]
    section["blocks"] = blocks_to_json(blocks)
    section["text"] = plain_text(blocks)


def write_attachments(item: Json, value: str) -> None:
    """Write the attachments, a title a line; a title that stays keeps its span, a new one stands in the item's."""
    titles = [line.strip() for line in value.splitlines() if line.strip()]
    known = list(item["attachments"])
    if titles == [line.strip() for one in known for line in one["title"].splitlines() if line.strip()]:
        return
    made = []
    for title in titles:
        same = next((one for one in known if one["title"].strip() == title), None)
        if same is not None:
            known.remove(same)
        made.append(same or {"title": title, "source": item["source"]})
    item["attachments"] = made


def add_part(data: Json, item: Json, name: str, text: str) -> None:
    """Add a recommendation, a decision or a vote that the reading missed. Raises KeyError when there can be none more."""
    if name == "recommendations":
        added: Json = {"label": None, "text": text, "children": [], "outcome": None, "remark": None, "source": None}
        item["recommendations"].append(added)
    elif name == "votes":
        counts = dict.fromkeys(("for", "against", "abstain", "result", "source"))
        item["votes"].append({"on": text, **counts})
    elif name == "decision" and item["decision"] is None:
        about = {"body": data["body"], "date": data["date"], "outcome": None, "source": item["source"]}
        item["decision"] = {"text": text, **about}
    else:
        raise KeyError(name)


def printed_values(data: Json) -> tuple[tuple[Json, str, Json, str], ...]:
    """Return (item, kind of section, part, its text now) of every value that a section of the item prints as well."""
    found = []
    for item in data["items"]:
        if item["decision"] is not None:
            found.append((item, "decision", item["decision"], item["decision"]["text"]))
        found += [(item, "recommendation", one, one["text"]) for one in _flat(item["recommendations"])]
    return tuple(found)


def _flat(recommendations: list[Json]) -> Iterator[Json]:
    for one in recommendations:
        yield one
        yield from _flat(one["children"])


def echo(item: Json, kind: str, old: str, new: str) -> None:
    """Let the section that prints a corrected value say the same: where its paragraphs said the old text, the new."""
    if _words(old) == _words(new) or not _words(old):
        return
    for section in item["sections"]:
        if section["kind"] != kind:
            continue
        for first, text in text_runs(blocks_from_json(section["blocks"])):
            paragraphs = [text] if _words(text) == _words(old) else text.split("\n\n")
            if any(_words(one) == _words(old) for one in paragraphs):
                said = (new if _words(one) == _words(old) else one for one in paragraphs)
                write_run(section, first, "\n\n".join(said))
                return


def _words(text: str) -> str:
    return "".join(character for character in text.casefold() if character.isalnum())
