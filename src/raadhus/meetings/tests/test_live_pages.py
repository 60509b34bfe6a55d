"""The page of live minutes: as plain forms, with htmx, and with two minute-takers at once."""

import pytest
from django.urls import reverse

from raadhus.kernel.roles import Role
from raadhus.meetings.models import GivenOutcome, PromisedObligation, Sitting, Treatment
from raadhus.meetings.rules.profiles import Profile
from raadhus.meetings.tests.deciding_stage import Stage, asked

HX = {"HX-Request": "true"}


@pytest.fixture
def stage(cast, now):
    return Stage(cast, now)


@pytest.fixture
def item(stage):
    made = stage.item("Ny cykelsti", asked("r1", "r2", under=["a"]), estimated_minutes=10)
    stage.item("Øvrige sager")
    stage.open()
    return made


@pytest.fixture
def client(client_of):
    return client_of(Role.SECRETARY)


def page(stage):
    return reverse("meetings:live_minutes", args=[stage.sitting_id])


def post(client, name, item, headers=None, **said):
    return client.post(reverse(f"meetings:{name}", args=[item]), said, headers=headers or {})


def test_before_the_meeting_is_opened_the_page_says_so(stage, client):
    stage.item()
    Sitting.objects.update(state="sent")
    assert "Mødet er ikke åbnet endnu" in client.get(page(stage)).content.decode()


def test_only_who_writes_minutes_opens_the_page(stage, item, client_of):
    assert client_of(Role.CHIEF_EXECUTIVE).get(page(stage)).status_code == 403


def test_the_first_open_item_and_its_first_recommendation_are_chosen(stage, item, client):
    text = client.get(page(stage)).content.decode()
    assert "Punkt 1: Ny cykelsti" in text
    assert "Indstilling 1: udfald" in text
    assert text.count('data-key="g"') == 1
    assert 'data-key="a"' not in text.split("live-keys")[1].split("</form>")[0]


def test_a_plain_form_gives_an_outcome_and_comes_back_to_the_item(stage, item, client):
    answer = post(client, "live_outcome", item, ids="r1", outcome="approved", chosen="r1", revision="0")
    assert answer.status_code == 302
    assert answer["Location"].endswith(f"?punkt={item}#punktet")
    text = client.get(answer["Location"]).content.decode()
    assert "Indstilling 2: udfald" in text
    assert "Direktionen godkender indstilling 1" in text


def test_a_key_answers_with_the_item_alone(stage, item, client):
    answer = post(client, "live_outcome", item, HX, ids="r1", outcome="approved", chosen="r1", revision="0")
    text = answer.content.decode()
    assert text.lstrip().startswith('<div id="live"')
    assert GivenOutcome.objects.count() == 2


def test_an_outcome_that_needs_words_asks_for_them(stage, item, client):
    answer = post(client, "live_outcome", item, HX, ids="r1", outcome="replaced", chosen="r1", revision="0")
    text = answer.content.decode()
    assert "Indstilling 1: udfald" in text
    assert "Hvad der besluttes i stedet" in text
    assert "skriv, hvad der besluttes i stedet" in text


def test_while_one_writes_the_text_is_saved_and_read_back(stage, item, client):
    post(client, "live_outcome", item, ids="r1,r2", outcome="approved", chosen="alle", revision="0")
    said = {"text": "Direktionen godkender 1 og afviser 2.", "autosave": "ja", "revision": "0", "fresh": "1"}
    text = post(client, "live_text", item, HX, **said).content.decode()
    assert 'value="2" hx-swap-oob="true"' in text
    assert "teksten siger »Afvist«, koden »Godkendt«" in text


