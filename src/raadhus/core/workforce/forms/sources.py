"""The forms of a payroll source: where to begin, its columns, and what its codes mean. All of it works without scripts."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from raadhus.core.workforce.rules.mapping import (
    FIELDS,
    MOST_GONE_PERCENT,
    CodeMeaning,
    Field,
    FieldKind,
    SourceMapping,
    checked,
)
from raadhus.core.workforce.rules.profiles import PROFILES
from raadhus.core.workforce.rules.rows import Subject
from raadhus.core.workforce.rules.vocabulary import AbsenceKind, EmploymentForm
from raadhus.core.workforce.rules.wording import profile_label, subject_label
from raadhus.kernel.errors import WrongInput
from raadhus.ui.choices import offer

MOST_CODES = 400
EMPTY_ROWS = 8
FROM_FILE = "fil-"
_KINDS = {
    FieldKind.DAY: _("Dato, for eksempel 2024-01-08 eller 8.1.2024."),
    FieldKind.HOURS: _("Timer, for eksempel 32,5."),
    FieldKind.KRONER: _("Kroner, for eksempel 31.250,75."),
    FieldKind.FRACTION: _("Andel af fuld tid, for eksempel 0,81, 81 % eller 30/37."),
    FieldKind.CODE: _("En kode; hvad koderne betyder, skrives nederst."),
}


class BeginForm(forms.Form):
    """What a new source begins with: a ready-made mapping, or the heading of a file."""

    name = forms.CharField(label=_("Navn"), max_length=200, help_text=_("For eksempel »SD Løn, fravær«"))
    start = forms.ChoiceField(label=_("Begynd med"), widget=forms.RadioSelect)
    documents = forms.FileField(
        label=_("Fil med overskrifter"),
        required=False,
        help_text=_("Bruges kun, når du begynder med en fil. Kun overskriften og koderne læses; filen gemmes ikke."),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        ready = [(key, gettext(profile_label(key))) for key in PROFILES]
        files = [
            (
                FROM_FILE + one.value,
                gettext("Overskrifterne i en fil: %(subject)s") % {"subject": gettext(subject_label(one))},
            )
            for one in Subject
        ]
        offer(self, "start", ready + files)

    def clean(self) -> dict[str, Any]:
        """Ask for the file when the source is to begin with one."""
        given = super().clean() or {}
        if given.get("start", "").startswith(FROM_FILE) and not given.get("documents"):
            self.add_error("documents", gettext("Vælg den fil, overskrifterne skal læses fra."))
        return given


class CodeRow(forms.Form):
    """One code of a file and what it means. An empty code is no row."""

    code = forms.CharField(label=_("Kode i filen"), max_length=60, required=False)
    meaning = forms.ChoiceField(label=_("Betyder"), required=False)
    sends = forms.BooleanField(label=_("Løn sender selv anmeldelse"), required=False)

    def __init__(self, *args: Any, subject: Subject, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        meanings: Sequence[AbsenceKind | EmploymentForm] = list(EmploymentForm)
        if subject is Subject.ABSENCES:
            meanings = list(AbsenceKind)
        else:
            del self.fields["sends"]
        choices = [("", gettext("Vælg")), *((one.value, gettext(one.label)) for one in meanings)]
        offer(self, "meaning", choices)
        for name in self.fields:
            bound, style = self[name], {"code": "form-input", "meaning": "form-select"}.get(name, "form-checkbox")
            bound.field.widget.attrs.update({"class": style, "aria-label": str(bound.label)})

    def clean(self) -> dict[str, Any]:
        """Let a code say what it means, and a meaning have its code."""
        given = super().clean() or {}
        if given.get("code") and not given.get("meaning"):
            self.add_error("meaning", gettext("Vælg, hvad koden %(code)s betyder.") % {"code": given["code"]})
        if given.get("meaning") and not given.get("code"):
            self.add_error("code", gettext("Skriv den kode, der står i filen."))
        return given


class UnitRow(forms.Form):
    """Payroll's word for a unit, and the house's own. An empty line is no row."""

    word = forms.CharField(label=_("Enheden i filen"), max_length=100, required=False)
    unit = forms.CharField(label=_("Enhedens nøgle eller forkortelse i huset"), max_length=100, required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in self.fields:
            self[name].field.widget.attrs.update({"class": "form-input", "aria-label": str(self[name].label)})

    def clean(self) -> dict[str, Any]:
        """Let a word have its unit, and a unit its word."""
        given = super().clean() or {}
        if bool(given.get("word")) != bool(given.get("unit")):
            self.add_error("unit", gettext("Skriv både enheden i filen og enheden i huset, eller ingen af dem."))
        return given


class ColumnsForm(forms.Form):
    """A source's name, its columns and how its files are meant. With a heading, columns are chosen from it."""

    name = forms.CharField(label=_("Navn"), max_length=200)
    full_time_hours = forms.IntegerField(label=_("Timer om ugen på fuld tid"), min_value=1, max_value=60, initial=37)
    is_complete = forms.BooleanField(
        label=_("Hver fil indeholder alt, hvad kilden har"),
        required=False,
        help_text=_("Så regnes det, der ikke længere står i filen, for udgået. Ellers er filen kun en tilføjelse."),
    )
    most_gone_percent = forms.IntegerField(
        label=_("Afvis en fil, der mangler mere end så mange procent af det kendte"),
        min_value=0,
        max_value=100,
        initial=MOST_GONE_PERCENT,
        required=False,
        help_text=_("Gælder filer, der indeholder alt: en halv fil skal ikke få den anden halvdel til at udgå."),
    )
    heading = forms.CharField(required=False, widget=forms.HiddenInput)
    base = forms.CharField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, subject: Subject, heading: Sequence[str] = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.subject = subject
        self._columns = [f"column_{one.name}" for one in FIELDS[subject]]
        if subject is Subject.ABSENCES:
            del self.fields["full_time_hours"]
        titles = [title.strip() for title in heading if title.strip()]
        for one in FIELDS[subject]:
            self.fields[f"column_{one.name}"] = _column(one, titles)

    def about(self) -> list[forms.BoundField]:
        """Return the fields about the source as a whole."""
        names = ("name", "full_time_hours", "is_complete", "most_gone_percent")
        return [self[name] for name in names if name in self.fields]

    def columns(self) -> list[forms.BoundField]:
        """Return one field for each of ours."""
        return [self[name] for name in self._columns]


