"""A place where nobody can listen is told before anything is begun."""

import socket

import pytest

from raadhus.config.serving import free_place
from raadhus.kernel.errors import WrongInput


def test_a_taken_port_is_told():
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        with pytest.raises(WrongInput, match=f"127.0.0.1:{port}: .*i brug"):
            free_place("127.0.0.1", port)


def test_an_address_that_is_none_is_told():
    with pytest.raises(WrongInput, match="kendes ikke"):
        free_place("a" * 64, 8000)


def test_a_free_place_is_given_in_numbers():
    with socket.create_server(("127.0.0.1", 0)) as found:
        port = found.getsockname()[1]
    assert free_place("127.0.0.1", port) == "127.0.0.1"
