"""The demonstration's guide: invented procedure questions, each marked as an example. Safe to repeat."""

import tomllib
from collections.abc import Iterator
from datetime import datetime
from importlib.resources import files

from raadhus.kernel.actors import Actor
from raadhus.meetings.public import approve_article, has_article, write_article


def load_guide(*, actor: Actor, now: datetime) -> Iterator[str]:
    """Write and approve the articles of data/vejledning.toml that are not there yet; yield the question of each."""
    text = (files(__package__) / "data" / "vejledning.toml").read_text(encoding="utf-8")
    for said in tomllib.loads(text)["articles"]:
        if has_article(said["question"]):
            continue
        slug = write_article(actor=actor, audience="everybody", is_example=True, **said, now=now)
        approve_article(actor=actor, slug=slug, number=1, now=now)
        yield said["question"]
