"""Does a file of signed minutes hold what was signed? Needs the file, and the municipality's published keys; no database."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from raadhus.meetings.rules.sentences import Sentence
from raadhus.meetings.rules.signing.canonical import NotCanonical
from raadhus.meetings.rules.signing.leaves import Leaf, Part, item_at, part_at
from raadhus.meetings.rules.signing.seals import PublicKey, is_sealed_by, key_named
from raadhus.meetings.rules.signing.signed_file import FiledLeaf, SignedFile
from raadhus.meetings.rules.signing.statements import ANSWERS, Act, Sealed
from raadhus.meetings.rules.signing.tree import root_of


@dataclass(frozen=True, slots=True)
class Flaw:
    """One thing that does not verify. `item` is the item's place from 1, None when it is not about one item."""

    code: str
    message: Sentence
    item: int | None = None


@dataclass(frozen=True, slots=True)
class CheckedItem:
    """What was found about one item: as shown in the file, and whether its closed part was there to be verified too."""

    place: int
    number: str
    title: str
    is_whole: bool
    holds: bool


@dataclass(frozen=True, slots=True)
class Report:
    """What was verified. `trusted` is None when no published keys were given to compare with."""

    meeting: str
    header: dict[str, Any]
    items: tuple[CheckedItem, ...]
    statements: tuple[Sealed, ...]
    key_ids: tuple[str, ...]
    flaws: tuple[Flaw, ...]
    trusted: bool | None

    @property
    def holds(self) -> bool:
        """True when everything that is there is what was signed."""
        return not self.flaws


def verify(file: SignedFile, published: Sequence[PublicKey] | None = None) -> Report:
    """Return what can be said about the file. `published` are the keys from the municipality's own address.

    Without them the keys in the file itself are used: then only that the file agrees with itself is shown.
    """
    flaws = [*_leaf_flaws(file), *_tree_flaws(file), *_chain_flaws(file), *_seal_flaws(file, published)]
    broken = {flaw.item for flaw in flaws}
    contents = {leaf.position: leaf.content for leaf in file.leaves}
    shown = [leaf for leaf in file.leaves if leaf.part is Part.PUBLIC and leaf.content is not None]
    return Report(
        meeting=file.meeting,
        header=contents.get(0) or {},
        items=tuple(_checked(leaf, contents.get(leaf.position + 1) is not None, broken) for leaf in shown),
        statements=file.statements,
        key_ids=tuple(dict.fromkeys(one.statement.key_id for one in file.statements)),
        flaws=tuple(flaws),
        trusted=None if published is None else not any(flaw.code == "foreign_key" for flaw in flaws),
    )


def _checked(leaf: FiledLeaf, is_whole: bool, broken: set[int | None]) -> CheckedItem:  # noqa: FBT001 - said by its name at the one call
    content, place = leaf.content or {}, item_at(leaf.position) or 0
    number, title = str(content.get("number") or ""), str(content.get("title") or "")
    return CheckedItem(place, number, title, is_whole, place not in broken)


def _leaf_flaws(file: SignedFile) -> Iterator[Flaw]:
    for place, leaf in enumerate(file.leaves):
        if leaf.position != place or leaf.part is not part_at(place):
            sentence = Sentence(
                "Filens punkter er flyttet, gentaget eller taget ud (plads %(place)s).", place=str(place)
            )
            yield Flaw("moved", sentence, item_at(place))
        elif leaf.content is None:
            if leaf.part is not Part.CLOSED:
                yield Flaw("missing", _about(leaf, "mangler i filen, men skal kunne ses."), item_at(place))
        elif _hash_of(file, leaf) != leaf.hash:
            yield Flaw("changed", _about(leaf, "er ikke det, der blev underskrevet."), item_at(place))
    count = _count(file)
    if len(file.leaves) != 2 * count + 1:
        yield Flaw("count", Sentence("Filen har ikke alle referatets punkter, eller den har for mange."))


def _count(file: SignedFile) -> int:
    header = file.leaves[0].content if file.leaves else None
    items = (header or {}).get("items")
    return items if isinstance(items, int) else -1


def _hash_of(file: SignedFile, leaf: FiledLeaf) -> str | None:
    made = Leaf(file.meeting, file.version, leaf.position, leaf.part, leaf.salt or "", leaf.content or {})
    try:
        return made.hash.hex()
    except NotCanonical:
        return None


