"""`{% load option_lists %}`: the options of a select, written once for every reader."""

from functools import lru_cache

from django import template
from django.utils.html import format_html_join
from django.utils.safestring import SafeString, mark_safe

register = template.Library()


@register.simple_tag
def options(pairs: tuple[tuple[str, str], ...], chosen: str) -> SafeString:
    """Write the options of a select. A municipality has hundreds of units: they are written once, and the chosen one is marked in them."""
    written = _written(pairs)
    mark = f'value="{_attribute(chosen)}"'
    # Both come out of format_html_join; only the word that marks the chosen one is put in between.
    return mark_safe(written.replace(mark, f"{mark} selected", 1))  # noqa: S308 - escaped as just said


@lru_cache(maxsize=256)
def _written(pairs: tuple[tuple[str, str], ...]) -> SafeString:
    return format_html_join("", '<option value="{}">{}</option>', pairs)


def _attribute(value: str) -> str:
    return str(format_html_join("", "{}", [(value,)]))
