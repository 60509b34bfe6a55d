"""Registration of core.organisation: what it tells the house about itself."""

from django.apps import AppConfig
from django.utils.translation import gettext_noop as _

from raadhus.kernel.roles import EMPLOYEES, Role
from raadhus.kernel.rooms import EventType, NavigationLink, Room, Verb

_KEEPERS = frozenset({Role.ADMINISTRATOR, Role.HR})


class OrganisationConfig(AppConfig):
    """The app; `room` is read by config."""

    name = "raadhus.core.organisation"
    label = "organisation"
    verbose_name = "Organisation"
    room = Room(
        name="organisation",
        label=_("Organisation"),
        verbs=(
            Verb("organisation.read", _("Se organisationen"), EMPLOYEES),
            Verb("organisation.create_unit", _("Oprette en enhed"), _KEEPERS),
            Verb("organisation.rename_unit", _("Omdøbe en enhed"), _KEEPERS),
            Verb("organisation.move_unit", _("Flytte en enhed"), _KEEPERS),
            Verb("organisation.close_unit", _("Lukke en enhed"), _KEEPERS),
            Verb("organisation.create_person", _("Oprette en person"), _KEEPERS),
            Verb("organisation.change_person", _("Rette en persons oplysninger"), _KEEPERS),
            Verb("organisation.move_person", _("Flytte en person til en anden enhed"), _KEEPERS),
            Verb("organisation.end_placement", _("Afslutte en persons placering"), _KEEPERS),
            Verb("organisation.appoint_leader", _("Udpege en leder"), _KEEPERS),
            Verb("organisation.end_leadership", _("Afslutte et lederskab"), _KEEPERS),
            Verb("organisation.import", _("Importere organisationen"), _KEEPERS),
        ),
        events=(
            EventType("organisation.unit_created", _("oprettede {subject} under {parent} fra {on}")),
            EventType("organisation.unit_renamed", _("omdøbte {before} til {after} fra {on}")),
            EventType("organisation.unit_moved", _("flyttede {subject} fra {before} til {after} fra {on}")),
            EventType("organisation.unit_closed", _("lukkede {subject} fra {on}")),
            EventType("organisation.person_created", _("oprettede {subject} i {unit} fra {on}")),
            EventType("organisation.person_changed", _("rettede {subject}: {fields}")),
            EventType("organisation.person_moved", _("flyttede {subject} fra {before} til {unit} fra {on}")),
            EventType("organisation.placement_ended", _("afsluttede placeringen af {subject} i {unit} fra {on}")),
            EventType("organisation.leader_appointed", _("udpegede {person} til leder af {subject} fra {on}")),
            EventType("organisation.leadership_ended", _("afsluttede {person} som leder af {subject} fra {on}")),
            EventType("organisation.imported", _("importerede {subject}: {created} nye og {changed} ændrede rækker")),
            EventType("organisation.unit_imported", _("importerede {subject} fra {file}")),
        ),
        navigation=(NavigationLink(_("Organisation"), "organisation:tree", "organisation.read", order=500),),
        urls=("organisation/", "raadhus.core.organisation.urls"),
        api=("raadhus.core.organisation.api:router", "organisation"),
    )

    def ready(self) -> None:
        """Tell access how units lie under each other; access itself knows units as plain keys only."""
        from raadhus.core.access.public import register_unit_directory, register_unit_resolver  # noqa: PLC0415 - models are loaded by now
        from raadhus.core.organisation.queries import lies_under, units  # noqa: PLC0415 - likewise

        register_unit_resolver(lies_under)
        register_unit_directory(lambda on: tuple((one.key, f"{one.short_name} {one.name}") for one in units(on)))
