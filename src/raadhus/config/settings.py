"""The one settings file. Everything that differs between installations comes from RAADHUS_* variables."""

import contextlib
import os
import secrets
import sys
import time
from importlib.resources import files
from pathlib import Path
from urllib.parse import unquote, urlparse

from raadhus.config import environment

PACKAGE = Path(__file__).resolve().parent.parent
DATA = Path(environment.text("RAADHUS_DATA", "data")).resolve()

DEBUG = environment.flag("RAADHUS_DEBUG")


def _kept_secret(variable: str, file_name: str) -> str:
    """Return the configured secret, or make one on first start and keep it in the data directory, readable by the owner only."""
    configured = environment.text(variable)
    if configured:
        return configured
    file = DATA / file_name
    DATA.mkdir(parents=True, exist_ok=True)
    # Of several processes that start at once, the one that creates the file decides; the others wait until it is written.
    with (
        contextlib.suppress(FileExistsError),
        os.fdopen(os.open(file, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600), "w") as made,
    ):
        made.write(secrets.token_urlsafe(50))
    for _attempt in range(50):
        kept = file.read_text(encoding="utf-8").strip()
        if kept:
            return kept
        time.sleep(0.02)
    raise environment.BadSetting(f"{file} er tom. Læg nøglen tilbage fra en sikkerhedskopi, eller angiv {variable}.")


def _database() -> dict[str, object]:
    """SQLite in the data directory, or the PostgreSQL that RAADHUS_DATABASE names as postgresql://user:password@host/name."""
    address = environment.text("RAADHUS_DATABASE")
    if not address:
        DATA.mkdir(parents=True, exist_ok=True)
        return {
            "ENGINE": "django.db.backends.sqlite3",
            "NAME": DATA / "raadhus.sqlite3",
            # Opening the file costs as much as a third of a page; 60 seconds as with PostgreSQL.
            "CONN_MAX_AGE": 60,
            "OPTIONS": {
                "transaction_mode": "IMMEDIATE",
                "timeout": 20,
                "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA foreign_keys=ON;",
            },
        }
    parts = urlparse(address)
    if parts.scheme not in {"postgresql", "postgres"}:
        raise environment.BadSetting("RAADHUS_DATABASE: adressen skal begynde med postgresql://")
    query = dict(pair.split("=", 1) for pair in parts.query.split("&") if "=" in pair)
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": unquote(parts.path.lstrip("/")),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": unquote(query.get("host", parts.hostname or "")),
        "PORT": str(parts.port or ""),
        "CONN_MAX_AGE": 60,
    }


def _documents() -> dict[str, object]:
    """Kept files lie in the data directory, or in the bucket that RAADHUS_S3_BUCKET names (needs django-storages with boto3)."""
    bucket = environment.text("RAADHUS_S3_BUCKET")
    if not bucket:
        options: dict[str, object] = {
            "location": DATA / "files",
            "file_permissions_mode": 0o640,
            "directory_permissions_mode": 0o750,
        }
        return {"BACKEND": "raadhus.core.documents.storage.FolderStorage", "OPTIONS": options}
    options = {
        "bucket_name": bucket,
        "endpoint_url": environment.text("RAADHUS_S3_ENDPOINT") or None,
        "default_acl": "private",
    }
    return {"BACKEND": "storages.backends.s3.S3Storage", "OPTIONS": options}


SECRET_KEY = _kept_secret("RAADHUS_SECRET_KEY", "secret-key")
# Releases of personnel figures: "published" is what the pages read, "private" what the batch alone reads.
PERSONNEL_FOLDER = DATA / "personnel"
# E-mails about new figures carry none unless the municipality says so.
DIGEST_FIGURES = environment.flag("RAADHUS_DIGEST_FIGURES")
# Signs the audit trail. Never in the database: who can write there must not be able to forge the chain.
AUDIT_KEY = _kept_secret("RAADHUS_AUDIT_KEY", "audit-key")
# Seals signed minutes; the public keys that come of it are in the database, this never is.
SIGNING_KEY = _kept_secret("RAADHUS_SIGNING_KEY", "signing-key")
# How long a sealed segment of the trail is kept before it may be dropped whole: five years.
AUDIT_RETENTION_DAYS = environment.number("RAADHUS_AUDIT_RETENTION_DAYS", 1826)
ALLOWED_HOSTS = [host for host in environment.text("RAADHUS_HOSTS", "127.0.0.1,localhost,[::1]").split(",") if host]
DATABASES = {"default": _database()}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

