"""The second factor: its secrets are kept encrypted."""

import base64
import hashlib

from allauth.mfa.adapter import DefaultMFAAdapter
from cryptography.fernet import Fernet
from django.conf import settings

from raadhus.core.access.models import Account


class HouseSecondFactor(DefaultMFAAdapter):  # type: ignore[misc]  # the library ships no types
    """Secrets in the database are useless without the installation's key."""

    def encrypt(self, text: str) -> str:
        """Return a secret as it is stored."""
        return _cipher().encrypt(text.encode()).decode()

    def decrypt(self, encrypted_text: str) -> str:
        """Return the secret again."""
        return _cipher().decrypt(encrypted_text.encode()).decode()

    def get_totp_label(self, user: Account) -> str:
        """Return what the app on the telephone calls the account."""
        return user.email


def _cipher() -> Fernet:
    key = hashlib.sha256(f"raadhus second factor {settings.SECRET_KEY}".encode()).digest()
    return Fernet(base64.urlsafe_b64encode(key))
