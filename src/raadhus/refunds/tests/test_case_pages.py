"""HR's pages of the cases: the list, one case with its forms, and the appendix."""

from datetime import date

import pypdfium2
import pytest
from django.urls import reverse
from django.utils import timezone

from raadhus.core.audit.public import trail
from raadhus.kernel.roles import Role
from raadhus.refunds.models import RefundCase, SuspicionRecord
from raadhus.refunds.queries.settings import settings_on
from raadhus.refunds.queries.working_out import work_out
from raadhus.refunds.tests.made_cases import made_case

CASES = reverse("refunds:cases")
FIRST, LAST = date(2024, 1, 8), date(2024, 5, 31)


@pytest.fixture
def lost(house):
    """The case of the golden example: 15 weekdays lost because it was notified late."""
    dates = {"notified_date": date(2024, 2, 28), "claimed_date": date(2024, 3, 10), "standing": "claimed"}
    made = made_case(FIRST, first_date=FIRST, last_date=LAST, name="Prøve Prøvesen", **dates)
    work_out(made, settings_on(FIRST).rules, timezone.localdate())
    made.save()
    return made


@pytest.fixture
def change(lost, client_of):
    """Post the form of the case as HR, as it was shown but for what is given."""
    client = client_of(Role.HR)
    address = reverse("refunds:case", args=[lost.pk])
    initial = client.get(address).context["change"].initial

    def post(**given):
        filled = {name: "" if value is None else str(value) for name, value in {**initial, **given}.items()}
        return client.post(reverse("refunds:change_case", args=[lost.pk]), filled)

    return post


def test_the_list_is_narrowed_and_tells_what_was_lost(lost, client_of):
    made_case(timezone.localdate(), name="En anden")
    client = client_of(Role.HR)
    shown = client.get(CASES, {"state": "lost", "year": "2024"}).content.decode()
    assert "Prøve Prøvesen" in shown
    assert "14.084,79" in shown
    assert "En anden" not in shown
    assert "Prøve Prøvesen" not in client.get(CASES, {"text": "anden"}).content.decode()


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_the_list_can_be_taken_along(lost, client_of, kind):
    response = client_of(Role.AUDITOR).get(CASES, {"export": kind})
    assert response.status_code == 200
    assert kind == "xlsx" or "Prøve Prøvesen" in response.content.decode()


def test_the_page_tells_every_step(lost, client_of):
    shown = client_of(Role.HR).get(reverse("refunds:case", args=[lost.pk])).content.decode()
    for text in (
        "14.084,79 kr.",
        "onsdag 7. februar 2024: 7,4 t x 126,89 kr.; tabt: anmeldt 28.02.2024",
        "Anmeldelsen skulle være underskrevet senest 12.02.2024",
        "Dispensation efter § 59, stk. 6, kan søges",
        "Helligdage på hverdage regnes med",
    ):
        assert text in shown


def test_the_auditor_reads_and_changes_nothing(lost, client_of):
    client = client_of(Role.AUDITOR)
    assert "Ret sagen" not in client.get(reverse("refunds:case", args=[lost.pk])).content.decode()
    assert client.post(reverse("refunds:change_case", args=[lost.pk])).status_code == 403


@pytest.mark.parametrize("role", [Role.UNIT_LEADER, Role.CENTRE_HEAD, Role.EMPLOYEE, Role.CHIEF_EXECUTIVE])
def test_nobody_else_opens_a_case(lost, client_of, role):
    for name in ("case", "appendix", "appendix_pdf"):
        assert client_of(role).get(reverse(f"refunds:{name}", args=[lost.pk])).status_code == 403


def test_a_correction_works_the_case_out_anew(change, lost):
    answer = change(notified="2024-02-12", reason="Kvitteringen er fundet")
    assert answer.status_code == 302
    lost.refresh_from_db()
    assert lost.lost_ore == 0
    assert "Kvitteringen er fundet" in trail("refund_case", str(lost.pk))[-1].sentence


