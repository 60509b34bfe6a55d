"""Registration of core.access: what it tells the house about itself."""

from django.apps import AppConfig
from django.core import checks
from django.utils.translation import gettext_noop as _

from raadhus.kernel.doors import ANYONE
from raadhus.kernel.roles import EMPLOYEES, EVERYONE, Role
from raadhus.kernel.rooms import EventType, NavigationLink, Room, Verb

_OVERSIGHT = frozenset({Role.ADMINISTRATOR, Role.AUDITOR, Role.SECURITY_OFFICER, Role.DPO})
_ADMINISTRATORS = frozenset({Role.ADMINISTRATOR})


class AccessConfig(AppConfig):
    """The app; `room` is read by config."""

    name = "raadhus.core.access"
    label = "access"
    verbose_name = "Adgang"
    room = Room(
        name="access",
        label=_("Adgang"),
        urls=("", "raadhus.core.access.urls"),
        navigation=(NavigationLink(_("Adgang"), "access:accounts", "access.read_accounts", order=900),),
        api=("raadhus.core.access.api:router", "access"),
        verbs=(
            Verb(ANYONE, _("Åbne sider, der er for alle"), EVERYONE),
            Verb("access.read_own_account", _("Se og rette sin egen profil"), EMPLOYEES),
            Verb("access.create_token", _("Oprette en API-nøgle til sig selv"), EMPLOYEES),
            Verb("access.revoke_token", _("Tilbagekalde sin egen API-nøgle"), EMPLOYEES),
            Verb("access.end_session", _("Logge sig selv ud andre steder"), EMPLOYEES),
            Verb("access.read_policy", _("Se tabellen over roller og handlinger"), EMPLOYEES),
            Verb("access.explain", _("Se, hvorfor nogen må eller ikke må noget"), _OVERSIGHT, sensitive=True),
            Verb("access.read_accounts", _("Se konti og tildelte roller"), _OVERSIGHT),
            Verb("access.create_account", _("Oprette en konto"), _ADMINISTRATORS),
            Verb("access.close_account", _("Lukke og genåbne en konto"), _ADMINISTRATORS),
            Verb("access.grant_role", _("Tildele en rolle"), _ADMINISTRATORS),
            Verb("access.end_role", _("Afslutte en rolle"), _ADMINISTRATORS),
        ),
        events=(
            EventType("access.looked_up", _("slog op: {label} ({subject})")),
            EventType("access.account_created", _("oprettede kontoen {subject}")),
            EventType("access.account_closed", _("lukkede kontoen {subject}")),
            EventType("access.account_reopened", _("genåbnede kontoen {subject}")),
            EventType("access.role_granted", _("gav {subject} rollen {label} i {where} fra {start}")),
            EventType("access.role_ended", _("lod {subject}s rolle {label} slutte {end}")),
            EventType("access.token_created", _("oprettede API-nøglen {token}")),
            EventType("access.token_revoked", _("tilbagekaldte API-nøglen {token}")),
            EventType("access.password_changed", _("skiftede adgangskode")),
            EventType("access.second_factor_added", _("slog login i to trin til: {type}")),
            EventType("access.second_factor_removed", _("slog login i to trin fra: {type}")),
            EventType("access.logged_in", _("loggede ind")),
            EventType("access.login_refused", _("blev afvist ved login")),
            EventType("access.sessions_ended", _("loggede sig ud andre steder")),
        ),
    )

    def ready(self) -> None:
        """Let Django check the doors, and note log-ins in the audit trail."""
        from raadhus.core.access.adapters import notes  # noqa: PLC0415 - models are loaded by now
        from raadhus.core.access.checks import check_doors  # noqa: PLC0415 - likewise

        checks.register(check_doors)
        notes.connect()