# What is said about a leaf, whole sentences each, so that they can be said in another language too.
_HEADER_LABELS = {
    "er ikke det, der blev underskrevet.": "Mødets oplysninger (dato, sted, deltagere) er ikke det, der blev underskrevet.",
    "mangler i filen, men skal kunne ses.": "Mødets oplysninger mangler i filen, men skal kunne ses.",
}


def _about(leaf: FiledLeaf, what: str) -> Sentence:
    if leaf.part is Part.HEADER:
        return Sentence(_HEADER_LABELS[what])
    number = str((leaf.content or {}).get("number") or item_at(leaf.position))
    if what.startswith("mangler"):
        return Sentence("Punkt %(number)s mangler i filen, men skal kunne ses.", number=number)
    if leaf.part is Part.CLOSED:
        return Sentence("Den lukkede del af punkt %(number)s er ikke det, der blev underskrevet.", number=number)
    return Sentence("Punkt %(number)s er ikke det, der blev underskrevet.", number=number)


def _tree_flaws(file: SignedFile) -> Iterator[Flaw]:
    hashes = [leaf.hash for leaf in file.leaves]
    if not hashes or root_of([bytes.fromhex(one) for one in hashes]).hex() != file.root:
        yield Flaw("root", Sentence("Punkterne giver ikke tilsammen den sum, der blev underskrevet."))
    for statement in (one.statement for one in file.statements):
        if (statement.meeting, statement.version) != (file.meeting, file.version):
            yield Flaw("another", Sentence("En underskrift hører til et andet møde eller en anden version."))
        elif (statement.root, statement.leaves) != (file.root, len(hashes)):
            yield Flaw("another", Sentence("En underskrift er givet på noget andet end det, filen viser."))
        if statement.act is Act.COMPLETED:
            yield from _listed(file, statement.leaf_hashes)


def _listed(file: SignedFile, signed: Sequence[str]) -> Iterator[Flaw]:
    """Compare with the signed list of leaf hashes: it says which item, also when leaf and hash were both exchanged."""
    for leaf, known in zip(file.leaves, signed, strict=False):
        if leaf.hash != known:
            yield Flaw("changed", _about(leaf, "er ikke det, der blev underskrevet."), item_at(leaf.position))


def _chain_flaws(file: SignedFile) -> Iterator[Flaw]:
    chain = file.statements
    for number, one in enumerate(chain, start=1):
        before = chain[number - 2].hash if number > 1 else None
        if (one.statement.sequence, one.statement.previous) != (number, before):
            yield Flaw("chain", Sentence("Underskrift %(number)s hænger ikke sammen med den før.", number=str(number)))
        bound = one.statement.remark_hash
        if one.remark is not None and one.remark.hash != bound:
            sentence = Sentence("Bemærkningen fra %(name)s er ikke den, der blev skrevet.", name=one.statement.name)
            yield Flaw("remark", sentence, one.remark.item)
    acts = [one.statement.act for one in chain]
    completed = acts.index(Act.COMPLETED) if Act.COMPLETED in acts else len(acts)
    if completed == len(acts):
        yield Flaw("incomplete", Sentence("Referatet er ikke endeligt underskrevet."))
    if any(act not in ANSWERS for act in acts[:completed]) or any(
        act is not Act.ADDED for act in acts[completed + 1 :]
    ):
        yield Flaw("order", Sentence("Underskrifter og tilføjelser står i en rækkefølge, som ikke kan være rigtig."))
    if any(later.statement.at < earlier.statement.at for earlier, later in pairwise(chain)):
        yield Flaw("time", Sentence("En underskrift er dateret før den, der går forud for den."))


def _seal_flaws(file: SignedFile, published: Sequence[PublicKey] | None) -> Iterator[Flaw]:
    keys = file.keys if published is None else published
    for number, one in enumerate(file.statements, start=1):
        key = key_named(one.statement.key_id, keys)
        said = {"number": str(number), "name": one.statement.name}
        if key is None:
            sentence = Sentence("Underskrift %(number)s (%(name)s) er ikke sat med en nøgle, som kommunen har.", **said)
            yield Flaw("foreign_key", sentence)
        elif not is_sealed_by(one, key):
            yield Flaw("signature", Sentence("Underskrift %(number)s (%(name)s) er ikke ægte.", **said))
        elif not key.was_valid(one.statement.at):
            sentence = Sentence("Underskrift %(number)s (%(name)s) er sat med en nøgle uden for dens periode.", **said)
            yield Flaw("expired_key", sentence)
        elif key.compromised_at is not None:
            sentence = Sentence("Nøglen bag underskrift %(number)s (%(name)s) er meldt misbrugt.", **said)
            yield Flaw("compromised_key", sentence)
