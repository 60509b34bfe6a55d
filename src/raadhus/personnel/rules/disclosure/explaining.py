"""Every hole explains itself, in two Danish sentences: what is the matter, and where the reader finds more."""

from raadhus.personnel.rules.disclosure.lattice import Step
from raadhus.personnel.rules.disclosure.primary import Hole

_WHY = {
    Hole.TOO_FEW: "Vises ikke: færre end {least} personer.",
    Hole.ONE_STANDS_OUT: "Vises ikke for at beskytte enkeltpersoner.",
    Hole.PROTECTS: "Vises ikke for at beskytte en anden enhed.",
    Hole.WAITS: "Rettelsen vises ikke endnu: den gælder færre end {least} personer.",
}
_MORE = {
    Hole.TOO_FEW: "Tallet indgår i enheden ovenfor.",
    Hole.ONE_STANDS_OUT: "Tallet indgår i enheden ovenfor.",
    Hole.PROTECTS: "Sammen med andre tal ville det røbe en gruppe på færre end {least} personer.",
    Hole.WAITS: "Det tidligere tal står, til flere rettelser kan vises samlet.",
}


def explanation(why: Hole, least: int) -> str:
    """Return the two sentences shown in place of a figure; never 0, and never how many there are."""
    return f"{_WHY[why]} {_MORE[why]}".format(least=least)


def grid_explanation(step: Step | None, least: int) -> str:
    """Return the two sentences for a term that is not on the unit's grid (None: not even the year)."""
    if step is None:
        return f"Vises ikke: færre end {least} personer, også over hele året. Tallet indgår i enheden ovenfor."
    return (
        f"Enhedens tal vises pr. {step.label}, fordi den har færre end {least} personer i kortere perioder. "
        "Kortere perioder kunne trækkes fra hinanden."
    )


def blurred_note() -> str:
    """Return what stands at a figure that noise was laid on."""
    return "Let sløret for at beskytte enkeltpersoner; enhedernes tal lægger derfor ikke nøjagtigt op til summen."
