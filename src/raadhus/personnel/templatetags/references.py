"""`{% load references %}`: figures from outside in words."""

from django import template
from django.utils.translation import gettext as _

from raadhus.personnel.rules.benchmarks import naming, references
from raadhus.personnel.rules.benchmarks.mapping import AREA, GROUP, HELD, YEAR
from raadhus.personnel.rules.benchmarks.references import ReferenceValue
from raadhus.personnel.rules.benchmarks.served import ServedCount, served_group

register = template.Library()


@register.filter
def definition_name(key: str) -> str:
    """Write what a definition is called."""
    return naming.definition_name(key)


@register.filter
def written(value: ReferenceValue) -> str:
    """Write a reference value with its unit."""
    return references.written(value)


@register.filter
def group_name(one: ServedCount) -> str:
    """Write the name of a group of those who are served."""
    return served_group(one.first, one.last).name


@register.filter
def role_name(what: str) -> str:
    """Write what a variable of a table was: the year, the area, the group, or held at one value."""
    words = {YEAR: _("er året"), AREA: _("er området"), GROUP: _("er gruppen")}
    return words.get(what, _("kun %(value)s") % {"value": what.removeprefix(HELD)})
