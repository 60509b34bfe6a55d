from dataclasses import replace

from raadhus.kernel.roles import Role
from raadhus.meetings import actions
from raadhus.meetings.models import MeetingReading
from raadhus.meetings.rules.carrying import carried
from raadhus.meetings.rules.corrections import corrected
from raadhus.meetings.rules.outcomes import Outcome
from raadhus.meetings.rules.reading import Span
from raadhus.meetings.tests.papers import closed_item, open_item, reading


def moved(item):
    """The same item further down in the document."""
    return replace(item, source=Span(500, 600), decision=replace(item.decision, source=Span(550, 560)))


def test_what_was_corrected_and_the_new_version_says_as_before_is_carried():
    edits = {"place": "Salen", "items.1.title": "Budget 2027", "items.1.recommendations.0.outcome": "deferred"}
    new = reading(items=(closed_item(), moved(open_item())))
    result = carried(reading(), corrected(reading(), edits), new)
    assert (result.place, result.items[1].title) == ("Salen", "Budget 2027")
    assert result.items[1].recommendations[0].outcome is Outcome.DEFERRED
    assert result.items[1].source == Span(500, 600)


def test_where_the_document_changed_its_new_word_counts():
    result = carried(reading(), corrected(reading(), {"place": "Salen"}), reading(place="Lokale 7"))
    assert result.place == "Lokale 7"


def test_without_corrections_a_new_version_is_what_was_read():
    new = reading(place="Lokale 7", items=(open_item(title="Et nyt punkt", case_number="26/900"),))
    assert carried(reading(), reading(), new) == new


def test_a_correction_follows_its_item_to_another_place():
    new = reading(items=(open_item("1", "Et nyt punkt", "26/900"), open_item("2"), closed_item("3")))
    result = carried(reading(), corrected(reading(), {"items.0.closed": "nej", "items.1.closed": "ja"}), new)
    assert [item.closed for item in result.items] == [False, True, False]


def test_a_new_version_gets_the_corrections_as_a_reading_of_their_own(imported, import_paper, cast, now):
    edits = {"items.1.title": "Budget 2027"}
    actions.correct_reading(actor=cast[Role.SECRETARY], meeting_id=imported, number=1, edits=edits, now=now)
    import_paper(reading(place="Lokale 7"))
    readings = MeetingReading.objects.order_by("number")
    assert [one.origin for one in readings] == ["import", "correction", "import", "correction"]
    assert [one.content["items"][1]["title"] for one in readings][2:] == ["Budget for 2027", "Budget 2027"]
