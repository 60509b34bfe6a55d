"""The forms of standing decisions."""

from collections.abc import Iterator, Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from raadhus.core.obligations.forms.promises import OwnerForm, ReasonForm
from raadhus.core.obligations.queries.wording import month_name
from raadhus.core.obligations.rules.condition import Comparison, Condition
from raadhus.core.obligations.rules.recurrence import MONTHS, MOST_EVERY, MOST_SHIFT, Recurrence, Rhythm
from raadhus.core.obligations.rules.standing import Terms
from raadhus.kernel.errors import WrongInput
from raadhus.kernel.ports import Figure
from raadhus.ui.choices import offer

_PARTS = (
    (_("Hvad er besluttet"), ("title", "text", "body", "owner_key", "unit_key")),
    (_("Hvornår kommer det igen"), ("rhythm", "months", "every", "first", "day", "shift")),
    (_("Kun når et tal giver anledning"), ("figure_key", "comparison", "threshold", "upper")),
    (_("Hvor længe gælder det"), ("starts", "ends", "review", "in_force")),
    (_("Hvor er det besluttet"), ("origin_label", "origin_url", "closed", "public_label")),
    (_("Hvorfor rettes det"), ("reason",)),
)


def _area(rows: int = 3) -> forms.Textarea:
    return forms.Textarea(attrs={"rows": rows})


def _day(label: Any, hint: Any = "") -> forms.DateField:
    return forms.DateField(
        label=label, required=False, help_text=hint, widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    )


