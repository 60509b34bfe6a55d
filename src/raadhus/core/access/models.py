"""Tables of access: accounts, granted roles, API tokens."""

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Lower
from django.utils.translation import gettext_lazy as _

from raadhus.kernel.roles import Role


class AccountManager(BaseUserManager["Account"]):
    """Finds accounts by e-mail without regard to case. Accounts are made by the action create_account only."""

    def get_by_natural_key(self, username: str | None) -> "Account":
        """Return the account with this e-mail address."""
        return self.get(email__iexact=username)


class Account(AbstractBaseUser):
    """A person's login. The person is `person_key` in the organisation; nothing else of the person is kept here."""

    person_key = models.SlugField(_("personnøgle"), max_length=100, unique=True)
    name = models.CharField(_("navn"), max_length=200)
    email = models.EmailField(_("e-mail"), max_length=254, unique=True)
    is_active = models.BooleanField(_("åben"), default=True)
    language = models.CharField(_("sprog"), max_length=2, default="da")
    created_at = models.DateTimeField(_("oprettet"))

    objects = AccountManager()

    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS = ["person_key", "name"]

    class Meta:
        verbose_name = _("konto")
        verbose_name_plural = _("konti")
        constraints = [
            models.CheckConstraint(condition=Q(email=Lower("email")), name="access_account_email_in_lower_case"),
            models.CheckConstraint(condition=~Q(person_key=""), name="access_account_has_person"),
            models.CheckConstraint(condition=~Q(name=""), name="access_account_has_name"),
        ]

    def __str__(self) -> str:
        return f"{self.name} ({self.email})"


class RoleGrant(models.Model):
    """A role granted to a person, in one unit and all below it or (null) everywhere, from a day until another."""

    person_key = models.SlugField(_("personnøgle"), max_length=100)
    role = models.CharField(_("rolle"), max_length=30, choices=[(role.value, role.label) for role in Role])
    unit_key = models.CharField(_("enhed"), max_length=100, null=True, blank=True)
    start_date = models.DateField(_("fra og med"))
    end_date = models.DateField(_("til (ikke med)"), null=True, blank=True)
    granted_at = models.DateTimeField(_("tildelt"))

    class Meta:
        verbose_name = _("tildelt rolle")
        verbose_name_plural = _("tildelte roller")
        indexes = [models.Index(fields=["person_key"])]
        constraints = [
            models.CheckConstraint(
                condition=Q(end_date__isnull=True) | Q(end_date__gt=F("start_date")),
                name="access_grant_period_has_days",
            ),
            models.CheckConstraint(
                condition=Q(role__in=sorted(role.value for role in set(Role) - {Role.PUBLIC, Role.EMPLOYEE})),
                name="access_grant_role_can_be_granted",
            ),
            models.CheckConstraint(
                condition=Q(unit_key__isnull=True) | ~Q(unit_key__in=["", "*"]),
                name="access_grant_unit_is_named",
            ),
            # Two constraints, because SQLite counts two nulls as different: once in each unit, once everywhere.
            models.UniqueConstraint(
                fields=["person_key", "role", "unit_key", "start_date"], name="access_grant_once_in_a_unit"
            ),
            models.UniqueConstraint(
                fields=["person_key", "role", "start_date"],
                condition=Q(unit_key__isnull=True),
                name="access_grant_once_everywhere",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.person_key}: {self.role}"


class ApiToken(models.Model):
    """A key for the API: some of its owner's verbs, for a period. Only the hash of the key is kept."""

    account = models.ForeignKey(Account, on_delete=models.CASCADE, related_name="tokens", verbose_name=_("konto"))
    name = models.CharField(_("navn"), max_length=100)
    hashed_key = models.CharField(max_length=64, unique=True)
    verbs = models.JSONField(_("handlinger"))
    created_at = models.DateTimeField(_("oprettet"))
    expires_at = models.DateTimeField(_("udløber"))
    used_at = models.DateTimeField(_("senest brugt"), null=True, blank=True)
    revoked_at = models.DateTimeField(_("tilbagekaldt"), null=True, blank=True)

    class Meta:
        verbose_name = _("API-nøgle")
        verbose_name_plural = _("API-nøgler")
        constraints = [
            models.CheckConstraint(condition=Q(expires_at__gt=F("created_at")), name="access_token_lives"),
            models.CheckConstraint(condition=~Q(name=""), name="access_token_has_name"),
        ]

    def __str__(self) -> str:
        return self.name
