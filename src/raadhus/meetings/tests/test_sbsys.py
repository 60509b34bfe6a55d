"""SBSYS agenda XML: what raadhus writes it reads back, what others write is read fail closed."""

import re
from dataclasses import replace

import pytest
from hypothesis import given

from raadhus.core.documents.text import read_document
from raadhus.kernel.errors import WrongInput
from raadhus.meetings.reader import read_meeting
from raadhus.meetings.rules.disclosure import Level, disclose
from raadhus.meetings.rules.outcomes import Outcome
from raadhus.meetings.rules.reading import Dissent, Kind, SectionKind
from raadhus.meetings.rules.record import DecisionRecord, SectionRecord, VoteRecord
from raadhus.meetings.tests.example_meeting import EXAMPLE
from raadhus.meetings.tests.meeting_strategies import MEETINGS
from raadhus.meetings.tests.recorded import record_from_reading
from raadhus.meetings.tests.test_writer import ANYTHING
from raadhus.meetings.writer import Format, export
from raadhus.meetings.writer.schemas import schema_faults

FOREIGN = """<?xml version="1.0" encoding="UTF-8"?>
<Dagsorden DagsordenID="7" Åben="true" Dagsordentype="referat">
  <forsidetekst>Velkommen</forsidetekst>
  <Møde MødeID="3" Udvalg="Teknikudvalget" Mødedato="27. august 2018" Mødetid="16:00" Mødested="Salen"/>
  <Dagsordenpunkter>
    <Dagsordenpunkt DagsordenpunktID="1" Nummer="1" Åbent="true">
      <Overskrift>Ny cykelsti</Overskrift>
      <Indhold>
        <Resumé><![CDATA[<p>Der er <b>plads</b> til den.</p>]]></Resumé>
        <Indstilling>Det indstilles: &lt;ol&gt;&lt;li&gt;at stien anlægges&lt;/li&gt;
          &lt;li&gt;at der afsættes penge&lt;/li&gt;&lt;/ol&gt;</Indstilling>
        <Beslutning><p>Godkendt.</p></Beslutning>
      </Indhold>
      <Bilagsliste>
        <Bilag BilagID="4" Navn="Kort over stien" MaaPubliceres="true"/>
        <Bilag BilagID="5" Navn="Tilbud fra entreprenør" MaaPubliceres="false"/>
        <Bilag BilagID="6" Navn="Notat"/>
      </Bilagsliste>
    </Dagsordenpunkt>
    <Dagsordenpunkt Nummer="2"><Overskrift>Køb af jord</Overskrift></Dagsordenpunkt>
    <Dagsordenpunkt Nummer="3" Åbent="falsk"><Overskrift>Lukket: Personsag</Overskrift></Dagsordenpunkt>
  </Dagsordenpunkter>
</Dagsorden>
"""


def read(text, name="dagsorden.xml"):
    data = text if isinstance(text, bytes) else text.encode()
    return read_meeting(read_document(data, name), file=name)


def anonymous(data: bytes) -> bytes:
    """Without the identities, which are the writing system's own."""
    return re.sub(rb'(\w*ID)="[^"]*"', rb'\1=""', data)


def written(record, level=Level.CLOSED):
    return export(disclose(record, level, preview=True), Format.SBSYS).data


def without_public_words(item):
    """Who may read a closed item is given the item itself, not what is written about it for the public."""
    return replace(item, public_title=None, public_decision=None)


def with_everything(item):
    vote = VoteRecord("indstilling a", 2, 1, 0, Outcome.APPROVED, ("Alma Birk", "Bo Dahl"), ("Carla Egeskov",))
    dissent = (Dissent("Carla Egeskov", "Jeg er uenig."),)
    return replace(item, votes=(vote,), dissents=dissent, disqualified=("Emil Gran",), late_reason="Kom i går.")


@pytest.mark.parametrize("kind", Kind)
def test_what_is_written_is_read_back_as_the_same_meeting(kind):
    items = tuple(without_public_words(with_everything(one)) for one in EXAMPLE.items)
    first = written(replace(EXAMPLE, kind=kind, items=items))
    assert schema_faults(first, Format.SBSYS) == ()
    assert anonymous(written(record_from_reading(read(first)))) == anonymous(first)