INSTALLED_APPS = [
    "django.contrib.contenttypes",
    "django.contrib.auth",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django_linear_migrations",
    "django_htmx",
    "template_partials",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.socialaccount",
    "allauth.socialaccount.providers.openid_connect",
    "allauth.usersessions",
    "raadhus.ui.apps.UiConfig",
    "raadhus.core.audit.apps.AuditConfig",
    "raadhus.core.access.apps.AccessConfig",
    "raadhus.core.organisation.apps.OrganisationConfig",
    "raadhus.core.documents.apps.DocumentsConfig",
    "raadhus.core.workforce.apps.WorkforceConfig",
    "raadhus.core.obligations.apps.ObligationsConfig",
    "raadhus.core.cases.apps.CasesConfig",
    "raadhus.core.search.apps.SearchConfig",
    "raadhus.meetings.apps.MeetingsConfig",
    "raadhus.refunds.apps.RefundsConfig",
    "raadhus.personnel.apps.PersonnelConfig",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "csp.middleware.CSPMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "raadhus.config.api_errors.ApiProblemMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "raadhus.config.null_signs.NullSignMiddleware",
    "raadhus.config.framing.FramedMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "raadhus.core.access.middleware.sessions.SessionLifetimeMiddleware",
    "raadhus.core.access.middleware.doors.AccessMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "allauth.account.middleware.AccountMiddleware",
]

ROOT_URLCONF = "raadhus.config.urls"
WSGI_APPLICATION = "raadhus.config.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [PACKAGE / "core" / "access" / "templates"],  # our pages for logging in come before the library's
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.template.context_processors.i18n",
                "django.contrib.messages.context_processors.messages",
                "raadhus.config.context.house",
            ],
        },
    },
]

LANGUAGE_CODE = "da"
LANGUAGES = [("da", "Dansk"), ("en", "English")]
TIME_ZONE = "Europe/Copenhagen"
USE_I18N = True
USE_TZ = True

LOCALE_PATHS = [PACKAGE / "config" / "locale"]

# What the outside calls this installation; e-mails link to it.
ADDRESS = environment.text("RAADHUS_ADDRESS", "http://127.0.0.1:8000").rstrip("/")
# How the municipality writes its case numbers, as a regular expression, and an example for those who get it wrong.
CASE_NUMBER_PATTERN = environment.pattern("RAADHUS_CASE_NUMBER_PATTERN", r"\d{2}/\d{1,6}")
CASE_NUMBER_EXAMPLE = environment.text("RAADHUS_CASE_NUMBER_EXAMPLE", "25/4979")
MUNICIPALITY = environment.text("RAADHUS_MUNICIPALITY", "Eksempelkøbing Kommune")

