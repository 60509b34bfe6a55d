"""A meeting that is taken along: everything in one file, closed items only on demand, and never for others."""

import base64
import os
import re
import time

import pytest
from django.urls import reverse

from raadhus.core.audit.public import trail
from raadhus.core.documents.public import store_file
from raadhus.kernel.roles import Role
from raadhus.meetings import storage
from raadhus.meetings.actions.private import add_highlight, save_note
from raadhus.meetings.models import AgendaItem, Attachment
from raadhus.meetings.rules.disclosure import Level
from raadhus.meetings.tests.attached_files import FILES, TAKEN_AT, meeting_with
from raadhus.meetings.tests.papers import CANARY
from raadhus.meetings.tests.test_package import texts
from raadhus.meetings.writer.enclosed import Enclosed, EnclosedFile, TooLarge, name_of, refuse_size
from raadhus.meetings.writer.offline import write_offline


@pytest.fixture
def with_files(published, cast, now):
    """The published meeting, with a PDF at the open item and another at the closed one."""
    for item in AgendaItem.objects.all():
        word = CANARY if item.closed else "tidsplan"
        data = FILES["pdf"].data + f"\n% {word}".encode()
        file = store_file(actor=cast[Role.SECRETARY], name=f"{word}.pdf", data=data, now=now)
        known = {"sha256": file.sha256, "media_type": file.media_type, "size": file.size}
        Attachment.objects.filter(item=item).update(**known)
    return published


def offline(client, meeting, **asked):
    return client.get(reverse("meetings:offline", args=[meeting]), dict.fromkeys(asked, "ja"))


def package_of(client, meeting, **asked):
    return client.get(reverse("meetings:package_file", args=[meeting]), dict.fromkeys(asked, "ja"))


def page_of(*keys, level=Level.EMPLOYEE, files=None, **more):
    enclosed = Enclosed("Mette Mose", TAKEN_AT, FILES if files is None else files, **more)
    return write_offline(meeting_with(*keys, level=level), enclosed).decode()


def test_the_file_fetches_nothing_and_holds_the_attachments():
    page = page_of("pdf", "word")
    assert re.findall(r'(?:src|href)="(?!#|data:)[^"]*"', page) == []
    found = re.search(r'href="data:application/pdf;base64,([^"]+)" download="Tidsplan.pdf"', page)
    assert base64.b64decode(found[1]) == FILES["pdf"].data
    assert "default-src 'none'" in page


def test_only_what_opens_harmlessly_keeps_its_type():
    page = page_of("word", files={"word": EnclosedFile("x.html", "text/html", b"<script>alert(1)</script>")})
    assert "data:application/octet-stream;base64" in page
    assert "text/html;base64" not in page


def test_the_line_on_top_says_who_when_and_whether_closed_items_are_there():
    assert "Hentet af Mette Mose den 02-03-2026 kl. 08.30</p>" in page_of("pdf")
    assert "kl. 08.30 · indeholder lukkede punkter" in page_of("pdf", level=Level.CLOSED)


def test_a_file_that_is_gone_is_told():
    assert "(filen mangler i lageret)" in page_of("pdf", files={})
    assert "Bilag, der ikke er i denne fil" in page_of("pdf", files={}, without_files=True)


def test_the_size_is_limited_with_a_sentence_that_names_the_largest():
    files = {
        "a": EnclosedFile("Lille.pdf", "application/pdf", b"x" * 100_000),
        "b": EnclosedFile("Stor.pdf", "", b"x" * 2_000_000),
    }
    refuse_size(files, 2_100_000)
    with pytest.raises(TooLarge, match=r"2,1 MB.*2,0 MB.*»Stor.pdf« \(2,0 MB\)"):
        refuse_size(files, 2_000_000)


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Bilag 1 - Plan.pdf", "Bilag 1 - Plan.pdf"),
        ("a/b\\c:d", "a b c d.pdf"),
        ("..", "bilag.pdf"),
        ("Æblegrød", "Æblegrød.pdf"),
    ],
)
def test_a_saved_file_is_named_by_its_title(title, name):
    assert name_of(title, "application/pdf") == name


