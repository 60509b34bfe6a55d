"""Blocks at random, in the one form that a round trip can give back: marks merged, sorted and apart."""

from hypothesis import strategies as st

from raadhus.core.documents.rules.blocks import (
    Chart,
    Heading,
    Image,
    ListBlock,
    ListItem,
    Mark,
    MarkKind,
    Paragraph,
    Table,
)

TEXTS = st.text(alphabet="abcæøåÆ 1.)(-<>&\"'\n§–", max_size=30)
WORDS = st.lists(st.text(alphabet="abcæøåÆ1.)(<>&\"'§–", min_size=1, max_size=8), min_size=1, max_size=5).map(" ".join)
HREFS = st.sampled_from(["https://eksempel.dk/a?b=1&c=2", "http://eksempel.dk", "mailto:a@eksempel.dk"])


@st.composite
def marks(draw, text):
    found = []
    for kind in MarkKind:
        edges = sorted(draw(st.sets(st.integers(0, len(text)), max_size=4)))
        href = draw(HREFS) if kind is MarkKind.LINK else None
        found += [Mark(start, end, kind, href) for start, end in zip(edges[::2], edges[1::2], strict=False)]
    return tuple(sorted(found, key=lambda mark: (mark.start, -mark.end, mark.kind)))


@st.composite
def paragraphs(draw, texts=TEXTS):
    text = draw(texts)
    return Paragraph(text, draw(marks(text)))


@st.composite
def items(draw, depth=2, texts=TEXTS):
    text = draw(texts)
    nested = draw(st.lists(items(depth - 1, texts), max_size=2)) if depth else []
    label = draw(st.sampled_from([None, "1.", "a)", "3.2"]))
    return ListItem(text, label, tuple(nested), draw(marks(text)))


@st.composite
def tables(draw, texts=TEXTS):
    width = draw(st.integers(1, 3))
    rows = draw(st.lists(st.tuples(*[texts] * width), min_size=1, max_size=3))
    return Table(tuple(rows), draw(st.integers(0, len(rows))), draw(st.none() | texts))


def documents(texts=TEXTS, *, pictures=True):
    lists = st.builds(ListBlock, st.lists(items(texts=texts), min_size=1, max_size=3).map(tuple), st.booleans())
    images = st.builds(Image, st.text("0123456789abcdef", min_size=64, max_size=64), texts)
    specs = st.sampled_from(['{"data": {"values": []}, "mark": "bar"}', "{}"])
    charts = st.builds(Chart, texts, texts.filter(str.strip), specs)
    kinds = [paragraphs(texts), st.builds(Heading, texts, st.integers(1, 3)), lists, tables(texts)]
    block = st.one_of(*kinds, *[images, charts] * pictures)
    return st.lists(block, max_size=5).map(tuple)
