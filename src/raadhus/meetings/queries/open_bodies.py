"""A body that cases and meetings can be made for."""

from django.utils.translation import gettext as _

from raadhus.kernel.errors import DomainError, NotFound
from raadhus.meetings.models import Body
from raadhus.meetings.rules.matching import folded
from raadhus.meetings.rules.states import BodyState


class BodyNotActive(DomainError):
    """The body is proposed or discontinued: it does not meet."""


def open_body(key: str) -> Body:
    """Return a body of ours that meets. Raises NotFound or BodyNotActive."""
    body = Body.objects.filter(pk=key, municipality="").first()
    if body is None:
        raise NotFound(_("Organet findes ikke."))
    if body.state == BodyState.PROPOSED:
        raise BodyNotActive(
            _("%(body)s er foreslået og ikke besluttet endnu. Sæt organet i funktion, når det er besluttet.")
            % {"body": body.name}
        )
    if body.state != BodyState.ACTIVE:
        raise BodyNotActive(_("%(body)s er nedlagt.") % {"body": body.name})
    return body


def body_named(name: str) -> Body:
    """Return a body of ours that meets, by its name or its key, whatever case and spaces. Raises NotFound or BodyNotActive."""
    wanted = folded(name)
    bodies = Body.objects.filter(municipality="").order_by("key")
    found = next((one for one in bodies if wanted in {folded(one.name), one.key}), None)
    if found is None:
        raise NotFound(_("Der er intet organ, der hedder »%(name)s«.") % {"name": name})
    return open_body(found.key)
