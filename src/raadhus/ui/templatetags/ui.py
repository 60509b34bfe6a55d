"""`{% load ui %}`: the components that every page is made of. The pattern page (/ui/patterns) shows each of them."""

from collections.abc import Iterable, Sequence
from functools import lru_cache
from html import escape
from typing import Any

from django import template
from django.forms import BoundField, Form
from django.forms.widgets import (
    CheckboxInput,
    CheckboxSelectMultiple,
    ClearableFileInput,
    RadioSelect,
    Select,
)
from django.template.loader import render_to_string
from django.templatetags.static import static
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

from raadhus.ui.charts import CannotDraw, Drawable, svg
from raadhus.ui.listing import Link, Listing

register = template.Library()

_SPRITE = "ui/vendor/dkfds/sprite.svg"
# A number with its unit and sign is no longer than this; a sentence in its place is.
_LONGEST_NUMBER = 24
# the kinds of notices and status tags, and the icon that says the same as the colour
ICONS = {"success": "success", "info": "info", "warning": "warning", "error": "error", "debug": "info"}


@register.simple_tag
def icon(name: str, label: str = "", classes: str = "icon-svg") -> SafeString:
    """Draw an icon of the sprite. With a label it speaks; without one it is decoration beside a text."""
    return _icon(name, label, classes, static(_SPRITE))


@lru_cache(maxsize=512, typed=True)
def _icon(name: str, label: str, classes: str, sprite: str) -> SafeString:
    source = f"{sprite}#{name}"
    if label:
        speaking = '<svg class="{}" role="img" aria-label="{}"><use href="{}"></use></svg>'
        return format_html(speaking, classes, label, source)
    return format_html(
        '<svg class="{}" aria-hidden="true" focusable="false"><use href="{}"></use></svg>', classes, source
    )


@register.simple_tag
def crumb(label: str, url: str = "") -> SafeString:
    """Write one step of the breadcrumb; without an address it is the page itself."""
    return _crumb(str(label), str(url))


@lru_cache(maxsize=512, typed=True)
def _crumb(label: str, url: str) -> SafeString:
    return render_to_string("ui/components/crumb.html", {"label": label, "url": url})


@register.inclusion_tag("ui/components/plain_form.html", takes_context=True)
def plain_form(
    context: template.Context, form: Form, submit: str, cancel_url: str, preview: str = ""
) -> dict[str, object]:
    """Write a page's one form, posted to the page itself: error summary, every field, what the button says, the way out.

    `preview` names a second button, which posts `preview` and is to show what would be saved.
    """
    token = context.get("csrf_token")
    return {"form": form, "submit": submit, "cancel_url": cancel_url, "preview": preview, "csrf_token": token}


@register.inclusion_tag("ui/components/field.html")
def field(bound: BoundField, hint: str = "", prefix: str = "", suffix: str = "") -> dict[str, object]:
    """Write a form field with label, hint, error and the right aria attributes."""
    widget = bound.field.widget
    hint = hint or str(bound.help_text or "")
    described = [f"{bound.id_for_label}-hint"] * bool(hint) + [f"{bound.id_for_label}-error"] * bool(bound.errors)
    attributes: dict[str, str | bool] = {"class": _widget_class(widget)}
    if described:
        attributes["aria-describedby"] = " ".join(described)
    if bound.errors:
        attributes["aria-invalid"] = "true"
    return {
        "field": bound,
        "id": bound.id_for_label,
        "control": bound.as_widget(attrs=attributes),
        "hint": hint,
        "prefix": prefix,
        "suffix": suffix,
        "is_checkbox": isinstance(widget, CheckboxInput),
        "is_group": isinstance(widget, RadioSelect | CheckboxSelectMultiple),
    }


def _widget_class(widget: object) -> str:
    """Return the design system's class for a widget."""
    if isinstance(widget, CheckboxSelectMultiple | CheckboxInput):
        return "form-checkbox"
    if isinstance(widget, RadioSelect):
        return "form-radio"
    if isinstance(widget, ClearableFileInput):
        return "form-file"
    return "form-select" if isinstance(widget, Select) else "form-input"


@register.inclusion_tag("ui/components/error_summary.html")
def error_summary(form: Form) -> dict[str, object]:
    """Write all errors of a form at the top of the page, each a link to its field."""
    errors = [(bound.id_for_label, bound.label, bound.errors) for bound in form if bound.errors]
    return {"errors": errors, "others": form.non_field_errors(), "form": form}


@register.inclusion_tag("ui/components/notice.html")
def notice(kind: str, text: str, heading: str = "") -> dict[str, object]:
    """Write a notice in the page: kind is success, info, warning or error."""
    kind = kind if kind in ICONS else "info"
    return {"kind": "info" if kind == "debug" else kind, "icon": ICONS[kind], "text": text, "heading": heading}