def test_employees_and_citizens_take_what_they_may_see(with_files, client_of):
    for role in (None, Role.EMPLOYEE, Role.CENTRE_HEAD):
        answer = offline(client_of(role), with_files, bilag=True)
        text = answer.content.decode()
        assert "Tidsplan for budgettet." in text
        assert CANARY not in text
        assert base64.b64encode(CANARY.encode())[:8].decode() not in text
        assert text.count("data:application/pdf") == 1


def test_closed_items_are_taken_on_demand_only_and_it_is_in_the_trail(with_files, client_of):
    client = client_of(Role.CHIEF_EXECUTIVE)
    assert CANARY not in offline(client, with_files, bilag=True).content.decode()
    events = [one.sentence for one in trail("meeting", with_files)]
    assert not any("med lukkede punkter (HTML)" in one for one in events)
    assert f"{CANARY} afsnit" in offline(client, with_files, bilag=True, lukkede=True).content.decode()
    assert "med lukkede punkter (HTML)" in trail("meeting", with_files)[-1].sentence


@pytest.mark.parametrize("name", ["offline", "package", "package_file"])
def test_who_may_not_see_closed_items_is_refused_them(with_files, client_of, name):
    address = reverse(f"meetings:{name}", args=[with_files]) + "?lukkede=ja"
    assert client_of(Role.EMPLOYEE).get(address).status_code == 403


def test_own_notes_go_along_when_asked_and_nobody_elses(with_files, client_of, cast, now):
    item = AgendaItem.objects.get(closed=False).pk
    save_note(actor=cast[Role.EMPLOYEE], item_id=item, text="min egen note", now=now)
    add_highlight(actor=cast[Role.EMPLOYEE], item_id=item, quote="Tidsplan for", now=now)
    mine = offline(client_of(Role.EMPLOYEE), with_files, noter=True).content.decode()
    assert "min egen note" in mine
    assert "»Tidsplan for«" in mine
    assert "min egen note" not in offline(client_of(Role.EMPLOYEE), with_files).content.decode()
    assert "min egen note" not in offline(client_of(Role.HR), with_files, noter=True).content.decode()


def test_too_large_a_file_is_refused_on_the_page_itself(with_files, client_of, settings):
    settings.OFFLINE_MAX_BYTES = 10
    answer = offline(client_of(None), with_files, bilag=True)
    assert answer.status_code == 400
    assert "hent mødet uden bilag" in answer.content.decode()
    assert offline(client_of(None), with_files).status_code == 200


def test_the_package_tells_its_progress_and_ends_with_the_file(with_files, client_of):
    client = client_of(Role.EMPLOYEE)
    told = b"".join(client.get(reverse("meetings:package", args=[with_files])).streaming_content).decode()
    assert "Trin 1 af 3" in told
    assert reverse("meetings:package_file", args=[with_files]) in told
    assert told.rstrip().endswith("</html>")
    assert client.get(reverse("meetings:package", args=[with_files])).status_code == 302


def test_the_package_of_others_has_no_closed_page(with_files, client_of):
    whole = "".join(texts(package_of(client_of(Role.EMPLOYEE), with_files).content))
    assert "Bilagsside 3" in whole
    assert CANARY not in whole
    closed = "".join(texts(package_of(client_of(Role.SECRETARY), with_files, lukkede=True).content))
    assert f"{CANARY} afsnit" in closed


def test_a_kept_package_is_never_given_to_another_level(with_files, client_of):
    package_of(client_of(Role.SECRETARY), with_files, lukkede=True)
    assert CANARY not in "".join(texts(package_of(client_of(None), with_files).content))


def test_a_package_is_built_anew_when_an_item_is_closed(with_files, client_of):
    first = package_of(client_of(None), with_files).content
    assert package_of(client_of(None), with_files).content == first
    AgendaItem.objects.filter(closed=False).update(closed=True)
    assert "Tidsplan" not in "".join(texts(package_of(client_of(None), with_files).content))


def test_old_packages_are_let_go(settings, tmp_path):
    settings.DATA = tmp_path
    storage.keep_package("a", b"1")
    yesterday = time.time() - 25 * 60 * 60
    os.utime(tmp_path / "packages" / "a.pdf", (yesterday, yesterday))
    storage.keep_package("b", b"2")
    assert (storage.kept_package("a"), storage.kept_package("b")) == (None, b"2")
