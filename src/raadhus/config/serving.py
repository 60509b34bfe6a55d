"""`raadhus serve`: the web server, granian, with as many processes as asked for."""

import socket

import click
from granian.constants import Interfaces
from granian.server import Server

from raadhus.kernel.doors import ANYONE, door
from raadhus.kernel.errors import WrongInput
from raadhus.kernel.file_trouble import reason


def free_place(address: str, port: int) -> str:
    """Return the address as numbers, when a server can listen there. Raises WrongInput, which says why it cannot."""
    place = f"{address}:{port}"
    try:
        family, _kind, _protocol, _name, numbers = socket.getaddrinfo(address, port, type=socket.SOCK_STREAM)[0]
    except (OSError, UnicodeError) as error:
        raise WrongInput(f"{place}: adressen kendes ikke: brug en, som maskinen har, såsom 127.0.0.1.") from error
    try:
        socket.create_server((str(numbers[0]), port), family=family).close()
    except OSError as error:
        raise WrongInput(f"{place}: der kan ikke lyttes ({reason(error)}).") from error
    return str(numbers[0])


def run_server(*, address: str, port: int, workers: int) -> None:
    """Serve the WSGI application until interrupted. A file database takes any number of workers; they take turns writing."""
    Server(
        "raadhus.config.wsgi:application",
        address=free_place(address, port),
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
