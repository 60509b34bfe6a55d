"""What the impact assessment of payroll's data is told about the law: each ground with its source, and whether it was read there."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Ground:
    """A rule that the handling rests on or is bound by. `is_verified`: we have read it at `address`; otherwise somebody must."""

    law: str
    says: str
    address: str = ""
    is_verified: bool = False


GROUND_LABELS = {
    "refund": "Arbejdsgiveren kan få sygedagpenge refunderet, når fraværet anmeldes og refusionen søges i tide.",
    "cause": "Arbejdsgiveren har som hovedregel ikke ret til helbredsoplysninger i refusionssagen.",
    "told": "Medarbejderen skal ikke fortælle årsagen, men om det er arbejdsskade, graviditet eller § 56, fordi refusionen afhænger af det.",
    "kept": "Oplysninger må ikke gemmes længere end nødvendigt; den dataansvarlige beslutter og dokumenterer fristen.",
    "kle": "KLE har slettefrister, for eksempel et, fem, seks og ti år, som kommunen kan vælge imellem.",
    "days": "Antal sygedage regnes i vejledninger for almindelige oplysninger, sygdommens art for følsomme. Her er alt fravær følsomt.",
    "task": "Behandlingen sker som led i en myndigheds opgaver, en retlig forpligtelse og en ansættelsesaftale.",
    "health": "Helbredsoplysninger kan behandles, når arbejdsretlige forpligtelser kræver det.",
    "cpr": "Myndigheder kan behandle CPR-numre for at identificere entydigt. Her afvises de, til databeskyttelsesrådgiveren tillader dem.",
    "five": "Fem år efter fratrædelsen omtales som tilsynets norm; vi har ikke fundet den skrevet.",
}
GROUNDS = (
    Ground(
        "Sygedagpengeloven §§ 30, 40 og 59",
        GROUND_LABELS["refund"],
        "https://danskelove.dk/sygedagpengeloven/30",
        is_verified=True,
    ),
    Ground(
        "Sygedagpengeloven § 68 a",
        GROUND_LABELS["cause"],
        "http://www.socialjura.dk/content-storage/regler/2018/vejl-10077-af-1912-2018/",
        is_verified=True,
    ),
    Ground(
        "En kommunes retningslinje om sygefravær",
        GROUND_LABELS["told"],
        "https://vejen.dk/job/personalepolitik/retningslinje-for-opfoelgning-paa-sygefravaer",
        is_verified=True,
    ),
    Ground(
        "Databeskyttelsesforordningen, artikel 5, stk. 1, litra e",
        GROUND_LABELS["kept"],
        "https://www.sikkerdigital.dk/myndighed/databeskyttelse-og-gdpr/sletning-af-personoplysninger/slettefrister",
        is_verified=True,
    ),
    Ground(
        "KLE's slettefrister",
        GROUND_LABELS["kle"],
        "https://www.kle-online.dk/slettefrister/P2190D_1759271562",
        is_verified=True,
    ),
    Ground(
        "Vejledning om registrering af sygdom",
        GROUND_LABELS["days"],
        "https://brugdata.dk/hvordan-registrerer-man-sygdom-uden-dele-persondata",
        is_verified=True,
    ),
    Ground("Databeskyttelsesforordningen, artikel 6, stk. 1, litra b, c og e", GROUND_LABELS["task"]),
    Ground(
        "Databeskyttelsesforordningen, artikel 9, stk. 2, litra b, og databeskyttelsesloven § 7, stk. 2, og § 12",
        GROUND_LABELS["health"],
    ),
    Ground("Databeskyttelsesloven § 11", GROUND_LABELS["cpr"]),
    Ground("Datatilsynets praksis", GROUND_LABELS["five"]),
)
