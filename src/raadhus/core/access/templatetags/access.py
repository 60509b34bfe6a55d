"""`{% load access %}`: roles in words."""

from collections.abc import Collection

from django import template
from django.utils.translation import gettext as _

from raadhus.kernel.roles import EMPLOYEES, Role

register = template.Library()


@register.filter
def role_names(roles: Collection[Role]) -> str:
    """Return the roles' names in the house's order; "Alle" and "Alle med en konto" where that is what they are."""
    if Role.PUBLIC in roles:
        return _("Alle")
    if Role.EMPLOYEE in roles or set(roles) >= EMPLOYEES:
        return _("Alle med en konto")
    return ", ".join(_(role.label) for role in Role if role in roles)
