"""The English catalogues, without gettext's programs: `python tools/messages.py update|compile|check [package ...]`.

The source language of the screens is Danish. Each package of the product has one catalogue beside its code,
`locale/en/LC_MESSAGES/django.po`; the kernel, which is no Django app, is served by config's. `update` reads the texts
out of Python and templates and brings every catalogue up to date, keeping its translations; `compile` makes the .mo
files that Django reads; `check` lists what is missing. tests/test_translations.py runs the same check.
"""

import ast
import io
import re
import sys
from collections.abc import Iterator
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

PACKAGE = Path(__file__).resolve().parent.parent / "src" / "raadhus"
CATALOGUE = Path("locale/en/LC_MESSAGES/django.po")
HEADER = """# English texts of {name}. `make messages` keeps this file; only the msgstr lines are written by hand.
msgid ""
msgstr ""
"Language: en\\n"
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=UTF-8\\n"
"Content-Transfer-Encoding: 8bit\\n"
"Plural-Forms: nplurals=2; plural=(n != 1);\\n"

"""
KEYWORDS = {
    "_": None,
    "gettext": None,
    "gettext_lazy": None,
    "gettext_noop": None,
    "said": None,
    "for_catalogue": None,
    "ngettext": (1, 2),
    "ngettext_lazy": (1, 2),
    "pgettext": ((1, "c"), 2),
    "pgettext_lazy": ((1, "c"), 2),
    "npgettext": ((1, "c"), 2, 3),
    "npgettext_lazy": ((1, "c"), 2, 3),
}
# What a part declares to the house (kernel/rooms.py) is shown on screens: which argument is the text.
DECLARED = {
    "Verb": (1, "label"),
    "EventType": (1, "sentence"),
    "NavigationLink": (0, "label"),
    "Tile": (1, "title"),
    "Room": (1, "label"),
    "Sentence": (0, "text"),
    "Field": (2, "label"),
    "Measure": (1, "name"),
    "interpretation": (0, "text"),
    "unverified": (0, "text"),
}
# Folders without texts for a screen; a reader's LABELS are what documents say, not what we say.
NOT_SHOWN = {"tests", "migrations", "reader", "readers"}
PLACEHOLDER = re.compile(r"%\(\w+\)[sd]|\{\w*\}")

Found = tuple[str | tuple[str, ...], str | None]


def packages() -> dict[str, list[Path]]:
    """Return each package that has texts of its own, with the folders it answers for."""
    apps = [path.parent for path in PACKAGE.rglob("apps.py") if "migrations" not in path.parts]
    named = {str(path.relative_to(PACKAGE)): [path] for path in sorted(apps)}
    return {**named, "config": [PACKAGE / "config", PACKAGE / "kernel"]}


def messages_in(path: Path) -> Iterator[Found]:
    """Yield (message or (singular, plural), context) for every translatable text in a file."""
    source = path.read_text(encoding="utf-8")
    if path.suffix != ".py":
        from django.utils.translation.template import templatize  # noqa: PLC0415 - only templates need Django

        source = "\n".join(line.lstrip() for line in templatize(source).split("\n"))
    elif any(f"{name}(" in source for name in DECLARED) or "LABELS" in source:
        yield from _declared_in(ast.parse(source))
    for _line, text, _comments, context in extract("python", io.BytesIO(source.encode()), KEYWORDS):
        found = tuple(part for part in text if part) if isinstance(text, tuple) else text
        if found:
            yield found, context


def _declared_in(tree: ast.Module) -> Iterator[Found]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in DECLARED:
            place, name = DECLARED[node.func.id]
            by_name = [keyword.value for keyword in node.keywords if keyword.arg == name]
            yield from _texts(by_name or node.args[place : place + 1])
        elif isinstance(node, ast.Assign | ast.AnnAssign) and isinstance(node.value, ast.Dict):
            targets = node.targets if isinstance(node, ast.Assign) else [node.target]
            if any(isinstance(target, ast.Name) and target.id.endswith("LABELS") for target in targets):
                yield from _texts(node.value.values)


def _texts(nodes: list[ast.expr]) -> Iterator[Found]:
    for node in nodes:
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and node.value:
            yield node.value, None


