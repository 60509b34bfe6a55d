"""The publication on its way: begun, written on by two at once, published, checked and withdrawn."""

import pytest

from raadhus.core.audit.public import trail
from raadhus.kernel.errors import NotAllowed
from raadhus.kernel.roles import Role
from raadhus.personnel.actions import publishing
from raadhus.personnel.models import Publication
from raadhus.personnel.queries import publications
from raadhus.personnel.queries.publication_content import content_of


@pytest.fixture
def hr(house):
    return house[Role.HR]


def write(actor, row, text, revision, now, *, section="forord"):
    return publishing.write_comment(
        actor=actor, key=str(row.pk), section=section, text=text, revision=revision, now=now
    )


def test_a_publication_is_begun_on_the_newest_release_with_the_whole_year(draft, hr, now):
    assert (draft.release.number, draft.state, draft.version) == (1, "draft", 1)
    with pytest.raises(publishing.AlreadyThere):
        publishing.make_publication(actor=hr, kind="year", year=2025, now=now)
    with pytest.raises(publishing.NotTheWholeYear):
        publishing.make_publication(actor=hr, kind="year", year=2026, now=now)


def test_two_who_write_the_same_comment_are_told_and_nothing_is_lost(draft, hr, now):
    write(hr, draft, "Den første", 0, now)
    with pytest.raises(publishing.CommentChanged) as told:
        write(hr, draft, "Den anden", 0, now)
    assert told.value.newest.text == "Den første"
    assert draft.comments.get().text == "Den første"
    assert write(hr, draft, "Begge", 1, now).revision == 2


def test_two_sections_are_written_beside_each_other_and_the_same_text_twice_is_one(draft, hr, now):
    write(hr, draft, "Om alder", 0, now, section="alder")
    write(hr, draft, "Om løn", 0, now, section="loen")
    assert write(hr, draft, "Om løn", 0, now, section="loen").revision == 1
    assert draft.comments.count() == 2


@pytest.mark.parametrize(
    ("section", "text", "error"),
    [("findes-ikke", "x", publishing.NoSuchSection), ("alder", "x" * 20_001, publishing.TooLong)],
)
def test_a_comment_stands_in_a_section_and_has_an_end(draft, house, section, text, error):
    with pytest.raises(error):
        write(house[Role.HR], draft, text, 0, draft.made_at, section=section)


def test_what_is_out_never_changes(draft, hr, now):
    write(hr, draft, "Som det var", 0, now)
    row = publishing.publish(actor=hr, key=str(draft.pk), now=now)
    with pytest.raises(publishing.NotADraft):
        write(hr, row, "Noget andet", 1, now)
    row.comments.update(text="Noget helt andet")
    assert content_of(row).sections[0].comment == "Som det var"


def test_what_is_out_is_compared_with_its_release(draft, hr, now):
    row = publishing.publish(actor=hr, key=str(draft.pk), now=now)
    same = publications.checked(row)
    assert (same.is_intact, same.is_frozen, same.differs) == (True, False, ())
    row.content["figures"][0][6] = "9999"
    other = publications.checked(row)
    assert not other.is_intact
    assert len(other.differs) == 1


def test_it_is_frozen_when_the_records_or_the_release_are_gone(draft, hr, now, settings, tmp_path):
    row = publishing.publish(actor=hr, key=str(draft.pk), now=now)
    row.release.frozen_date = now.date()
    assert (publications.checked(row).is_frozen, publications.checked(row).differs) == (True, ())
    settings.PERSONNEL_FOLDER = tmp_path / "gone"
    assert publications.checked(row).differs is None


def test_withdrawn_with_a_reason_it_makes_room_for_a_new_version_with_its_comments(draft, hr, now):
    write(hr, draft, "Følger med", 0, now)
    publishing.publish(actor=hr, key=str(draft.pk), now=now)
    with pytest.raises(publishing.MissingReason):
        publishing.withdraw(actor=hr, key=str(draft.pk), reason=" ", now=now)
    publishing.withdraw(actor=hr, key=str(draft.pk), reason="Et tal var forkert", now=now)
    with pytest.raises(publications.NoSuchPublication, match="Et tal var forkert"):
        publications.published(hr, "2025", now=now)
    again = publishing.make_publication(actor=hr, kind="year", year=2025, now=now)
    assert (again.version, again.comments.get().text) == (2, "Følger med")


def test_only_hr_makes_writes_and_publishes(draft, house, now):
    for act in (publishing.publish, publishing.withdraw):
        with pytest.raises(NotAllowed):
            act(
                actor=house[Role.SECRETARY],
                key=str(draft.pk),
                now=now,
                **({"reason": "x"} if act is publishing.withdraw else {}),
            )
    assert Publication.objects.get().state == "draft"


def test_every_step_stands_in_the_trail(draft, hr, now):
    write(hr, draft, "Ord", 0, now)
    publishing.publish(actor=hr, key=str(draft.pk), now=now)
    publishing.withdraw(actor=hr, key=str(draft.pk), reason="Fejl", now=now)
    said = " ".join(one.sentence for one in trail("publication", str(draft.pk)))
    for word in ("begyndte", "skrev en kommentar", "offentliggjorde", "trak"):
        assert word in said
