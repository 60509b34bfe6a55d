"""Statements as rows: the one place that seals one, and the keys that it is sealed with."""

import json
import secrets
from dataclasses import dataclass, replace
from datetime import UTC, datetime

from django.conf import settings

from raadhus.kernel.actors import Actor
from raadhus.meetings.models.signing import MinutesLeaf, MinutesStatement, MinutesVersion, Signatory, SigningKey
from raadhus.meetings.rules.signing.leaves import SALT_BYTES, Leaf, Part
from raadhus.meetings.rules.signing.seals import PrivateKey, PublicKey
from raadhus.meetings.rules.signing.statements import Act, Remark, Sealed, Statement, statement_from


@dataclass(frozen=True, slots=True)
class Said:
    """What is to be sealed: the act, who and as what, and the remark with whether everybody may read it."""

    act: Act
    name: str
    part: str
    on_behalf_of: str = ""
    remark: str = ""
    remark_item: int | None = None
    remark_is_public: bool = False
    signatory: Signatory | None = None
    signed_by: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()


def moment(at: datetime) -> str:
    """Return an aware moment as a statement has it: 2026-03-02T09:00:00Z."""
    return at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def new_salt() -> str:
    """Return 32 fresh random bytes in hex."""
    return secrets.token_hex(SALT_BYTES)


def public_key_of(row: SigningKey) -> PublicKey:
    """Return the key as it is published."""
    ended, taken = (moment(one) if one else None for one in (row.ended_at, row.compromised_at))
    return PublicKey(row.public_key, moment(row.started_at), ended, taken)


def key_in_use(at: datetime) -> tuple[SigningKey, PrivateKey]:
    """Return the key that seals now. The first is made when it is needed; another secret makes another key."""
    newest = SigningKey.objects.order_by("-generation").first()
    if newest is not None and newest.ended_at is None:
        private = PrivateKey.derived(settings.SIGNING_KEY, newest.generation)
        if private.public_key == newest.public_key:
            return newest, private
        end_key(newest, at)
    generation = newest.generation + 1 if newest else 1
    private = PrivateKey.derived(settings.SIGNING_KEY, generation)
    made = PublicKey(private.public_key, moment(at))
    row, _ = SigningKey.objects.get_or_create(
        generation=generation, defaults={"key_id": made.key_id, "public_key": made.public_key, "started_at": at}
    )
    return row, private


def end_key(row: SigningKey, at: datetime, *, compromised: bool = False) -> None:
    """Take a key out of use; the next seal makes the next one."""
    row.ended_at = at
    row.compromised_at = at if compromised else None
    row.save(update_fields=["ended_at", "compromised_at"])


def leaf_of(row: MinutesLeaf, version: MinutesVersion) -> Leaf:
    """Return a stored leaf."""
    content = json.loads(row.content)
    return Leaf(str(version.meeting_id), version.number, row.position, Part(row.part), row.salt, content)


def sealed_of(row: MinutesStatement, *, closed: bool) -> Sealed:
    """Return a stored statement; its remark when it is for everybody, or when the closed ones are asked for too."""
    sealed = Sealed(statement_from(json.loads(row.payload)), row.signature)
    if row.remark_salt and (closed or row.remark_is_public):
        return replace(sealed, remark=Remark(row.remark_text, row.remark_salt, row.remark_item))
    return sealed


def add_statement(version: MinutesVersion, said: Said, *, author: Actor, at: datetime) -> MinutesStatement:
    """Seal what was said as the newest of the version's chain. The meeting is locked by the caller."""
    key, private = key_in_use(at)
    last = version.statements.order_by("-sequence").first()
    hashes = tuple(version.leaves.order_by("position").values_list("sha256", flat=True))
    remark = Remark(said.remark.strip(), new_salt(), said.remark_item) if said.remark.strip() else None
    statement = Statement(
        meeting=str(version.meeting_id),
        version=version.number,
        root=version.root,
        leaves=len(hashes),
        sequence=last.sequence + 1 if last else 1,
        previous=sealed_of(last, closed=False).hash if last else None,
        act=said.act,
        name=said.name,
        part=said.part,
        at=moment(at),
        key_id=key.key_id,
        on_behalf_of=said.on_behalf_of or None,
        remark_hash=remark.hash if remark else None,
        rule=version.rule,
        signed_by=said.signed_by,
        missing=said.missing,
        leaf_hashes=hashes if said.act is Act.COMPLETED else (),
    )
    return _kept(version, said, private.seal(statement), remark=remark, author=author, at=at)


def _kept(
    version: MinutesVersion, said: Said, sealed: Sealed, *, remark: Remark | None, author: Actor, at: datetime
) -> MinutesStatement:
    return MinutesStatement.objects.create(
        version=version,
        sequence=sealed.statement.sequence,
        act=said.act,
        signatory=said.signatory,
        payload=json.dumps(sealed.statement.payload, ensure_ascii=False, sort_keys=True),
        signature=sealed.signature,
        remark_text=remark.text if remark else "",
        remark_salt=remark.salt if remark else "",
        remark_item=said.remark_item,
        remark_is_public=said.remark_is_public,
        author_key=author.key,
        author_name=author.name[:200],
        made_at=at,
    )