def _column(one: Field, titles: Sequence[str]) -> forms.Field:
    hint = _KINDS.get(one.kind, "")
    if not titles:
        return forms.CharField(label=_(one.label), required=one.is_required, max_length=200, help_text=hint)
    choices = [("", gettext("Findes ikke i filen")), *((title, title) for title in dict.fromkeys(titles))]
    return forms.ChoiceField(label=_(one.label), required=one.is_required, choices=choices, help_text=hint)


class MappingEditor:
    """The whole page of a source's mapping: columns and codes. `mapping` holds it when it is valid; `about` is its subject in Danish."""

    def __init__(
        self,
        subject: Subject,
        *,
        data: Mapping[str, Any] | None = None,
        initial: Mapping[str, Any] | None = None,
        codes: Sequence[Mapping[str, Any]] = (),
        units: Sequence[Mapping[str, Any]] = (),
        heading: Sequence[str] = (),
    ) -> None:
        self.subject, self.about = subject, subject_label(subject)
        self.form = ColumnsForm(data, initial=initial, subject=subject, heading=heading)
        rows = forms.formset_factory(CodeRow, extra=EMPTY_ROWS, max_num=MOST_CODES, absolute_max=MOST_CODES)
        self.codes = rows(data, initial=list(codes), prefix="codes", form_kwargs={"subject": subject})
        words = forms.formset_factory(UnitRow, extra=EMPTY_ROWS, max_num=MOST_CODES, absolute_max=MOST_CODES)
        self.units = words(data, initial=list(units), prefix="units")
        self.mapping: SourceMapping | None = None

    def is_valid(self) -> bool:
        """Put the mapping together; what does not hold together is said at the top of the form."""
        if not (self.form.is_valid() & self.codes.is_valid() & self.units.is_valid()):
            for said in self._wrong_rows():
                self.form.add_error(None, said)
            return False
        try:
            self.mapping = checked(self._mapping())
        except WrongInput as error:
            self.form.add_error(None, str(error))
        return self.mapping is not None

    def _wrong_rows(self) -> Iterator[str]:
        for rows in (self.codes, self.units):
            for row in rows.forms:
                for errors in row.errors.values():
                    yield from (str(said) for said in errors)
            yield from (str(said) for said in rows.non_form_errors())

    def _mapping(self) -> SourceMapping:
        given = self.form.cleaned_data
        prefix = len("column_")
        columns = {name[prefix:]: given[name].strip() for name in given if name.startswith("column_") and given[name]}
        return SourceMapping(
            subject=self.subject,
            columns=columns,
            codes=self._codes() if self.subject is Subject.ABSENCES else {},
            forms=self._forms() if self.subject is Subject.EMPLOYMENTS else {},
            full_time_hours=given.get("full_time_hours") or 37,
            is_complete=given["is_complete"],
            most_gone_percent=MOST_GONE_PERCENT if (most := given.get("most_gone_percent")) is None else most,
            units={row["word"].strip(): row["unit"].strip() for row in self.units.cleaned_data if row.get("word")},
        )

    def _rows(self) -> dict[str, dict[str, Any]]:
        found: dict[str, dict[str, Any]] = {}
        for row in self.codes.cleaned_data:
            code = row.get("code", "").strip()
            if code in found:
                raise WrongInput(gettext("Koden %(code)s står to gange.") % {"code": code})
            if code:
                found[code] = row
        return found

    def _codes(self) -> dict[str, CodeMeaning]:
        return {
            code: CodeMeaning(AbsenceKind(row["meaning"]), bool(row["sends"])) for code, row in self._rows().items()
        }

    def _forms(self) -> dict[str, EmploymentForm]:
        return {code: EmploymentForm(row["meaning"]) for code, row in self._rows().items()}


def initial_of(mapping: SourceMapping, name: str) -> dict[str, Any]:
    """Return what the editor shows of a mapping, as its arguments: the fields, and the rows of codes and of units."""
    fields: dict[str, Any] = {f"column_{field}": column for field, column in mapping.columns.items()}
    fields |= {"name": name, "full_time_hours": mapping.full_time_hours, "is_complete": mapping.is_complete}
    fields["most_gone_percent"] = mapping.most_gone_percent
    codes = [
        {"code": code, "meaning": one.kind.value, "sends": one.sends_notification}
        for code, one in mapping.codes.items()
    ]
    forms_of = [{"code": code, "meaning": form.value} for code, form in mapping.forms.items()]
    units = [{"word": word, "unit": unit} for word, unit in mapping.units.items()]
    return {"initial": fields, "codes": codes or forms_of, "units": units}


class ReasonForm(forms.Form):
    """Why."""

    reason = forms.CharField(label=_("Begrundelse"), max_length=500, widget=forms.Textarea(attrs={"rows": 3}))
