"""The installation's seal: Ed25519 keys with a period of validity, made from one secret and a generation."""

import hashlib
import hmac
from collections.abc import Iterable
from dataclasses import dataclass

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from raadhus.meetings.rules.signing.statements import Sealed, Statement

_KEY_ID_LENGTH = 16


@dataclass(frozen=True, slots=True)
class PublicKey:
    """A published key: 32 bytes in hex, and when it was in use, in the form of a statement's `at`.

    `compromised_at` is when somebody else may have got hold of the secret.
    """

    public_key: str
    valid_from: str
    valid_until: str | None = None
    compromised_at: str | None = None

    @property
    def key_id(self) -> str:
        """The key's short name: the first 16 hex digits of the SHA-256 of its bytes."""
        return hashlib.sha256(bytes.fromhex(self.public_key)).hexdigest()[:_KEY_ID_LENGTH]

    def was_valid(self, at: str) -> bool:
        """Return True when the key was in use at the moment; the form sorts as time does."""
        return self.valid_from <= at and (self.valid_until is None or at <= self.valid_until)


@dataclass(frozen=True, slots=True)
class PrivateKey:
    """The key that seals; derived, never stored: the same secret and generation give the same key."""

    private: Ed25519PrivateKey

    @classmethod
    def derived(cls, secret: str, generation: int) -> "PrivateKey":
        """Return the key of a generation. The secret lies outside the database, as the audit key does."""
        seed = hmac.digest(secret.encode(), f"raadhus-signing/1/{generation}".encode(), "sha256")
        return cls(Ed25519PrivateKey.from_private_bytes(seed))

    @property
    def public_key(self) -> str:
        """The public key in hex."""
        return self.private.public_key().public_bytes_raw().hex()

    def seal(self, statement: Statement) -> Sealed:
        """Return the statement with the installation's signature."""
        return Sealed(statement, self.private.sign(statement.message).hex())


def key_named(key_id: str, keys: Iterable[PublicKey]) -> PublicKey | None:
    """Return the key of this name, or None."""
    return next((key for key in keys if key.key_id == key_id), None)


def is_sealed_by(sealed: Sealed, key: PublicKey) -> bool:
    """Return True when the signature is that key's over this statement."""
    public = Ed25519PublicKey.from_public_bytes(bytes.fromhex(key.public_key))
    try:
        public.verify(bytes.fromhex(sealed.signature), sealed.statement.message)
    except InvalidSignature:
        return False
    return True
