"""The pattern page: every component in every state, which is also the accessibility and screenshot test."""

from collections.abc import Sequence
from datetime import date, datetime
from zoneinfo import ZoneInfo

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from raadhus.kernel.doors import ANYONE, door
from raadhus.ui import listing
from raadhus.ui.charts import Picture, Point, Reference, Series, columns, lines
from raadhus.ui.downloads import table_file

STEPS = 4
ROWS = tuple(
    (f"25/{1000 + number}", title, day, amount)
    for number, (title, day, amount) in enumerate(
        [
            ("Budgetopfølgning", date(2025, 6, 2), 49_676_980),
            ("Sygefravær på skolerne", date(2025, 6, 16), -1_250_050),
            ("Ny ordning for hjemmearbejde", date(2025, 8, 11), 0),
        ]
        * 9
    )
)

COLUMNS = Picture(
    title="Tabt refusion",
    alt="Tabet steg fra 380.000 kr. i 2023 til 496.770 kr. i 2024. Tallet for 2022 er oplyst.",
    spec=columns(
        [Point("2022", 410_000, is_marked=True), Point("2023", 380_000), Point("2024", 496_770)],
        x_title="År",
        y_title="Kroner",
        legend=("Beregnet", "Oplyst"),
        reference=Reference("Giver anledning til bekymring", 300_000),
    ),
    columns=("År", "Kroner"),
    rows=(("2022", "410.000"), ("2023", "380.000"), ("2024", "496.770")),
    facts={"unit": "kroner", "period": "2022-2024", "source": "Eksempel"},
)
LINES = Picture(
    title="Sygefravær",
    alt="Kommunen faldt fra 15,0 til 14,6 dage, hele landet fra 15,5 til 15,0.",
    spec=lines(
        [Series("Kommunen", (("2023", 15.0), ("2024", 14.6))), Series("Hele landet", (("2023", 15.5), ("2024", 15.0)))],
        x_title="År",
        y_title="Dage pr. fuldtidsansat",
        decimals=1,
    ),
)


class ExampleForm(forms.Form):
    """One field of each kind."""

    title = forms.CharField(label="Titel", help_text="Kort, som den skal stå på dagsordenen.")
    email = forms.EmailField(label="E-mail", required=False)
    kind = forms.ChoiceField(label="Sagstype", choices=[("decision", "Beslutning"), ("information", "Orientering")])
    day = forms.DateField(label="Mødedato", widget=forms.DateInput(attrs={"type": "date"}))
    text = forms.CharField(label="Sagsfremstilling", widget=forms.Textarea(attrs={"rows": 4}), required=False)
    file = forms.FileField(label="Bilag", required=False)
    openness = forms.ChoiceField(
        label="Åbenhed", widget=forms.RadioSelect, choices=[("open", "Åben"), ("closed", "Lukket")]
    )
    bodies = forms.MultipleChoiceField(
        label="Videre til",
        widget=forms.CheckboxSelectMultiple,
        required=False,
        choices=[("hu", "Hovedudvalget"), ("oeu", "Økonomiudvalget")],
    )
    urgent = forms.BooleanField(label="Sagen haster", required=False)


@door(ANYONE)
@require_safe
def patterns(request: HttpRequest) -> HttpResponse:
    """Show every component; `?export=` gives the example list as a file."""
    shown = _listing(request).paged(_sorted(ROWS, request))
    if "export" in request.GET:
        return table_file(request.GET["export"], "Eksempler", [column.label for column in shown.columns], ROWS)
    context = {
        "form": ExampleForm(),
        "wrong": ExampleForm({"title": "", "email": "ikke en adresse"}, prefix="wrong"),
        "listing": shown,
        "empty": listing.read({}, shown.columns),
        "tabs": [
            listing.Link("#1", "Dagsorden", here=True),
            listing.Link("#2", "Referat"),
            listing.Link("#3", "Bilag"),
        ],
        "moment": datetime(2025, 6, 2, 9, 0, tzinfo=ZoneInfo("Europe/Copenhagen")),
        "work": _progress(0),
        "kinds": ["success", "info", "warning", "error"],
        "pictures": [COLUMNS, LINES],
    }
    return render(request, "ui/patterns.html", context)


@door(ANYONE)
@require_safe
def progress(request: HttpRequest, count: int) -> HttpResponse:
    """Answer the example of long work: one step further each time it is asked."""
    return render(request, "ui/components/progress.html", _progress(min(count, STEPS)))


def _progress(count: int) -> dict[str, object]:
    """Return what the progress component shows; `url` is asked again until the work is done."""
    url = reverse("patterns_progress", args=[count + 1])
    return {"name": "example", "label": "Indlæser", "count": count, "total": STEPS, "done": count == STEPS, "url": url}


def _listing(request: HttpRequest) -> listing.Listing:
    columns = (
        listing.Column("number", "Journalnummer", sortable=True),
        listing.Column("title", "Titel", sortable=True),
        listing.Column("day", "Dato", sortable=True),
        listing.Column("amount", "Beløb", numeric=True),
    )
    filters = (
        listing.Filter("q", "Søg i titlen"),
        listing.Filter("kind", "Type", (("decision", "Beslutning"), ("information", "Orientering"))),
        listing.Filter("after", "Fra dato", kind="date"),
    )
    return listing.read(request.GET, columns, filters, sort="-day", page_size=10)


def _sorted(rows: Sequence[tuple[str, str, date, int]], request: HttpRequest) -> Sequence[tuple[str, str, date, int]]:
    key, descends = _listing(request).ordering
    place = {"number": 0, "title": 1, "day": 2}.get(key, 0)
    return sorted(rows, key=lambda row: str(row[place]), reverse=descends)
