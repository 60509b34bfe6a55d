"""The guide: written, approved, superseded, found, printed, and linked from where it matters."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction
from django.template import Context, Template
from django.test import RequestFactory
from django.urls import reverse

from raadhus.core.obligations.public import of_origin
from raadhus.kernel.actors import PUBLIC
from raadhus.kernel.errors import Conflict, NotAllowed, NotFound, WrongInput
from raadhus.kernel.roles import Role
from raadhus.meetings.actions.guide import approve_article, withdraw_article, write_article
from raadhus.meetings.models import GuideArticle, GuideVersion
from raadhus.meetings.queries.guide import article_page, guide, guide_links
from raadhus.meetings.queries.guide_search import search_source
from raadhus.meetings.rules.guide import ArticleState, Place

ARTICLE = {
    "question": "Hvornår skal en sag være klar?",
    "answer": "Fem **arbejdsdage** før mødet.\n\n<script>alert(1)</script>\n\n## Undtagelser\n\n- Tillæg",
    "topic": "Frister",
    "audience": "everybody",
    "places": ["deadline", "rule:obligation-without-owner"],
    "owner_text": "Sekretariatet",
}


@pytest.fixture
def secretary(cast):
    return cast[Role.SECRETARY]


@pytest.fixture
def write(secretary, now):
    def write_one(**changes):
        return write_article(actor=secretary, **(ARTICLE | changes), now=now)

    return write_one


@pytest.fixture
def approve(secretary, now):
    def approve_one(slug, number=1, **more):
        return approve_article(actor=secretary, slug=slug, number=number, **more, now=now)

    return approve_one


@pytest.fixture
def approved(write, approve):
    slug = write()
    approve(slug)
    return slug


def questions(viewer, now, **more):
    return [one.question for topic in guide(viewer=viewer, **more, now=now).topics for one in topic.articles]


def test_a_draft_is_read_by_those_who_write_the_guide_only(write, cast, now):
    slug = write()
    assert article_page(viewer=cast[Role.SECRETARY], slug=slug, now=now).shown.state is ArticleState.DRAFT
    for viewer in (PUBLIC, cast[Role.EMPLOYEE]):
        with pytest.raises(NotFound):
            article_page(viewer=viewer, slug=slug, now=now)
    assert questions(PUBLIC, now) == []


def test_an_approved_answer_is_read_and_its_markup_harmless(approved, now):
    shown = article_page(viewer=PUBLIC, slug=approved, now=now).shown
    assert "<strong>arbejdsdage</strong>" in shown.html
    assert "<script>" not in shown.html


def test_a_new_version_waits_while_the_approved_one_stands(approved, write, approve, now):
    write(slug=approved, answer="Seks arbejdsdage før mødet.")
    assert "Fem" in article_page(viewer=PUBLIC, slug=approved, now=now).shown.answer
    approve(approved, 2)
    assert "Seks" in article_page(viewer=PUBLIC, slug=approved, now=now).shown.answer
    states = list(GuideVersion.objects.order_by("number").values_list("state", flat=True))
    assert states == ["superseded", "approved"]


def test_only_what_was_read_is_approved_and_once(approved, approve):
    with pytest.raises(Conflict, match="godkendt"):
        approve(approved)
    with pytest.raises(NotFound):
        approve(approved, 7)


def test_the_database_keeps_one_approved_version(approved):
    row = GuideVersion.objects.get()
    row.pk, row.number = None, 2
    with pytest.raises(IntegrityError), transaction.atomic():
        row.save(force_insert=True)


def test_a_review_date_becomes_an_obligation(write, approve, cast, now):
    slug = write(owner_text="")
    approve(slug, review_date=now.date() + timedelta(days=365))
    key = str(GuideArticle.objects.get().pk)
    found = of_origin(cast[Role.SECRETARY], "guide_article", key, now=now)
    assert "stadig gælder" in repr(found)


def test_a_review_date_of_today_is_refused(write, approve, now):
    with pytest.raises(WrongInput, match="efter i dag"):
        approve(write(), review_date=now.date())


def test_a_withdrawn_article_is_gone_and_says_why(approved, secretary, now):
    with pytest.raises(WrongInput):
        withdraw_article(actor=secretary, slug=approved, reason=" ", now=now)
    withdraw_article(actor=secretary, slug=approved, reason="Reglen er ophævet", now=now)
    with pytest.raises(NotFound):
        article_page(viewer=PUBLIC, slug=approved, now=now)
    with pytest.raises(Conflict):
        withdraw_article(actor=secretary, slug=approved, reason="igen", now=now)


def test_what_is_for_employees_is_not_for_the_public(write, approve, cast, now):
    slug = write(audience="employees")
    approve(slug)
    assert questions(PUBLIC, now) == []
    assert questions(cast[Role.EMPLOYEE], now) == [ARTICLE["question"]]
    labels = search_source.viewer_labels(PUBLIC, now)
    assert [one for one in search_source.entries() if one.title == ARTICLE["question"] and one.allowed & labels] == []


@pytest.mark.parametrize(
    "change",
    [
        {"question": ""},
        {"answer": " "},
        {"topic": ""},
        {"question": "x" * 301},
        {"answer": "x" * 50_001},
        {"places": ["nowhere"]},
        {"places": ["rule:../x"]},
        {"audience": "nobody"},
    ],
)
def test_an_article_that_cannot_be_kept_is_refused_with_a_sentence(write, change):
    with pytest.raises(WrongInput):
        write(**change)


def test_two_of_the_same_question_get_addresses_of_their_own(write):
    assert len({write(), write(), write()}) == 3


@pytest.mark.parametrize("role", [Role.EMPLOYEE, Role.HR, Role.AUDITOR])
def test_others_neither_write_nor_approve(approved, cast, now, role):
    with pytest.raises(NotAllowed):
        write_article(actor=cast[role], **ARTICLE, now=now)
    with pytest.raises(NotAllowed):
        approve_article(actor=cast[role], slug=approved, number=1, now=now)


def test_a_place_links_to_its_articles_and_a_rule_to_its_page(approved, now):
    assert [one.label for one in guide_links(viewer=PUBLIC, place="deadline", now=now)] == [ARTICLE["question"]]
    assert guide_links(viewer=PUBLIC, place=Place.DECISION, now=now) == ()
    of_rule = guide_links(viewer=PUBLIC, place="rule:abbreviation-undefined", now=now)
    assert [one.url for one in of_rule] == [reverse("guide:rule", args=["abbreviation-undefined"])]


def test_the_tag_writes_the_link_and_nothing_where_there_is_none(approved):
    context = Context({"request": RequestFactory().get("/")})
    source = '{% load guide %}{% guide_link "deadline" %}|{% guide_link "decision" %}'
    linked, empty = Template(source).render(context).split("|")
    assert (ARTICLE["question"] in linked, empty.strip()) == (True, "")


def test_the_search_in_the_guide_finds_words_of_articles_and_rules(approved, now):
    assert questions(PUBLIC, now, text="arbejdsdage FRISTER") == [ARTICLE["question"]]
    assert questions(PUBLIC, now, text="sommerfugl") == []
    assert guide(viewer=PUBLIC, text="forkortelse", now=now).rules
    assert questions(PUBLIC, now, topic="Frister") == [ARTICLE["question"]]


def test_every_page_of_the_guide_is_read_by_everybody(approved, client_of):
    public = client_of(None)
    for name, args in (
        ("contents", ()),
        ("whole", ()),
        ("article", (approved,)),
        ("rule", ("abbreviation-undefined",)),
    ):
        assert public.get(reverse(f"guide:{name}", args=args)).status_code == 200
    assert public.get(reverse("guide:whole_pdf")).content.startswith(b"%PDF")
    assert public.get(reverse("guide:rule", args=["findes-ikke"])).status_code == 404


def test_an_article_is_written_and_approved_on_the_pages(client_of, cast):
    client = client_of(Role.SECRETARY)
    wrong = client.post(reverse("guide:new"), ARTICLE | {"topic": ""})
    assert "Fem **arbejdsdage**" in wrong.content.decode()
    client.post(reverse("guide:new"), ARTICLE | {"places": ["deadline"]})
    slug = GuideArticle.objects.get().slug
    said = client.post(reverse("guide:approve", args=[slug]), {"number": "1"}, follow=True).content.decode()
    assert "står nu i vejledningen" in said
    client.post(reverse("guide:change", args=[slug]), ARTICLE | {"answer": "Nyt svar", "places": ["deadline"]})
    assert "Kladde" in client.get(reverse("guide:article", args=[slug])).content.decode()