STATIC_URL = "/static/"
# The editor's module, from its package: only the file is used, none of its code runs here (docs/decisions/1101).
STATICFILES_DIRS = [str(files("django_prose_editor") / "static")]
STATIC_ROOT = DATA / "static"
STATIC_ROOT.mkdir(parents=True, exist_ok=True)
# `raadhus demo` and `raadhus manage collectstatic` gather the files, compressed and with their fingerprint in the name;
# before that they are served from the package itself.
_COLLECTED = (STATIC_ROOT / "staticfiles.json").is_file() and not DEBUG
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {
        "BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"
        if _COLLECTED or {"collectstatic", "demo"} & set(sys.argv)
        else "django.contrib.staticfiles.storage.StaticFilesStorage"
    },
    "documents": _documents(),
}
# The largest file that is kept, and which kinds (media types separated by commas; empty: those in docs/rules/documents.md).
DOCUMENTS_MAX_BYTES = environment.number("RAADHUS_MAX_FILE_MB", 200) * 1_000_000
DOCUMENTS_ALLOWED_TYPES = [kind for kind in environment.text("RAADHUS_FILE_TYPES").split(",") if kind]
# ClamAV's daemon, "host:port" or the path of its socket; empty: files are not scanned for virus. When it must answer, a file
# that it did not look at is refused.
CLAMD = environment.text("RAADHUS_CLAMD")
CLAMD_REQUIRED = environment.flag("RAADHUS_CLAMD_REQUIRED", default=True)
# What the public may be given (docs/rules/publication.md): how large, which kinds, and which hosts are our inner net.
PUBLIC_FILE_MAX_BYTES = environment.number("RAADHUS_PUBLIC_FILE_MB", 50) * 1_000_000
_PUBLIC_KINDS = (
    "application/pdf,image/png,image/jpeg,text/plain,application/vnd.oasis.opendocument.text,"
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document,"
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet,"
    "application/vnd.openxmlformats-officedocument.presentationml.presentation"
)
PUBLIC_FILE_TYPES = [kind for kind in environment.text("RAADHUS_PUBLIC_FILE_TYPES", _PUBLIC_KINDS).split(",") if kind]
_INNER = "localhost,intranet,intranet.*,*.intranet,*.local,*.lan,*.internal,*.intern,*.corp,*.home.arpa"
INTERNAL_HOSTS = [host for host in environment.text("RAADHUS_INTERNAL_HOSTS", _INNER).split(",") if host]
# How many charts of personnel figures are drawn when a release is out, so that no reader waits for them.
CHARTS_AHEAD = environment.number("RAADHUS_CHARTS_AHEAD", 600)
# Hosts whose pages may show a chart of personnel figures in a frame, such as https://intranet.example; none unless named.
EMBED_HOSTS = [host for host in environment.text("RAADHUS_EMBED_HOSTS").split(",") if host]
# How long a reader's own notes are kept after the minutes were published; docs/rules/meeting-room.md.
NOTES_DAYS = environment.number("RAADHUS_NOTES_DAYS", 180)
# How much the attachments of a meeting taken along as one file may fill together.
OFFLINE_MAX_BYTES = environment.number("RAADHUS_OFFLINE_MAX_MB", 60) * 1_000_000
# Charts that have been drawn (ui/charts), and the fonts that they are drawn with: the documents' own.
CHARTS_FOLDER = DATA / "charts"
CHART_FONTS = PACKAGE / "core" / "documents" / "renderers" / "data" / "fonts"
WHITENOISE_MANIFEST_STRICT = False
WHITENOISE_USE_FINDERS = not _COLLECTED
WHITENOISE_AUTOREFRESH = DEBUG

CSRF_FAILURE_VIEW = "raadhus.config.errors.csrf_refused"
# Nothing inline, nothing from elsewhere.
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": ["'self'"],
        "img-src": ["'self'", "data:"],
        "object-src": ["'none'"],
        "base-uri": ["'none'"],
        "form-action": ["'self'"],
        "frame-ancestors": ["'none'"],
    }
}

# --- access: who logs in, and how (docs/rules/access.md) ---------------------------------------------------------------

_LOOPBACK = {"127.0.0.1", "localhost", "[::1]"}
# Cookies travel over https only, unless the house is served on this machine alone.
HTTPS = environment.flag("RAADHUS_HTTPS", default=bool(set(ALLOWED_HOSTS) - _LOOPBACK))
# How many proxies of ours stand in front; their word on the visitor's address and on https is believed, nobody else's.
_PROXIES = environment.number("RAADHUS_PROXIES", 0)

AUTH_USER_MODEL = "access.Account"
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.Argon2PasswordHasher"]
AUTH_PASSWORD_VALIDATORS = [
    {
        "NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator",
        "OPTIONS": {"user_attributes": ("name", "email", "person_key")},
    },
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.NumericPasswordValidator"},
]
PASSWORD_RESET_TIMEOUT = 60 * 60 * 24
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "/"
LOGOUT_REDIRECT_URL = "/"

# A session ends after some time without use, and after a working day whatever happens.
SESSION_IDLE_SECONDS = environment.number("RAADHUS_SESSION_IDLE_MINUTES", 120) * 60
SESSION_COOKIE_AGE = environment.number("RAADHUS_SESSION_HOURS", 12) * 60 * 60
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = HTTPS
SESSION_COOKIE_HTTPONLY = CSRF_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = "Lax"
SECURE_HSTS_SECONDS = 60 * 60 * 24 * 365 if HTTPS else 0
SECURE_REFERRER_POLICY = "same-origin"
if _PROXIES:
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
    SECURE_SSL_REDIRECT = HTTPS