def test_what_is_wrong_is_said_and_loses_nothing(change):
    answer = change(notified="2023-01-01", remark="Det her skrev jeg", reason="x")
    shown = answer.content.decode()
    assert answer.status_code == 400
    assert "ligger før første fraværsdag" in shown
    assert "Det her skrev jeg" in shown


def test_what_another_corrected_meanwhile_is_not_overwritten(change, lost):
    RefundCase.objects.filter(pk=lost.pk).update(set_year=2025)
    answer = change(remark="Min bemærkning", reason="x")
    assert (answer.status_code, "En anden har rettet sagen" in answer.content.decode()) == (400, True)
    lost.refresh_from_db()
    assert lost.remark == ""


def test_a_case_is_settled_and_opened_again(lost, client_of):
    client = client_of(Role.HR)
    shown = client.post(reverse("refunds:settle_case", args=[lost.pk]), follow=True).content.decode()
    assert "Åbn sagen igen" in shown
    refused = client.post(reverse("refunds:reopen_case", args=[lost.pk]), follow=True).content.decode()
    assert "Skriv en begrundelse" in refused
    address = reverse("refunds:reopen_case", args=[lost.pk])
    assert "Afslut sagen" in client.post(address, {"reason": "Ny dato"}, follow=True).content.decode()


def test_the_appendix_is_accessible_pdf_with_every_krone(lost, client_of):
    pdf = client_of(Role.HR).get(reverse("refunds:appendix_pdf", args=[lost.pk])).content
    document = pypdfium2.PdfDocument(pdf)
    text = " ".join(page.get_textpage().get_text_range() for page in document)
    assert "Bilag: beregning af mistet refusion" in text
    assert text.count("7,4 t x 126,89 kr.") == 15
    assert "I alt 111 t, 14.084,79 kr." in text
    assert b"pdfuaid" in pdf


def test_the_appendix_on_the_screen_holds_no_remark(lost, client_of):
    RefundCase.objects.filter(pk=lost.pk).update(remark="Kun til os selv")
    shown = client_of(Role.HR).get(reverse("refunds:appendix", args=[lost.pk])).content.decode()
    assert "Kun til os selv" not in shown
    assert "I alt 111 t, 14.084,79 kr." in shown


@pytest.fixture
def suspicion(lost, now):
    return SuspicionRecord.objects.create(suspicion="silent_code", case=lost, sentence="Koden er tavs.", found_at=now)


def test_a_suspicion_is_let_be_with_a_reason(suspicion, client_of):
    client, address = client_of(Role.HR), reverse("refunds:suspicions")
    assert "Koden er tavs." in client.get(address).content.decode()
    let_be = reverse("refunds:let_be", args=[suspicion.pk])
    assert "Skriv en begrundelse" in client.post(let_be, {"back": address}, follow=True).content.decode()
    client.post(let_be, {"reason": "Aftalt med lederen", "back": address})
    assert "Koden er tavs." not in client.get(address).content.decode()
    assert "Aftalt med lederen" in client.get(address, {"state": "let_be"}).content.decode()


def test_letting_be_leads_back_to_our_own_pages_only(suspicion, client_of):
    let_be = reverse("refunds:let_be", args=[suspicion.pk])
    answer = client_of(Role.HR).post(let_be, {"reason": "x", "back": "https://ond.example/"})
    assert answer["Location"] == reverse("refunds:suspicions")


def test_looking_at_a_case_leaves_a_trace(lost, client_of):
    client_of(Role.HR).get(reverse("refunds:case", args=[lost.pk]))
    assert trail("refund_case", str(lost.pk))[-1].actor_name == "Hanne Hassel"


def test_the_number_of_queries_does_not_grow_with_the_list(lost, client_of, django_assert_max_num_queries):
    client = client_of(Role.HR)
    client.get(CASES)
    with django_assert_max_num_queries(40) as many:
        client.get(CASES)
    for _ in range(30):
        made_case(timezone.localdate())
    with django_assert_max_num_queries(len(many)):
        client.get(CASES)
