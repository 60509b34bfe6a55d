"""The one place that releases are made from, and what a process left that was ended in the middle."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.utils.timezone import now as clock
from django.utils.translation import gettext as _

from raadhus.kernel.errors import Conflict
from raadhus.personnel.batch.store import Store
from raadhus.personnel.models import Release


@contextmanager
def alone(store: Store) -> Iterator[None]:
    """Hold the one place from which figures are released; the lock goes with the process, however that ends."""
    with store.held() as is_mine:
        if not is_mine:
            raise Conflict(_("Tallene er ved at blive udgivet. Vent, til det er færdigt."))
        _end_what_died()
        yield


def _end_what_died() -> None:
    """Whoever holds the place is alone: a release that still runs belongs to a process that is gone."""
    said = [_("Programmet blev afbrudt, før det var færdigt. Intet er udgivet; udgiv igen.")]
    Release.objects.filter(state="running").update(state="refused", found=said, finished_at=clock())
