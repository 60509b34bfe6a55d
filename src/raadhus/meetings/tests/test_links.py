"""Addresses in what is published: which of them the public can follow."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from raadhus.core.documents.text import ListBlock, ListItem, Mark, MarkKind, Paragraph, Table
from raadhus.meetings.rules.links import LinkFault, fault_of, wrong_links

INNER = ("intranet.*", "*.local", "mithtk.*")


@pytest.mark.parametrize(
    "address",
    [
        "https://www.retsinformation.dk/eli/lta/2019/47",
        "http://eksempel.dk:8080/a?b=c#d",
        "https://www.rådhus.dk/møde",
        "mailto:post@eksempel.dk",
        "tel:+4512345678",
        "https://8.8.8.8/",
    ],
)
def test_an_address_that_anyone_can_follow_is_let_through(address):
    assert fault_of(address, INNER) is None


@pytest.mark.parametrize(
    ("address", "fault"),
    [
        ("file:///H:/sager/a.docx", LinkFault.LOCAL_FILE),
        ("\\\\server\\sager\\a.docx", LinkFault.LOCAL_FILE),
        ("https://intranet.eksempel.dk/a", LinkFault.INTERNAL),
        ("https://INTRANET.eksempel.dk/a", LinkFault.INTERNAL),
        ("http://sagsystem/sag/1", LinkFault.INTERNAL),
        ("http://wiki.local/", LinkFault.INTERNAL),
        ("http://10.1.2.3/", LinkFault.INTERNAL),
        ("http://[::1]/", LinkFault.INTERNAL),
        ("http://192.168.1.1:8000/x", LinkFault.INTERNAL),
        ("https:///uden-vært", LinkFault.MALFORMED),
        ("https://eksempel..dk/", LinkFault.MALFORMED),
        ("https://eksempel.dk:99999/", LinkFault.MALFORMED),
        ("https://eksempel.dk/a b", LinkFault.MALFORMED),
        ("mailto:ingen", LinkFault.MALFORMED),
        ("javascript:alert(1)", LinkFault.SCHEME),
        ("www.eksempel.dk", LinkFault.MALFORMED),
    ],
)
def test_an_address_that_leads_nowhere_for_the_public_is_found(address, fault):
    assert fault_of(address, INNER) is fault


def test_addresses_are_found_behind_words_in_lists_and_in_tables():
    blocks = (
        Paragraph("Se notatet", (Mark(0, 2, MarkKind.LINK, "http://wiki.local/a"),)),
        ListBlock((ListItem("Se http://wiki.local/b.", None, (ListItem("og \\\\srv\\c"),)),)),
        Table((("Link", "(http://wiki.local/d)"),)),
        Paragraph("https://eksempel.dk er god"),
    )
    found = [wrong.address for wrong in wrong_links(blocks, INNER)]
    assert found == ["http://wiki.local/a", "http://wiki.local/b", "\\\\srv\\c", "http://wiki.local/d"]


@given(st.text(max_size=60))
def test_no_address_is_too_odd_to_be_judged(address):
    assert fault_of(address, INNER) in {None, *LinkFault}
