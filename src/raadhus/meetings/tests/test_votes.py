"""Votes in a decision's prose."""

import pytest

from raadhus.meetings.reader.votes import read_votes
from raadhus.meetings.rules.reading import Span

EXAMPLES = [
    ("For stemte: A, V og C (13). Imod stemte: F og Ø (6).", [(13, 6, None)]),
    ("For stemte 13 (A, V, C).\nImod stemte 6 (F, Ø).\nUndlod at stemme: 2 (B).", [(13, 6, 2)]),
    ("Indstillingen blev vedtaget med 14 stemmer mod 5.", [(14, 5, None)]),
    ("Indstillingen blev vedtaget med 14 stemmer for og 5 stemmer imod.", [(14, 5, None)]),
    (
        (
            "Ændringsforslaget blev forkastet med 7 stemmer for og 12 imod. Ingen undlod at stemme. "
            "Indstillingen blev godkendt med 12 stemmer for og 7 imod."
        ),
        [(7, 12, 0), (12, 7, None)],
    ),
    ("13 stemte for, 10 stemte imod, og 2 undlod at stemme.", [(13, 10, 2)]),
    ("For: 10 Imod: 5 Undlod: 2", [(10, 5, 2)]),
    ("Stemmer for: 13. Stemmer imod: 10.", [(13, 10, None)]),
    ("Indstillingen blev sat til afstemning. 17 medlemmer stemte for, 8 medlemmer stemte imod.", [(17, 8, None)]),
    ("For indstillingen stemte 15 medlemmer.\nImod indstillingen stemte 4 medlemmer.", [(15, 4, None)]),
    ("For forslaget stemte 2, mens 23 stemte imod. Ingen undlod at stemme.", [(2, 23, 0)]),
    ("For stemte: Anne Bo, Carl Dam og Eva Fog\nImod stemte: Gert Hansen", [(3, 1, None)]),
    ("For stemte A (9), V (4) og C (2). Imod stemte Ø (3). F (2) undlod at stemme.", [(15, 3, 2)]),
    ("Godkendt.", []),
    ("For: A, B, C\nImod: D\nHverken for eller imod: Ø", []),
    ("Vedtaget med 18 stemmer for (A, V, C, F) og 7 stemmer imod (Ø, Å)", [(18, 7, None)]),
    ("Et flertal på 16 stemte for, mens 9 stemte imod.", [(16, 9, None)]),
]


@pytest.mark.parametrize(("text", "wanted"), EXAMPLES, ids=[text[:50] for text, _ in EXAMPLES])
def test_votes_are_counted(text, wanted):
    votes = read_votes(text, Span(0, len(text)))
    assert [(vote.in_favour, vote.against, vote.abstain) for vote in votes] == wanted


def test_the_larger_side_wins():
    (vote,) = read_votes("Forslaget blev forkastet med 7 stemmer for og 12 imod.", Span(0, 1))
    assert (vote.on, vote.result) == ("forslaget", "rejected")