def extracted(folders: list[Path]) -> Catalog:
    """Return a fresh catalogue of every text in the folders."""
    catalog = Catalog(locale="en", charset="utf-8")
    for folder in folders:
        for path in sorted(folder.rglob("*")):
            inner = path.relative_to(folder).parts
            is_source = path.suffix == ".py" or ("templates" in inner and path.suffix in {".html", ".txt"})
            if is_source and not NOT_SHOWN & set(inner):
                for found, context in messages_in(path):
                    catalog.add(found, context=context)
    return catalog


def kept(folder: Path) -> Catalog:
    """Return the catalogue in a folder as it stands; empty when there is none."""
    file = folder / CATALOGUE
    if not file.exists():
        return Catalog(locale="en", charset="utf-8")
    with file.open("rb") as stream:
        return read_po(stream, locale="en", charset="utf-8")


def update(only: list[str]) -> None:
    """Bring every catalogue (or those named) up to date; say how many texts wait for a translation."""
    for name, folders in packages().items():
        if only and name not in only:
            continue
        catalog, fresh = kept(folders[0]), extracted(folders)
        if not len(fresh) and not len(catalog):
            continue
        catalog.update(fresh, no_fuzzy_matching=True)
        catalog.obsolete.clear()
        body = io.BytesIO()
        write_po(body, catalog, width=120, no_location=True, omit_header=True, sort_output=True, ignore_obsolete=True)
        file = folders[0] / CATALOGUE
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(HEADER.format(name=name) + body.getvalue().decode("utf-8"), encoding="utf-8")
        waiting = sum(1 for message in catalog if message.id and not _is_translated(message))
        print(f"{name}: {len(catalog)} texts, {waiting} without English")  # noqa: T201 - a command answers on its output


def compile_all() -> None:
    """Make the .mo file of every catalogue that is newer than it."""
    for folders in packages().values():
        file = folders[0] / CATALOGUE
        target = file.with_suffix(".mo")
        if file.exists() and not (target.exists() and target.stat().st_mtime > file.stat().st_mtime):
            with target.open("wb") as stream:
                write_mo(stream, kept(folders[0]))


def problems() -> list[str]:
    """Return what is wrong with the catalogues, one sentence each; an empty list when nothing is."""
    found = []
    for name, folders in packages().items():
        catalog, fresh = kept(folders[0]), extracted(folders)
        for message in fresh:
            if message.id:
                mine = catalog.get(message.id, message.context)
                found += [f"{name}: {fault}: {message.id!r}" for fault in _faults(mine)]
        wanted = {(message.id, message.context) for message in fresh}
        left = [message for message in catalog if message.id and (message.id, message.context) not in wanted]
        found += [f"{name}: no longer in the code: {message.id!r}" for message in left]
        found += [f"{name}: obsolete: {key!r}" for key in catalog.obsolete]
    return found


def _faults(message: Message | None) -> Iterator[str]:
    if message is None or not _is_translated(message):
        yield "no English"
        return
    if message.fuzzy:
        yield "fuzzy"
    ids = message.id if isinstance(message.id, tuple) else (message.id,)
    texts = message.string if isinstance(message.string, tuple) else (message.string,)
    wanted = {mark for text in ids for mark in PLACEHOLDER.findall(text)}
    if {mark for text in texts for mark in PLACEHOLDER.findall(text)} != wanted:
        yield "other placeholders"


def _is_translated(message: Message) -> bool:
    texts = message.string if isinstance(message.string, tuple) else (message.string,)
    return bool(texts) and all(texts)


def main(verb: str, only: list[str]) -> int:
    """Run one of the three; `check` ends with 1 when something is wrong."""
    if verb == "update":
        update(only)
    elif verb == "compile":
        compile_all()
    elif verb == "check":
        faults = problems()
        print("\n".join(faults) or "complete")  # noqa: T201 - a command answers on its output
        return 1 if faults else 0
    else:
        print(__doc__, file=sys.stderr)  # noqa: T201 - a command answers on its output
        return 2
    return 0


if __name__ == "__main__":
    raise SystemExit(main("".join(sys.argv[1:2]), sys.argv[2:]))
