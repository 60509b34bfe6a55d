"""Every hole explains itself, in two Danish sentences: what is the matter, and where the reader finds more."""

from raadhus.kernel.words import said
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


def grid_explanation(step: Step | None) -> str:
    """Return the two sentences for a term off the place's grid: the step that it is on, or None while the year has not shown which."""
    if step is None:
        return (
            "Vises ikke for så kort en periode: gruppen er for lille i mindst én af årets perioder. "
            "Tallet kommer pr. kvartal eller år, når kvartalet eller året er slut."
        )
    return (
        f"Vises pr. {step.label}, fordi ikke alle kortere perioder kan vises uden at røbe enkeltpersoner. "
        "Tal for perioder, der overlapper, kunne trækkes fra hinanden."
    )


def by_year_explanation(said: str) -> str:
    """Return the sentences of a hole in what is counted from November to November: there is no shorter period to look in either."""
    return f"{said} Det opgøres fra november til november og har hverken måneder eller kvartaler."


def is_hole(words: str) -> bool:
    """Return True for sentences that stand in place of a figure; a band ("færre end 5") is words in the middle of a line."""
    return words.endswith(".")


def blurred_note() -> str:
    """Return what stands at a figure that noise was laid on."""
    return said("Let sløret for at beskytte enkeltpersoner; enhedernes tal lægger derfor ikke nøjagtigt op til summen.")