@register.inclusion_tag("ui/components/status.html")
def status(kind: str, text: str) -> dict[str, object]:
    """Write a status tag: the word says it, the colour repeats it. kind: success, info, warning, error or neutral."""
    return {"kind": kind if kind in ICONS else "neutral", "text": text}


@register.inclusion_tag("ui/components/filter_bar.html", takes_context=True)
def filter_bar(context: template.RequestContext, listing: Listing) -> dict[str, object]:
    """Write the filters of a list, posted as a plain GET form, with the export links of what is shown."""
    shown = [{"filter": one, "value": listing.values.get(one.key, "")} for one in listing.filters]
    exports = [Link(listing.url(export=kind, page=""), kind.upper()) for kind in listing.exports]
    return {"listing": listing, "filters": shown, "exports": exports, "path": context["request"].path}


@register.inclusion_tag("ui/components/paging.html")
def paging(listing: Listing) -> dict[str, object]:
    """Write the pages of a list, with how many rows there are."""
    before = listing.url(page=str(listing.page - 1)) if listing.page > 1 else ""
    after = listing.url(page=str(listing.page + 1)) if listing.page < listing.pages else ""
    return {"listing": listing, "before": before, "after": after}


@register.simple_tag
def tabs(label: str, links: Iterable[Link]) -> SafeString:
    """Write tabs that are links; the one that is `here` is the page."""
    return _tabs(str(label), tuple(links))


@lru_cache(maxsize=512)
def _tabs(label: str, links: tuple[Link, ...]) -> SafeString:
    return render_to_string("ui/components/tabs.html", {"label": label, "links": links})


@register.simple_tag
def rows(lines: Iterable[Sequence[str]], heads: Sequence[tuple[str, bool]] = ()) -> SafeString:
    """Write the rows of a table of texts, the first cell of each its heading; `heads` are the columns, each with whether it holds numbers.

    A table of figures has hundreds of cells: as nodes of a template they are half of what the page costs.
    """
    numbers = [is_number for _name, is_number in heads[1:]]
    written = []
    for first, *others in lines:
        pairs = zip(numbers or [True] * len(others), others, strict=True)
        cells = (f"<td{_mark(str(cell)) if is_number else ''}>{escape(str(cell))}</td>" for is_number, cell in pairs)
        written.append(f'<tr><th scope="row">{escape(str(first))}</th>{"".join(cells)}</tr>')
    # Every text is escaped where it is put in.
    return mark_safe("".join(written))  # noqa: S308 - escaped as just said


def _mark(cell: str) -> str:
    """Return how a cell among numbers stands: a number in one line; a sentence in its place breaks, or it pushes the newest column out of sight."""
    return ' class="numeric"' if len(cell) <= _LONGEST_NUMBER else ' class="align-text-right"'


@register.simple_block_tag
def table(content: SafeString, listing: Listing, caption: str, **facts: str) -> SafeString:
    """Write a list's table around its rows: caption, sortable headings, and unit, period, source and definition beneath.

    Takes the facts `unit`, `period`, `source` and `definition`; those not given are not shown.
    """
    return _render("table", content, listing=listing, caption=caption, facts=facts)


@register.inclusion_tag("ui/components/chart.html")
def chart(picture: Drawable) -> dict[str, object]:
    """Draw a chart with the sentence of what it shows and its table beneath; what cannot be drawn is the sentence and the table."""
    try:
        drawing = svg(picture.spec, title=picture.title, alt=picture.alt)
    except CannotDraw:
        drawing = ""
    # Nothing but shapes and escaped text is left of a drawing (ui/charts/cleaning.py).
    return {"picture": picture, "drawing": mark_safe(drawing)}  # noqa: S308 - cleaned as just said


@register.simple_block_tag
def empty_state(content: SafeString, heading: str) -> SafeString:
    """Write what an empty page says: what would be here, and the next step as its content."""
    return _render("empty_state", content, heading=heading)


@register.simple_block_tag
def tile(content: SafeString, heading: str, url: str = "", link: str = "", level: int = 2) -> SafeString:
    """Write a card with heading, content and one link."""
    return _render("tile", content, heading=heading, url=url, link=link, level=level)


@register.simple_block_tag
def dialog(content: SafeString, name: str, heading: str, opener: str, style: str = "secondary") -> SafeString:
    """Write a button and the dialog it opens. Without JavaScript the same content is a details element."""
    return _render("dialog", content, name=name, heading=heading, opener=opener, style=style)


@register.simple_block_tag
def disclosure(content: SafeString, summary: str, *, is_open: bool = False) -> SafeString:
    """Write content that folds out."""
    return _render("disclosure", content, summary=summary, is_open=is_open)


def _render(component: str, content: SafeString, **context: Any) -> SafeString:
    return render_to_string(f"ui/components/{component}.html", {"content": content, **context})
