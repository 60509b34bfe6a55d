"""`raadhus search find QUERY`: search as the public does, or as the person that RAADHUS_ACTOR names."""

import os
from dataclasses import asdict
from datetime import date, datetime

import click
from django.utils import timezone

from raadhus.core.access.public import command_actor
from raadhus.core.search.queries import Hit, search
from raadhus.core.search.rules.snippets import Fragment
from raadhus.kernel.actors import PUBLIC, ActorKind
from raadhus.kernel.doors import door
from raadhus.ui.terminal import FINDINGS, print_json

_DAY = click.DateTime(["%Y-%m-%d"])


def _plain(fragments: tuple[Fragment, ...]) -> str:
    return "".join(fragment.text for fragment in fragments)


def as_json(hit: Hit) -> dict[str, object]:
    """Return a hit as plain values; the fragments say what was met."""
    day = hit.date.isoformat() if hit.date else None
    return {
        **asdict(hit),
        "title": _plain(hit.title),
        "snippet": [asdict(fragment) for fragment in hit.snippet],
        "date": day,
    }


def _day(value: datetime | None) -> date | None:
    return value.date() if value else None


@click.command()
@click.argument("query")
@click.option("--kind", help="Kun denne slags.")
@click.option("--from", "date_from", type=_DAY, help="Fra og med denne dag (2026-01-31).")
@click.option("--to", "date_to", type=_DAY, help="Til og med denne dag.")
@click.option("--page", type=click.IntRange(1), default=1, help="Side.")
@click.option("--json", "as_data", is_flag=True, help="Svar som JSON.")
@click.pass_context
@door("search.find")
def find(
    ctx: click.Context,
    query: str,
    *,
    kind: str | None,
    date_from: datetime | None,
    date_to: datetime | None,
    page: int,
    as_data: bool,
) -> None:
    """Søg som offentligheden, eller som den person, RAADHUS_ACTOR nævner. Sætter slutkode 1, når intet blev fundet."""
    viewer = command_actor(os.environ)
    viewer = viewer if viewer.kind is ActorKind.PERSON else PUBLIC
    days = (_day(date_from), _day(date_to))
    answer = search(viewer, query, now=timezone.now(), kind=kind, date_from=days[0], date_to=days[1], page=page)
    if as_data:
        print_json(
            {
                "query": answer.query.text,
                "total": answer.total,
                "page": answer.page,
                "hits": [as_json(hit) for hit in answer.hits],
            }
        )
    else:
        click.echo(f"{answer.total} fundet, side {answer.page} af {answer.pages}")
        for hit in answer.hits:
            click.echo(f"{hit.date or '          '}  {hit.kind_label}: {_plain(hit.title)}  {hit.url}")
    ctx.exit(0 if answer.total else FINDINGS)
