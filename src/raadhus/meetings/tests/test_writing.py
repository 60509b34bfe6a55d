"""Saving what is written: nobody's words are lost, whoever else writes, whatever is sent again."""

from datetime import timedelta
from uuid import uuid4

import pytest

from raadhus.core.documents.text import NotBlocks, Paragraph, blocks_from_json, blocks_to_editor, plain_text
from raadhus.kernel.errors import NotAllowed, NotFound
from raadhus.kernel.roles import Role
from raadhus.meetings.actions.draft_history import restore_section_version
from raadhus.meetings.actions.draft_structure import (
    SectionWritten,
    add_section,
    move_section,
    remove_section,
    restore_section,
)
from raadhus.meetings.actions.open_editors import mark_open_editor
from raadhus.meetings.actions.writing import TextChanged, save_recommendations, save_section
from raadhus.meetings.models import CaseDraft, DraftSection, RecommendationVersion, SectionVersion
from raadhus.meetings.queries.draft_sight import CannotWrite
from raadhus.meetings.queries.section_rows import SectionFrozen
from raadhus.meetings.rules.drafts import DraftState
from raadhus.meetings.rules.saving import Save
from raadhus.meetings.rules.section_text import SectionTooLarge
from raadhus.meetings.rules.written_recommendations import NotRecommendations, WrittenPoint
from raadhus.meetings.tests.sitting_stage import make_body, make_draft

AUTHOR, OTHER = Role.EMPLOYEE, Role.SECRETARY


@pytest.fixture
def draft(cast, now):
    make_body()
    return make_draft(cast[AUTHOR], now)


@pytest.fixture
def section(draft):
    return str(DraftSection.objects.filter(draft=draft).order_by("position")[0].pk)


def written(*texts):
    return blocks_to_editor([Paragraph(text) for text in texts])


@pytest.fixture
def save(cast, draft, section, now):
    def save_one(*texts, base=0, by=AUTHOR, client="a", sequence=1, heading="Baggrund", at=now):
        stamp = Save(base, client, sequence)
        content = written(*texts)
        return save_section(
            actor=cast[by], draft_id=draft, section_id=section, save=stamp, heading=heading, content=content, now=at
        )

    return save_one


def said(section):
    return plain_text(blocks_from_json(DraftSection.objects.get(pk=section).blocks)).split("\n\n")


def test_a_save_on_the_newest_revision_is_written_and_kept(save, section):
    assert save("Et").revision == 1
    assert save("Et", "To", base=1, sequence=2).revision == 2
    assert said(section) == ["Et", "To"]
    assert list(SectionVersion.objects.order_by("revision").values_list("revision", flat=True)) == [0, 1, 2]


def test_a_save_whose_answer_was_lost_is_written_once(save, section):
    assert save("Et").revision == save("Et").revision == 1
    assert SectionVersion.objects.filter(section=section).count() == 2


def test_an_old_save_that_arrives_late_changes_nothing(save, section):
    save("Et", sequence=2)
    assert save("E", sequence=1).revision == 1
    assert said(section) == ["Et"]


def test_a_page_that_never_got_its_answer_is_not_stale_against_itself(save, section):
    save("Et", sequence=1)
    assert save("Et og mere", base=0, sequence=2).revision == 2
    assert said(section) == ["Et og mere"]


def test_the_others_text_and_both_together_are_shown_to_who_comes_last(save, section):
    save("Et", "To", sequence=1)
    save("Et", "To af den anden", base=1, by=OTHER, client="b")
    with pytest.raises(TextChanged, match="Signe Sand") as caught:
        save("Et af mig", "To", base=1, sequence=2)
    stale = caught.value.stale
    assert (stale.revision, stale.by_name) == (2, "Signe Sand")
    assert stale.merged == ("Baggrund", Paragraph("Et af mig"), Paragraph("To af den anden"))
    assert said(section) == ["Et", "To af den anden"]


def test_two_in_the_same_paragraph_are_asked(save):
    save("Et", sequence=1)
    save("Et b", base=1, by=OTHER, client="b")
    with pytest.raises(TextChanged) as caught:
        save("Et a", base=1, sequence=2)
    assert caught.value.stale.merged is None
    assert [one.text for one in caught.value.stale.their_changes if one.fate == "new"] == [" b"]


def test_a_heading_and_a_text_changed_by_two_come_together(save):
    save("Et", sequence=1)
    save("Et", base=1, by=OTHER, client="b", heading="Historik")
    with pytest.raises(TextChanged) as caught:
        save("Et a", base=1, sequence=2)
    assert caught.value.stale.merged == ("Historik", Paragraph("Et a"))


def test_after_half_an_hour_the_first_revision_of_each_minute_is_kept(save, section, now):
    moments = [now + timedelta(seconds=second) for second in range(0, 125, 25)]
    for number, moment in enumerate([*moments, now + timedelta(minutes=40)]):
        save(f"Ord {number}", base=number, sequence=number, at=moment)
    kept = SectionVersion.objects.filter(section=section).order_by("revision").values_list("revision", flat=True)
    assert list(kept) == [0, 1, 4, 6]


def test_two_pages_that_take_turns_keep_every_revision_of_each_other(save, section, now):
    for number in range(1, 7):
        save(f"Ord {number}", base=number - 1, client=f"c{number % 2}", sequence=number)
    assert SectionVersion.objects.filter(section=section).count() == 7