ALLAUTH_TRUSTED_PROXY_COUNT = _PROXIES

# Rate limits are counted in the database, so that several processes and hosts count together.
CACHES = {"default": {"BACKEND": "django.core.cache.backends.db.DatabaseCache", "LOCATION": "raadhus_cache"}}

ACCOUNT_ADAPTER = "raadhus.core.access.adapters.accounts.HouseAccounts"
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*"]
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_EMAIL_UNKNOWN_ACCOUNTS = False
ACCOUNT_EMAIL_NOTIFICATIONS = True
ACCOUNT_EMAIL_SUBJECT_PREFIX = "raadhus: "
ACCOUNT_SESSION_REMEMBER = False
ACCOUNT_LOGOUT_ON_PASSWORD_CHANGE = False
ACCOUNT_DEFAULT_HTTP_PROTOCOL = "https" if HTTPS else "http"
ACCOUNT_RATE_LIMITS = {"login": "300/m/ip", "login_failed": "60/m/ip,5/5m/key", "reset_password": "10/m/ip,3/15m/key"}

MFA_ADAPTER = "raadhus.core.access.adapters.second_factor.HouseSecondFactor"
MFA_SUPPORTED_TYPES = ["totp", "recovery_codes"]
MFA_TOTP_ISSUER = MUNICIPALITY
# These roles work only with a second factor; `raadhus demo` asks nobody.
MFA_ROLES = [role for role in environment.text("RAADHUS_MFA_ROLES", "administrator,secretary").split(",") if role]

SOCIALACCOUNT_ADAPTER = "raadhus.core.access.adapters.municipal_login.HouseLogins"
SOCIALACCOUNT_LOGIN_ON_GET = True  # a form could not lead to the provider: the content security policy forbids it
SOCIALACCOUNT_EMAIL_AUTHENTICATION_AUTO_CONNECT = True
# Whom a first log-in through the provider belongs to: "email", "person_key" (the claim named below), or "none".
OIDC_LINK_BY = environment.text("RAADHUS_OIDC_LINK_BY", "email")
OIDC_PERSON_CLAIM = environment.text("RAADHUS_OIDC_PERSON_CLAIM", "person_key")
_OIDC_SERVER = environment.text("RAADHUS_OIDC_SERVER")
SOCIALACCOUNT_PROVIDERS = {
    "openid_connect": {
        "OAUTH_PKCE_ENABLED": True,
        "EMAIL_AUTHENTICATION": OIDC_LINK_BY == "email",
        "APPS": [
            {
                "provider_id": "kommunen",
                "name": environment.text("RAADHUS_OIDC_NAME", MUNICIPALITY),
                "client_id": environment.text("RAADHUS_OIDC_CLIENT_ID", "raadhus"),
                "secret": environment.text("RAADHUS_OIDC_SECRET"),
                "settings": {
                    "server_url": _OIDC_SERVER,
                    "verified_email": environment.flag("RAADHUS_OIDC_EMAIL_VERIFIED"),
                },
            }
        ]
        if _OIDC_SERVER
        else [],
    }
}

# --- e-mail: reminders. Without a server the mails are written to the log, so that nothing is lost in silence -----------

EMAIL_HOST = environment.text("RAADHUS_EMAIL_HOST")
EMAIL_PORT = environment.number("RAADHUS_EMAIL_PORT", 587)
EMAIL_HOST_USER = environment.text("RAADHUS_EMAIL_USER")
EMAIL_HOST_PASSWORD = environment.text("RAADHUS_EMAIL_PASSWORD")
EMAIL_USE_TLS = environment.flag("RAADHUS_EMAIL_TLS", default=True)
EMAIL_TIMEOUT = 30
EMAIL_BACKEND = f"django.core.mail.backends.{'smtp' if EMAIL_HOST else 'console'}.EmailBackend"
DEFAULT_FROM_EMAIL = environment.text("RAADHUS_EMAIL_FROM", "raadhus@localhost")
