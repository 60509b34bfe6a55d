"""`raadhus meetings verify FILE`: does a file of signed minutes hold what was signed? Public data only; no database."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, TypeVar

import click

from raadhus.kernel.errors import WrongInput
from raadhus.kernel.file_trouble import reason
from raadhus.meetings.rules.signing.demands import SignerPart
from raadhus.meetings.rules.signing.signed_file import read_keys, read_signed
from raadhus.meetings.rules.signing.statements import Sealed
from raadhus.meetings.rules.signing.verification import CheckedItem, Report, verify
from raadhus.ui.terminal import DONE, FINDINGS, print_json

_PARTS = {one.value: one.label for one in SignerPart}
_UNTRUSTED = (
    "OBS: nøglen er taget fra filen selv. Hent kommunens nøgler på dens egen adresse (/moeder/kontrol/noegler.json), og kør "
    "igen med --key FIL; ellers kan enhver have lavet filen."
)


Read = TypeVar("Read")


@click.command("verify")
@click.argument("file", type=click.Path(path_type=Path), metavar="FIL")
@click.option("--key", "keys", type=click.Path(path_type=Path), help="Kommunens offentlige nøgler (noegler.json).")
@click.option("--json", "as_json", is_flag=True, help="Skriv svaret som JSON (docs/formats/meetings-signed.md).")
@click.pass_context
def verify_minutes(ctx: click.Context, *, file: Path, keys: Path | None, as_json: bool) -> None:
    """Efterprøv et underskrevet referat.

    Slutkode 0, når alt i filen er det, der blev underskrevet; 1, når noget ikke er (og hvilket punkt); 2, når filen ikke er et
    underskrevet referat.
    """
    report = verify(_read(read_signed, file), _read(read_keys, keys) if keys else None)
    if as_json:
        print_json(report_json(report))
    else:
        click.echo("\n".join(_lines(report)))
    ctx.exit(DONE if report.holds else FINDINGS)


def _read(reader: Callable[[bytes], Read], path: Path) -> Read:
    """Return what the reader makes of a file. Raises WrongInput, which names the file."""
    try:
        return reader(path.read_bytes())
    except OSError as error:
        raise WrongInput(f"{path}: kan ikke læses ({reason(error)}).") from error
    except WrongInput as error:
        raise WrongInput(f"{path}: {error}") from error


def report_json(report: Report) -> dict[str, Any]:
    """Return what was verified as JSON values."""
    return {
        "verified": report.holds,
        "trusted_keys": report.trusted,
        "meeting": report.meeting,
        "body": report.header.get("body"),
        "date": report.header.get("date"),
        "items": [
            {"place": one.place, "number": one.number, "title": one.title, "whole": one.is_whole, "verified": one.holds}
            for one in report.items
        ],
        "statements": [_statement_json(one) for one in report.statements],
        "key_ids": list(report.key_ids),
        "findings": [{"code": one.code, "message": str(one.message), "item": one.item} for one in report.flaws],
    }


def _statement_json(sealed: Sealed) -> dict[str, Any]:
    said = sealed.statement
    remark = {"item": sealed.remark.item, "text": sealed.remark.text} if sealed.remark else None
    who = {
        "act": said.act.value,
        "name": said.name,
        "part": said.part,
        "on_behalf_of": said.on_behalf_of,
        "at": said.at,
    }
    return {**who, "has_remark": said.remark_hash is not None, "remark": remark}


def _lines(report: Report) -> Iterator[str]:
    header = report.header
    yield f"{header.get('body') or 'Ukendt organ'}, {header.get('date') or 'ukendt dato'}"
    yield from (_item_line(one) for one in report.items)
    yield from (_statement_line(one) for one in report.statements)
    yield f"Nøgle: {', '.join(report.key_ids) or 'ingen'}"
    if report.trusted is None:
        yield _UNTRUSTED
    yield from (f"FEJL: {flaw.message}" for flaw in report.flaws)
    yield "Alt i filen er det, der blev underskrevet." if report.holds else "Filen kan IKKE efterprøves."


def _item_line(item: CheckedItem) -> str:
    state = "passer" if item.holds else "PASSER IKKE"
    kept = "" if item.is_whole else " (kun det offentlige vises)"
    return f"  {item.number or '-':>4}  {item.title}: {state}{kept}"


def _statement_line(sealed: Sealed) -> str:
    said, remark = sealed.statement, sealed.remark
    behalf = f" for {said.on_behalf_of}" if said.on_behalf_of else ""
    part = _PARTS.get(said.part, said.part).lower()
    line = f"  {said.at}  {said.act.label}: {said.name}, {part}{behalf}"
    if remark is not None:
        return f"{line}: {remark.text}"
    return f"{line} (bemærkningen vises ikke)" if said.remark_hash else line