def test_unknown_blocks_are_refused_with_one_sentence_and_nothing_changes(cast, draft, section, now, save):
    save("Et")
    for content in (
        {"type": "doc", "content": [{"type": "script"}]},
        {"type": "iframe"},
        {"type": "doc", "content": "x"},
    ):
        with pytest.raises(NotBlocks, match="editoren"):
            save_section(
                actor=cast[AUTHOR],
                draft_id=draft,
                section_id=section,
                save=Save(1, "a", 9),
                heading="x",
                content=content,
                now=now,
            )
    assert said(section) == ["Et"]


def test_a_section_of_two_megabytes_is_refused(save):
    with pytest.raises(SectionTooLarge, match="1 MB"):
        save("æ" * 2_000_000)


def test_nobody_writes_who_may_not(cast, draft, section, save, now):
    for by, error in ((Role.UNIT_LEADER, NotFound), (Role.AUDITOR, NotAllowed), (Role.PUBLIC, NotAllowed)):
        with pytest.raises(error):
            save("Et", by=by)


def test_a_treated_case_is_locked_with_one_clear_sentence(draft, save):
    CaseDraft.objects.filter(pk=draft).update(state=DraftState.WITHDRAWN.value)
    with pytest.raises(CannotWrite, match="kan ikke ændres"):
        save("Et")


def test_a_section_of_another_case_is_not_there(cast, draft, section, now):
    foreign = make_draft(cast[AUTHOR], now)
    with pytest.raises(NotFound, match="Afsnittet findes ikke"):
        save_section(
            actor=cast[AUTHOR],
            draft_id=foreign,
            section_id=section,
            save=Save(0),
            heading="x",
            content=written("Et"),
            now=now,
        )


def test_a_frozen_section_is_not_written_in(section, save):
    DraftSection.objects.filter(pk=section).update(is_frozen=True)
    with pytest.raises(SectionFrozen, match="frosset"):
        save("Et")


def test_an_earlier_version_becomes_the_newest(cast, draft, section, save, now):
    save("Et")
    save("To", base=1, sequence=2)
    done = restore_section_version(actor=cast[OTHER], draft_id=draft, section_id=section, revision=1, base=2, now=now)
    assert (done.revision, said(section)) == (3, ["Et"])


@pytest.fixture
def recommend(cast, draft, now):
    def save_points(*points, base=0, by=AUTHOR, client="a", sequence=1, lead=""):
        return save_recommendations(
            actor=cast[by], draft_id=draft, save=Save(base, client, sequence), lead=lead, points=points, now=now
        )

    return save_points


ONE, TWO, UNDER = (WrittenPoint(str(uuid4()), text, level) for text, level in (("Et", 0), ("To", 0), ("Under", 1)))


def test_recommendations_are_kept_as_a_tree_whose_ids_last(draft, recommend):
    recommend(ONE, UNDER, TWO, lead="Det indstilles, at")
    recommend(TWO, ONE, UNDER, base=1, sequence=2)
    tree = CaseDraft.objects.get(pk=draft).recommendations
    assert [(one["id"], [child["id"] for child in one["children"]]) for one in tree] == [
        (TWO.key, []),
        (ONE.key, [UNDER.key]),
    ]
    assert RecommendationVersion.objects.filter(draft=draft).count() == 3


def test_two_who_write_different_recommendations_come_together(recommend):
    recommend(ONE, TWO)
    recommend(ONE, WrittenPoint(TWO.key, "To b"), base=1, by=OTHER, client="b")
    with pytest.raises(TextChanged) as caught:
        recommend(WrittenPoint(ONE.key, "Et a"), TWO, base=1, sequence=2)
    assert [one.text for one in caught.value.stale.merged[1:]] == ["Et a", "To b"]


def test_five_hundred_recommendations_are_saved_and_more_than_a_thousand_refused(draft, recommend):
    many = [WrittenPoint(str(uuid4()), f"Punkt {number}") for number in range(1001)]
    recommend(*many[:500])
    assert len(CaseDraft.objects.get(pk=draft).recommendations) == 500
    with pytest.raises(NotRecommendations, match="1001"):
        recommend(*many, base=1, sequence=2)


def test_sections_are_added_moved_removed_and_put_back(cast, draft, now):
    author = {"actor": cast[AUTHOR], "draft_id": draft, "now": now}
    made = add_section(**author, kind="assessment")
    move_section(**author, section_id=made, steps=-99)
    rows = DraftSection.objects.filter(draft=draft).order_by("position")
    assert rows[0].heading == "Vurdering"
    remove_section(**author, section_id=made, base=0)
    assert "Vurdering" not in rows.values_list("heading", flat=True)
    removed = CaseDraft.objects.get(pk=draft).removed_sections.get()
    restore_section(**author, removed_id=removed.pk)
    assert rows.last().heading == "Vurdering"


def test_a_section_in_which_somebody_wrote_meanwhile_is_not_removed(cast, draft, section, save, now):
    save("Et", by=OTHER)
    with pytest.raises(SectionWritten, match="Signe Sand"):
        remove_section(actor=cast[AUTHOR], draft_id=draft, section_id=section, base=0, now=now)


def test_who_writes_is_seen_for_half_a_minute(cast, draft, section, now):
    mark_open_editor(actor=cast[OTHER], draft_id=draft, client_key="b", place=section, now=now)
    mine = {"actor": cast[AUTHOR], "draft_id": draft, "client_key": "a", "place": ""}
    assert [one.name for one in mark_open_editor(**mine, now=now).writers] == ["Signe Sand"]
    assert mark_open_editor(**mine, now=now + timedelta(seconds=31)).writers == ()
