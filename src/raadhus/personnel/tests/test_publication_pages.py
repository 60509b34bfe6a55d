"""The pages of the publication: what everybody reads when it is out, what its makers do before, and what nobody gets."""

import pytest
from django.urls import reverse

from raadhus.kernel.roles import Role
from raadhus.personnel.actions.publishing import publish
from raadhus.personnel.models import Publication

OUT = reverse("personnel:published", args=["2025"])


@pytest.fixture
def out(draft, house, now):
    return publish(actor=house[Role.HR], key=str(draft.pk), now=now)


def address(name, row, *more):
    return reverse(f"personnel:{name}", args=[row.pk, *more])


def test_everybody_reads_what_is_out_with_charts_and_tables(out, client_of):
    page = client_of(None).get(OUT).content.decode()
    for words in ("Tal om Personale 2025", "<svg", "<table", 'id="sygefravaer"', "400,0\N{NO-BREAK SPACE}årsværk"):
        assert words in page
    assert "Kladde" not in client_of(None).get(reverse("personnel:publications")).content.decode()


@pytest.mark.parametrize(("form", "start"), [("pdf", b"%PDF"), ("docx", b"PK"), ("xlsx", b"PK")])
def test_what_is_out_is_had_as_files(out, client_of, form, start):
    answer = client_of(None).get(reverse("personnel:published_file", args=["2025", form]))
    assert (answer.status_code, answer.content[: len(start)]) == (200, start)
    assert f'filename="tal-om-personale-2025.{form}"' in answer["Content-Disposition"]


def test_a_chart_is_had_as_svg_and_what_is_not_there_is_not_found(out, client_of):
    chart = reverse("personnel:published_chart", args=["2025", "aarsvaerk"])
    assert b"<svg" in client_of(None).get(chart).content
    for gone in (
        reverse("personnel:published_chart", args=["2025", "noegletal"]),
        reverse("personnel:published_file", args=["2025", "exe"]),
        reverse("personnel:published", args=["2024"]),
        reverse("personnel:published", args=["x"]),
    ):
        assert client_of(None).get(gone).status_code == 404


def test_a_draft_is_for_its_makers(draft, client_of):
    page, file = address("draft", draft), address("draft_file", draft, "pdf")
    assert client_of(None).get(OUT).status_code == 404
    for role, status in ((Role.SECRETARY, 200), (Role.EMPLOYEE, 403), (Role.UNIT_LEADER, 403)):
        assert {client_of(role).get(one).status_code for one in (page, file)} == {status}
    assert "Skriv kommentar" not in client_of(Role.SECRETARY).get(page).content.decode()


def test_who_comes_second_is_shown_both_texts(draft, client_of):
    hr, page = client_of(Role.HR), address("comment", draft, "alder")
    assert hr.post(page, {"text": "Den **første**", "revision": "0"}).status_code == 302
    second = hr.post(page, {"text": "Den anden", "revision": "0"})
    told = second.content.decode()
    assert second.status_code == 409
    assert "Den **første**" in told
    assert "Den anden" in told
    assert hr.post(page, {"text": "Begge", "revision": "1"}).status_code == 302
    assert "<p>Begge</p>" in hr.get(address("draft", draft)).content.decode()


def test_a_comment_is_seen_before_it_is_saved(draft, client_of):
    hr, page = client_of(Role.HR), address("comment", draft, "alder")
    seen = hr.post(page, {"text": "Den **første**", "revision": "0", "preview": "1"}).content.decode()
    assert "<strong>første</strong>" in seen
    assert "Den **første**" in seen
    assert not draft.comments.exists()


def test_who_publishes_is_told_which_centres_everybody_may_read_of(draft, client_of):
    assert "Det viser Skoler" in client_of(Role.HR).get(address("publish", draft)).content.decode()


def test_a_publication_is_made_published_and_withdrawn_from_its_pages(released, client_of):
    hr = client_of(Role.HR)
    made = hr.post(reverse("personnel:make_publication"), {"kind": "workforce-2", "year": "2025"})
    row = Publication.objects.get()
    assert made["Location"] == address("draft", row)
    assert hr.post(address("publish", row), {}).status_code == 400
    assert hr.post(address("publish", row), {"sure": "on"}).status_code == 302
    assert "alle tal er de samme" in hr.get(address("draft", row)).content.decode()
    assert client_of(None).get(reverse("personnel:published", args=["2025-2"])).status_code == 200
    hr.post(address("withdraw", row), {"reason": "Et tal var forkert"})
    assert "Et tal var forkert" in client_of(None).get(reverse("personnel:published", args=["2025-2"])).content.decode()


@pytest.mark.parametrize(
    "given", [{"kind": "year-0", "year": "2030"}, {"kind": "year-0"}, {"kind": "x", "year": "2025"}]
)
def test_wrong_input_is_told_in_a_sentence(released, client_of, given):
    answer = client_of(Role.HR).post(reverse("personnel:make_publication"), given)
    assert answer.status_code == 400
    assert not Publication.objects.exists()


def test_a_draft_is_built_on_a_newer_release_after_its_changes_are_seen(draft, client_of, released, settings):
    folder = settings.PERSONNEL_FOLDER / "published"
    (folder / "1").rename(folder / "2")
    (folder / "2" / "cube.duckdb").rename(folder / "2" / "other.duckdb")
    for number in (1, 2):
        (folder / str(number)).mkdir(exist_ok=True)
        (folder / str(number) / "cube.duckdb").write_bytes((folder / "2" / "other.duckdb").read_bytes())
    released.pk, released.number = None, 2
    released.save(force_insert=True)
    hr, page = client_of(Role.HR), address("renew", draft, 2)
    assert page in hr.get(address("draft", draft)).content.decode()
    assert "Ingen tal ændrer sig" in hr.get(page).content.decode()
    assert hr.post(page, {"number": "2"}).status_code == 302
    assert Publication.objects.get().release.number == 2