def test_a_conflict_keeps_what_was_typed_and_shows_the_other(stage, item, client):
    post(client, "live_text", item, text="Den andens ord.", revision="0")
    answer = post(client, "live_text", item, text="Mine egne ord.", revision="0")
    text = answer.content.decode()
    assert "har ændret punktet" in text
    assert "Mine egne ord." in text
    told = post(client, "live_text", item, HX, text="Mine egne ord.", autosave="ja", revision="0").content.decode()
    assert "Den andens ord." in told
    assert "hx-swap-oob" not in told
    assert Treatment.objects.get(pk=item).decision_text == "Den andens ord."


def test_closing_goes_on_to_the_next_item(stage, item, client):
    post(client, "live_outcome", item, ids="r1,r2", outcome="approved", chosen="alle", revision="0")
    answer = post(client, "live_close", item, revision="1")
    assert "Punkt 2: Øvrige sager" in client.get(answer["Location"]).content.decode()


def test_what_is_missing_is_said_and_nothing_is_closed(stage, item, client):
    text = post(client, "live_close", item, HX, revision="0").content.decode()
    assert "Indstilling 1 mangler et udfald." in text
    assert Treatment.objects.get(pk=item).decided_at is None


def test_an_order_without_owner_is_shown_and_counted(stage, item, client):
    post(client, "live_promise", item, promise="Udarbejd en plan", due="2026-08", revision="0")
    text = client.get(page(stage)).content.decode()
    assert "uden ansvarlig" in text
    assert "1 pålæg uden ansvarlig" in text
    post(client, "live_promise", item, remove="0", revision="1")
    assert not PromisedObligation.objects.exists()


def test_a_due_date_is_written_as_one_says_it(stage, item, client):
    post(client, "live_promise", item, promise="Udarbejd en plan", due="August 2026", revision="0")
    assert PromisedObligation.objects.get().due == "2026-08"
    post(
        client,
        "live_outcome",
        item,
        outcome="deferred",
        ids="r1",
        remark="afventer tal",
        wanted="3. kvartal 2026",
        revision="1",
    )
    assert GivenOutcome.objects.get(recommendation_id="r1").wanted == "2026-Q3"


def test_a_wrong_due_date_is_said_and_what_was_typed_stands(stage, item, client):
    text = post(client, "live_promise", item, HX, promise="Udarbejd en plan", due="snarest", revision="0").content
    assert "Udarbejd en plan" in text.decode()
    assert "kan ikke læses" in text.decode()


def test_another_minute_taker_is_seen_in_the_list(stage, item, client):
    stage.give(item, "approved", "r1")
    text = client.get(reverse("meetings:live_list", args=[stage.sitting_id]), {"punkt": str(item), "fresh": "0"})
    assert "En anden har ændret punktet" in text.content.decode()


def test_a_council_votes_by_name(cast, now, client):
    stage = Stage(cast, now, Profile.COUNCIL, "byraadet", "Byrådet")
    item = stage.item(recommendations=asked("r1"))
    stage.open()
    said = {"side-karl-krage": "in_favour", "side-cecilie-ceder": "in_favour", "side-hanne-hassel": "against"}
    text = post(client, "live_vote", item, HX, recommendation="r1", revision="0", **said).content.decode()
    assert "Afstemning om indstilling 1: For stemte 2 (Karl Krage, Cecilie Ceder); Imod stemte 1" in text
    text = post(client, "live_dissent", item, HX, person="karl-krage", dissent="Nej.", revision="1").content.decode()
    assert "Kun et medlem, der er stemt ned" in text
    text = post(client, "live_dissent", item, HX, person="hanne-hassel", dissent="For dyrt.", revision="1")
    assert "Hanne Hassel: For dyrt." in text.content.decode()


def test_the_lasting_address_leads_to_where_the_item_is(stage, item, client, client_of):
    address = reverse("meetings:treatment", args=[item])
    assert client.get(address)["Location"].startswith(page(stage))
    assert client_of(Role.EMPLOYEE).get(address)["Location"] == reverse("meetings:workroom", args=[stage.sitting_id])
    assert client_of(None).get(address).status_code == 404