def test_what_the_public_was_given_is_read_back_as_just_that():
    first = written(replace(EXAMPLE, items=tuple(map(without_public_words, EXAMPLE.items))), Level.PUBLIC)
    assert anonymous(written(record_from_reading(read(first)), Level.PUBLIC)) == anonymous(first)


@given(MEETINGS)
@ANYTHING
def test_whatever_was_written_is_read_back_the_second_time_as_the_first(meeting):
    once = written(record_from_reading(read(written(meeting))))
    assert anonymous(written(record_from_reading(read(once)))) == anonymous(once)


def test_a_section_in_which_nothing_stands_hides_no_earlier_decision():
    empty, earlier = SectionRecord(SectionKind.EARLIER, "", ()), DecisionRecord("Økonomiudvalget", None, "Anbefalet.")
    items = tuple(replace(item, sections=(empty,), earlier_decisions=(earlier,)) for item in EXAMPLE.items[:1])
    once = written(replace(EXAMPLE, items=items))
    assert "&lt;p&gt;Anbefalet.&lt;/p&gt;" in once.decode()
    assert anonymous(written(record_from_reading(read(once)))) == anonymous(once)


def test_a_foreign_agenda_gives_its_meeting():
    found = read(FOREIGN)
    assert (found.body, found.date, found.start_time, found.place) == ("Teknikudvalget", "2018-08-27", "16:00", "Salen")
    assert found.kind is Kind.MINUTES
    first = found.items[0]
    assert [one.heading for one in first.sections] == ["Resumé", "Indstilling", "Beslutning"]
    assert first.sections[0].text == "Der er plads til den."
    assert [(one.label, one.outcome) for one in first.recommendations] == [
        ("1", Outcome.APPROVED),
        ("2", Outcome.APPROVED),
    ]
    assert (first.decision.text, first.decision.date) == ("Godkendt.", "2018-08-27")


def test_an_item_that_does_not_say_that_it_is_open_is_closed():
    assert [item.closed for item in read(FOREIGN).items] == [False, True, True]


@pytest.mark.parametrize("said", ['Åben="false"', 'Åben=""', ""])
def test_an_agenda_that_does_not_say_that_it_is_open_is_closed_throughout(said):
    assert all(item.closed for item in read(FOREIGN.replace('Åben="true"', said)).items)


def test_an_attachment_that_may_not_be_published_stays_unpublished():
    record = record_from_reading(read(FOREIGN))
    shown = disclose(record, Level.PUBLIC, preview=True).items[0].attachments
    assert [each.title for each in shown] == ["Kort over stien"]


def test_spans_lead_to_the_elements():
    found = read(FOREIGN)
    span = found.items[1].source
    assert FOREIGN[span.start : span.end].startswith('<Dagsordenpunkt Nummer="2"')
    assert FOREIGN[span.start : span.end].endswith("</Dagsordenpunkt>")
    decision = found.items[0].decision.source
    assert FOREIGN[decision.start : decision.end] == "<Beslutning><p>Godkendt.</p></Beslutning>"


def test_an_agenda_in_another_character_set_is_read():
    data = FOREIGN.replace("UTF-8", "ISO-8859-1").encode("iso-8859-1")
    assert read(data).items[0].attachments[0].title == "Kort over stien"


BAD = (
    FOREIGN[:900],
    FOREIGN.replace("<Dagsorden ", '<!DOCTYPE Dagsorden [<!ENTITY x "y">]><Dagsorden ', 1).replace(
        "Ny cykelsti", "&x;"
    ),
)


@pytest.mark.parametrize("text", BAD)
def test_xml_that_is_cut_off_or_brings_definitions_is_refused(text):
    with pytest.raises(WrongInput, match="XML"):
        read(text)


def test_an_agenda_without_anything_is_warned_about():
    codes = {warning.code for warning in read('<Dagsorden Åben="true"></Dagsorden>').warnings}
    assert codes == {"no-items", "no-date", "no-body"}
