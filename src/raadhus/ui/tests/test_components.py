"""The components say what they show: to the eye, to the keyboard and to a screen reader."""

import re
from datetime import date

import pytest
from django import forms
from django.template import Context, Template
from django.test import RequestFactory
from django.utils import translation

from raadhus.ui.listing import Column, Filter, read


class Form(forms.Form):
    title = forms.CharField(label="Titel", help_text="Kort")
    file = forms.FileField(label="Fil", required=False)
    choice = forms.ChoiceField(label="Valg", widget=forms.RadioSelect, choices=[("a", "A")])


def html(source, **context):
    request = RequestFactory().get("/liste/")
    return Template("{% load ui danish %}" + source).render(Context({"request": request, **context}))


def test_a_field_ties_its_label_and_hint_to_the_control():
    text = html("{% field form.title %}", form=Form())
    assert 'for="id_title"' in text
    assert 'aria-describedby="id_title-hint"' in text
    assert 'id="id_title-hint"' in text


def test_a_wrong_field_says_so_and_the_summary_links_to_it():
    text = html("{% error_summary form %}{% field form.title %}", form=Form({}))
    assert 'aria-invalid="true"' in text
    assert 'href="#id_title"' in text
    assert "form-error" in text


def test_a_pages_one_form_has_every_field_its_button_and_a_way_out():
    text = html('{% plain_form form "Gem" "/tilbage/" %}', form=Form({}))
    assert 'enctype="multipart/form-data"' in text
    assert 'href="#id_title"' in text
    assert re.findall(r'name="(\w+)"', text) == ["title", "file", "choice"]
    assert 'href="/tilbage/">Fortryd' in text


def test_a_form_without_faults_has_no_summary():
    assert html("{% error_summary form %}", form=Form()).strip() == ""


def test_choices_stand_in_a_fieldset_with_their_question():
    text = html("{% field form.choice %}", form=Form())
    assert re.search(r"<fieldset.*<legend[^>]*>Valg", text, re.DOTALL)


def test_an_icon_is_silent_unless_it_has_a_label():
    assert 'aria-hidden="true"' in html("{% icon 'search' %}")
    assert 'aria-label="Søg"' in html("{% icon 'search' 'Søg' %}")


def test_a_table_says_how_it_is_sorted():
    listing = read({"sort": "-day"}, [Column("day", "Dato", sortable=True)]).paged(["x"])
    text = html('{% table listing "Møder" unit="møder" %}<tr><td>x</td></tr>{% endtable %}', listing=listing)
    assert 'aria-sort="descending"' in text
    assert "<caption>Møder" in text
    assert "møder</dd>" in text


def test_a_filter_bar_keeps_what_was_asked():
    listing = read({"q": "<budget>", "sort": "day"}, [Column("day", "Dato", sortable=True)], [Filter("q", "Søg")])
    text = html("{% filter_bar listing %}", listing=listing)
    assert 'value="&lt;budget&gt;"' in text
    assert 'name="sort" value="day"' in text
    assert "export=csv" in text


def test_what_is_given_to_a_component_is_escaped():
    assert "<script>" not in html('{% tile text "/" text %}{{ text }}{% endtile %}', text="<script>x</script>")


@pytest.mark.parametrize(("language", "text"), [("da", "mandag den 2. juni 2025"), ("en", "Monday 2 June 2025")])
def test_dates_follow_the_language(language, text):

    with translation.override(language):
        assert html("{{ day|weekday_date }}", day=date(2025, 6, 2)) == text


@pytest.mark.parametrize(
    "name", ["long_date", "weekday_date", "short_date", "date_and_time", "clock", "number", "kroner", "percent"]
)
def test_nothing_is_written_for_what_is_not_known(name):
    assert html(f"{{{{ value|{name} }}}}", value=None) == ""


def test_the_cells_of_a_table_are_escaped_and_the_first_is_a_heading():
    lines = [("<b>Skole</b>", "1.234", "a&b")]
    written = html("{% rows lines %}", lines=lines)
    assert written == (
        '<tr><th scope="row">&lt;b&gt;Skole&lt;/b&gt;</th><td class="numeric">1.234</td><td class="numeric">a&amp;b</td></tr>'
    )
    heads = (("Enhed", True), ("Antal", True), ("Hvad", False))
    assert "<td>a&amp;b</td>" in html("{% rows lines heads %}", lines=lines, heads=heads)


def test_a_crumb_is_written_for_its_own_words():
    assert "&lt;i&gt;" in html("{% crumb label %}", label="<i>")
    assert 'href="/a"' in html("{% crumb label url %}", label="<i>", url="/a")
