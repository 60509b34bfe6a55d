"""The writing page as a form without scripts: everything is saved, and what is not is shown again."""

import re

import pytest
from django.urls import reverse

from raadhus.core.documents.text import (
    Image,
    Paragraph,
    blocks_from_json,
    blocks_from_markdown,
    blocks_to_json,
    plain_text,
    render_markdown,
)
from raadhus.kernel.roles import Role
from raadhus.meetings.models import CaseDraft, DraftSection
from raadhus.meetings.rules.drafts import DraftState
from raadhus.meetings.tests.sitting_stage import make_body, make_draft


@pytest.fixture
def draft(cast, now):
    make_body()
    return make_draft(cast[Role.EMPLOYEE], now)


@pytest.fixture
def page(client_of, draft):
    client, address = client_of(Role.EMPLOYEE), reverse("meetings:writing", args=[draft])

    def post(act="save", **changes):
        shown = client.get(address).content.decode()
        fields = {"act": act, "section": [str(pk) for pk in rows(draft).values_list("pk", flat=True)]}
        for row in rows(draft):
            fields[f"base-{row.pk}"] = re.search(rf'name="base-{row.pk}" value="(\d+)"', shown)[1]
            fields[f"heading-{row.pk}"] = row.heading
            fields[f"text-{row.pk}"] = render_markdown(blocks_from_json(row.blocks), heading_level=1)
        return client.post(address, {**fields, **changes})

    post.client, post.address = client, address
    return post


def rows(draft):
    return DraftSection.objects.filter(draft=draft).order_by("position")


def text_of(row):
    row.refresh_from_db()
    return plain_text(blocks_from_json(row.blocks))


def test_all_texts_are_saved_at_once(draft, page):
    first, second = rows(draft)[:2]
    answer = page(**{f"text-{first.pk}": "# Før\r\n\r\nTekst med **fed**", f"text-{second.pk}": "- et\r\n- to"})
    assert answer.status_code == 302
    assert text_of(first).startswith("Før")
    assert rows(draft)[1].blocks[0]["type"] == "list"


def test_a_text_that_was_not_touched_keeps_what_markdown_cannot_say(draft, page):
    first, second = rows(draft)[:2]
    picture = blocks_to_json([Paragraph("Se kortet."), Image("a" * 64, "Kort over stien")])
    rows(draft).filter(pk=first.pk).update(blocks=picture)
    page(**{f"text-{second.pk}": "Nyt"})
    first.refresh_from_db()
    assert (first.blocks, first.revision) == (picture, 0)


def test_who_comes_second_gets_both_texts_and_loses_none(draft, page):
    first, second = rows(draft)[:2]
    page(**{f"text-{first.pk}": "Den andens"})
    answer = page(**{f"text-{first.pk}": "Min egen", f"base-{first.pk}": "0", f"text-{second.pk}": "Kommer med"})
    shown = answer.content.decode()
    assert answer.status_code == 409
    assert "Min egen</textarea>" in shown
    assert "Den andens" in shown
    assert (text_of(first), text_of(second)) == ("Den andens", "Kommer med")
    page(**{f"text-{first.pk}": "Min egen"})
    assert text_of(first) == "Min egen"


def test_recommendations_are_rows_and_keep_their_ids(draft, page):
    key = "5f0c3e9e-0000-4000-8000-000000000001"
    point = {"base-recommendations": "0", "lead": "Det indstilles, at"}
    page(**point, **{"point-key": [key], "point-text": ["Planen godkendes"], "point-level": ["0"]})
    draft_row = CaseDraft.objects.get(pk=draft)
    assert draft_row.recommendations == [{"id": key, "text": "Planen godkendes", "children": []}]


def test_sections_are_added_moved_removed_and_put_back_with_the_text_saved_on_the_way(draft, page):
    first = rows(draft)[0]
    page("add:assessment", **{f"text-{first.pk}": "Gemt på vejen"})
    made = rows(draft).last()
    assert (made.heading, text_of(first)) == ("Vurdering", "Gemt på vejen")
    page(f"up:{made.pk}")
    assert rows(draft).last().pk != made.pk
    page(f"remove:{made.pk}")
    assert not rows(draft).filter(pk=made.pk).exists()
    page(f"restore:{CaseDraft.objects.get(pk=draft).removed_sections.get().pk}")
    assert rows(draft).last().heading == "Vurdering"


def test_a_case_that_may_not_be_written_in_says_why_and_is_read(draft, page):
    CaseDraft.objects.filter(pk=draft).update(state=DraftState.PROPOSED.value)
    shown = page.client.get(page.address).content.decode()
    assert "Bed sekretæren om at sende den retur" in shown
    assert "<textarea" not in shown
    answer = page.client.post(page.address, {"act": "save"})
    assert answer.status_code == 400


@pytest.mark.parametrize("role", [Role.UNIT_LEADER, Role.HR, None])
def test_others_do_not_know_that_the_case_is_there(client_of, page, role):
    assert client_of(role).get(page.address).status_code in {302, 404}


def test_markup_in_a_text_field_is_text():
    blocks = blocks_from_markdown('<script>alert(1)</script>\n\n[x](javascript:alert(1)) <b onclick="x">b</b>')
    assert all(not isinstance(block, Paragraph) or not block.marks for block in blocks)
    assert "<script>" in plain_text(blocks)
