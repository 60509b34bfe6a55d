"""`raadhus serve`: the web server, granian, with as many processes as asked for."""

import click
from granian.constants import Interfaces
from granian.server import Server

from raadhus.kernel.doors import ANYONE, door


def run_server(*, address: str, port: int, workers: int) -> None:
    """Serve the WSGI application until interrupted. A file database takes any number of workers; they take turns writing."""
    Server(
        "raadhus.config.wsgi:application",
        address=address,
        port=port,
        workers=workers,
        interface=Interfaces.WSGI,
        blocking_threads=4,
        websockets=False,
    ).serve()


@click.command()
@click.option("--address", default="127.0.0.1", show_default=True, help="Adressen, der lyttes på.")
@click.option("--port", default=8000, show_default=True, type=click.IntRange(1, 65535))
@click.option("--workers", default=2, show_default=True, type=click.IntRange(1, 64))
@door(ANYONE)
def serve(address: str, port: int, workers: int) -> None:
    """Vis raadhus i en browser."""
    run_server(address=address, port=port, workers=workers)