class StandingForm(OwnerForm):
    """What a standing decision says. `terms` holds it when the form is valid."""

    title = forms.CharField(
        label=_("Hvad skal forelægges?"), max_length=300, help_text=_("For eksempel Tal om Personale")
    )
    text = forms.CharField(label=_("Hvad er besluttet?"), widget=_area(), max_length=4_000)
    body = forms.CharField(label=_("For hvilket organ?"), max_length=200)
    rhythm = forms.ChoiceField(label=_("Hvor tit?"))
    months = forms.MultipleChoiceField(
        label=_("I hvilke måneder?"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_(
            "Hvert år: alle måneder, det gælder. Hvert halve år og kvartal: én af dem; de andre følger af den."
        ),
    )
    every = forms.IntegerField(label=_("Antal måneder imellem"), required=False, min_value=1, max_value=MOST_EVERY)
    first = _day(_("Den første måned, der tælles fra"), _("En dag i måneden; bruges kun sammen med et antal måneder"))
    day = forms.IntegerField(
        label=_("Dag i måneden"),
        min_value=1,
        max_value=31,
        initial=1,
        help_text=_("1 er månedens første, 31 dens sidste. Er det ikke en arbejdsdag, bliver det den næste."),
    )
    shift = forms.IntegerField(
        label=_("Arbejdsdage før eller efter"),
        min_value=-MOST_SHIFT,
        max_value=MOST_SHIFT,
        initial=0,
        help_text=_("-20: sagen bestilles 20 arbejdsdage før dagen. 5: fem arbejdsdage efter. 0: på dagen."),
    )
    figure_key = forms.ChoiceField(
        label=_("Kun når dette tal giver anledning"),
        required=False,
        help_text=_("Tallet ses efter, hver gang årshjulet kommer rundt. Uden et tal forelægges sagen hver gang."),
    )
    comparison = forms.ChoiceField(label=_("Hvornår giver det anledning?"), required=False)
    threshold = forms.DecimalField(label=_("Grænse (intervallets nedre)"), required=False, localize=True)
    upper = forms.DecimalField(label=_("Intervallets øvre grænse"), required=False, localize=True)
    starts = _day(_("Gælder fra"), _("Den dag, den sættes i kraft, hvis intet er valgt"))
    ends = _day(_("Ophører den"), _("Den første dag, den ikke gælder"))
    review = _day(_("Tages op til fornyet overvejelse senest"))
    origin_label = forms.CharField(
        label=_("Hvor er det besluttet?"), max_length=500, help_text=_("For eksempel Direktionen den 2. juni, punkt 4")
    )
    origin_url = forms.URLField(label=_("Adresse på det"), required=False, max_length=500, assume_scheme="https")
    closed = forms.BooleanField(label=_("Det kommer af en lukket sag"), required=False)
    public_label = forms.CharField(label=_("Hvad må der stå, hvor andre kan se det?"), required=False, max_length=300)
    in_force = forms.BooleanField(
        label=_("Det er besluttet og gælder"),
        required=False,
        help_text=_("Ellers er den kun foreslået, og intet sker."),
    )

    def __init__(self, *args: Any, figures: Sequence[Figure], kept_figure: str = "", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.units_of = {one.key: one.unit for one in figures}
        known = [(one.key, f"{one.label} ({one.unit})") for one in figures]
        if kept_figure and kept_figure not in self.units_of:
            known.append((kept_figure, kept_figure))
        offer(self, "rhythm", [(one.value, _(one.label)) for one in Rhythm])
        offer(self, "months", [(str(number), month_name(number)) for number in range(1, MONTHS + 1)])
        offer(self, "figure_key", [("", _("Forelægges hver gang")), *known])
        offer(self, "comparison", [("", _("Ingen valgt")), *((one.value, _(one.label)) for one in Comparison)])
        self.kept_unit = ""
        self.terms: Terms | None = None

    def parts(self) -> Iterator[tuple[str, list[forms.BoundField]]]:
        """Yield the headed parts of the form with their fields."""
        for heading, names in _PARTS:
            fields = [self[name] for name in names if name in self.fields]
            if fields:
                yield str(heading), fields

    def clean(self) -> dict[str, object]:
        """Put the terms together; what does not hold together is said as one sentence."""
        cleaned = super().clean()
        if not self.errors:
            try:
                self.terms = self._terms(cleaned)
            except WrongInput as error:
                raise forms.ValidationError(str(error)) from error
        return cleaned

    def _terms(self, given: dict[str, Any]) -> Terms:
        names = ("title", "text", "body", "starts", "ends", "review", "closed", "public_label")
        return Terms(
            **{name: given[name] for name in names},
            owner_key=given["owner_key"] or None,
            unit_key=given["unit_key"] or None,
            recurrence=_recurrence(given),
            condition=self._condition(given),
        )

    def _condition(self, given: dict[str, Any]) -> Condition | None:
        key = given["figure_key"]
        if not key:
            return None
        if not given["comparison"] or given["threshold"] is None:
            raise WrongInput(_("Vælg, hvornår tallet giver anledning, og skriv grænsen."))
        unit = self.units_of.get(key, self.kept_unit)
        return Condition(key, Comparison(given["comparison"]), given["threshold"], unit, given["upper"])


def _recurrence(given: dict[str, Any]) -> Recurrence:
    rhythm = Rhythm(given["rhythm"])
    counted = rhythm is Rhythm.EVERY_MONTHS
    return Recurrence(
        rhythm,
        months=() if counted else tuple(int(month) for month in given["months"]),
        every=(given["every"] or 0) if counted else 0,
        first=given["first"] if counted else None,
        day=given["day"],
        shift=given["shift"],
    )


class StandingChangeForm(StandingForm):
    """Other terms for one that is there, and why. Where it was decided stays as it is."""

    reason = forms.CharField(label=_("Begrundelse"), widget=_area(), max_length=2_000)

    def __init__(self, *args: object, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in ("origin_label", "origin_url", "in_force"):
            del self.fields[name]


class AdoptForm(ReasonForm):
    """Which decision puts it in force, and from when."""

    starts = _day(_("Gælder fra"), _("I dag, hvis intet er valgt"))


class SupersedeForm(ReasonForm):
    """Which other standing decision takes its place, and why."""

    by_key = forms.ChoiceField(label=_("Afløses af"))
    field_order = ("by_key", "reason")

    def __init__(self, *args: Any, others: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "by_key", others)
