"""Minutes signed with invented keys, without a database, for tests of what verifies and what does not."""

import hashlib
import json
from dataclasses import replace
from itertools import count

from hypothesis import strategies as st

from raadhus.meetings.rules.signing.leaves import leaves_of
from raadhus.meetings.rules.signing.seals import PrivateKey, PublicKey
from raadhus.meetings.rules.signing.signed_file import read_signed, signed_file
from raadhus.meetings.rules.signing.statements import Act, Remark, Statement
from raadhus.meetings.rules.signing.tree import root_of
from raadhus.meetings.rules.signing.verification import verify
from raadhus.meetings.tests.meeting_strategies import MEETINGS

KEY = PrivateKey.derived("en hemmelighed", 1)
OTHER_KEY = PrivateKey.derived("en anden hemmelighed", 1)
PUBLISHED = PublicKey(KEY.public_key, "2031-01-01T00:00:00Z")
AT = "2031-03-05T10:00:00Z"


def salts():
    numbers = count()
    return lambda: hashlib.sha256(f"salt {next(numbers)}".encode()).hexdigest()


def has_text_that_can_be_signed(meeting):
    """Half characters are refused when minutes are put up; they are no text."""
    return "\\ud" not in ascii(meeting)


SIGNABLE = MEETINGS.filter(has_text_that_can_be_signed).map(lambda one: replace(one, id="m-1"))


def statements(leaves, acts=(Act.SIGNED, Act.COMPLETED), key=KEY, remarks=(), at=AT):
    root, chain = root_of([leaf.hash for leaf in leaves]).hex(), []
    told = dict(remarks)
    for number, act in enumerate(acts, start=1):
        remark = told.get(number)
        statement = Statement(
            meeting=leaves[0].meeting,
            version=leaves[0].version,
            root=root,
            leaves=len(leaves),
            sequence=number,
            previous=chain[-1].hash if chain else None,
            act=act,
            name="Alma Birk",
            part="chair",
            at=at,
            key_id=PublicKey(key.public_key, AT).key_id,
            remark_hash=remark.hash if remark else None,
            leaf_hashes=tuple(leaf.hash.hex() for leaf in leaves) if act is Act.COMPLETED else (),
        )
        chain.append(replace(key.seal(statement), remark=remark))
    return chain


def signed(meeting, *, closed=False, version=1, **chain):
    """Return the file of the signed meeting as JSON values."""
    leaves = leaves_of(meeting, version=version, new_salt=salts())
    said = statements(leaves, **chain)
    root = root_of([leaf.hash for leaf in leaves]).hex()
    file = signed_file(leaves, root, said, [PUBLISHED], closed=closed)
    return json.loads(json.dumps(file))


def verified(file, published=(PUBLISHED,)):
    return verify(read_signed(json.dumps(file).encode()), published)


def remark(text="Sluttidspunktet var 11.45.", item=None):
    return Remark(text, "ab" * 32, item)


def places(value, path=()):
    """Yield the path of every leaf value of JSON."""
    if isinstance(value, dict):
        for key, one in value.items():
            yield from places(one, (*path, key))
    elif isinstance(value, list):
        for number, one in enumerate(value):
            yield from places(one, (*path, number))
    else:
        yield path


def put(value, path, new):
    for step in path[:-1]:
        value = value[step]
    value[path[-1]] = new


def at(value, path):
    for step in path:
        value = value[step]
    return value


@st.composite
def altered(draw, file):
    """A file with one value exchanged for another of its sort, anywhere that matters."""
    copy = json.loads(json.dumps(file))
    free = {
        "valid_until",
        "compromised_at",
        "valid_from",
        "public_key",
        "key_id",
    }  # the file's own keys are not relied on
    path = draw(st.sampled_from([one for one in places(copy) if one[0] != "keys" or one[-1] not in free]))
    old = at(copy, path)
    new = draw(_other(old))
    put(copy, path, new)
    return copy, path


def _other(old):
    if isinstance(old, bool) or old is None:
        return st.text(min_size=1, max_size=3)
    if isinstance(old, int):
        return st.integers(0, 99).filter(lambda one: one != old)
    if old and set(old) <= set("0123456789abcdef") and len(old) % 2 == 0:
        flipped = ("0" if old[0] != "0" else "1") + old[1:]
        return st.just(flipped)
    return st.text(st.characters(exclude_categories=["Cs"]), max_size=9).filter(lambda one: one != old)
