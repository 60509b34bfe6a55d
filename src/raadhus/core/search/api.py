"""The API of the search."""

from datetime import date

from django.http import HttpRequest
from django.utils import timezone
from ninja import Field, Query, Router, Schema

from raadhus.core.search.queries import Answer, Choice, Hit, search
from raadhus.core.search.rules.snippets import Fragment
from raadhus.kernel.actors import PUBLIC, Actor
from raadhus.kernel.doors import door

router = Router()


class SearchIn(Schema):
    """What is searched for."""

    q: str = Field(
        "", max_length=400, description="Ord; citater i anførselstegn; det sidste ord må være en begyndelse."
    )
    kind: str | None = Field(None, max_length=60)
    body: str | None = Field(None, max_length=200)
    date_from: date | None = None
    date_to: date | None = None
    page: int = Field(1, ge=1, le=1_000)


class FragmentOut(Schema):
    """A stretch of text; marked when it is what was searched for."""

    text: str
    marked: bool


class HitOut(Schema):
    """One thing found."""

    source: str
    key: str
    url: str
    title: list[FragmentOut]
    snippet: list[FragmentOut]
    date: date | None
    kind: str
    kind_label: str
    body: str


class ChoiceOut(Schema):
    """A value that the answer can be narrowed to."""

    value: str
    label: str
    count: int


class AnswerOut(Schema):
    """One page of what was found."""

    total: int
    page: int
    pages: int
    hits: list[HitOut]
    kinds: list[ChoiceOut]
    bodies: list[ChoiceOut]


@router.get("", response=AnswerOut, summary="Søg i alt, hvad kalderen må se")
@door("search.find")
def find(request: HttpRequest, asked: Query[SearchIn]) -> AnswerOut:
    """Return one page of what was found."""
    viewer: Actor = getattr(request, "actor", PUBLIC)
    answer = search(
        viewer,
        asked.q,
        now=timezone.now(),
        kind=asked.kind or None,
        body=asked.body or None,
        date_from=asked.date_from,
        date_to=asked.date_to,
        page=asked.page,
    )
    return _answer(answer)


def _answer(answer: Answer) -> AnswerOut:
    return AnswerOut(
        total=answer.total,
        page=answer.page,
        pages=answer.pages,
        hits=[_hit(hit) for hit in answer.hits],
        kinds=[_choice(choice) for choice in answer.kinds],
        bodies=[_choice(choice) for choice in answer.bodies],
    )


def _hit(hit: Hit) -> HitOut:
    return HitOut(
        source=hit.source,
        key=hit.key,
        url=hit.url,
        title=_fragments(hit.title),
        snippet=_fragments(hit.snippet),
        date=hit.date,
        kind=hit.kind,
        kind_label=hit.kind_label,
        body=hit.body,
    )


def _fragments(fragments: tuple[Fragment, ...]) -> list[FragmentOut]:
    return [FragmentOut(text=fragment.text, marked=fragment.marked) for fragment in fragments]


def _choice(choice: Choice) -> ChoiceOut:
    return ChoiceOut(value=choice.value, label=choice.label, count=choice.count)
