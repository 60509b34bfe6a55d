"""The templates that come with the house. Their wording is ours; a municipality changes them or makes its own."""

from raadhus.meetings.rules.body_names import BODY_PLACE
from raadhus.meetings.rules.case_templates import TemplateContent, TemplateSection
from raadhus.meetings.rules.drafts import CaseType
from raadhus.meetings.rules.reading import SectionKind

_BACKGROUND = TemplateSection(
    SectionKind.BACKGROUND,
    "Baggrund",
    "Hvorfor kommer sagen nu, og hvem har bedt om den? Nævn tidligere behandlinger med organ og dato. Højst ti linjer.",
)
_STATEMENT = TemplateSection(
    SectionKind.STATEMENT,
    "Sagsfremstilling",
    "Hvad er fakta? Skriv konklusionen først. Er der flere løsninger, så giv dem samme navne her som i indstillingen.",
)
_ASSESSMENT = TemplateSection(
    SectionKind.ASSESSMENT,
    "Vurdering",
    "Hvad mener administrationen om fakta? Hold det adskilt fra sagsfremstillingen.",
)
_ECONOMY = TemplateSection(
    SectionKind.ECONOMY,
    "Økonomi",
    "Hvad koster det, hvornår, og hvor tages pengene fra? Skriv »Ingen«, hvis det er svaret.",
)
_PROCESS = TemplateSection(
    SectionKind.PROCESS,
    "Videre proces",
    "Hvem gør hvad hvornår, når beslutningen er truffet? Navn og dato på hvert skridt.",
)

# Key, name and content, in the order of the list.
BUILT_IN: tuple[tuple[str, str, TemplateContent], ...] = (
    (
        "beslutningssag",
        "Beslutningssag",
        TemplateContent(
            sections=(_BACKGROUND, _STATEMENT, _ASSESSMENT, _ECONOMY, _PROCESS),
            recommendations=("godkender …",),
            lead=f"Det indstilles, at {BODY_PLACE}",
            minutes=15,
        ),
    ),
    (
        "orienteringssag",
        "Orienteringssag",
        TemplateContent(
            sections=(_BACKGROUND, _STATEMENT, _PROCESS),
            recommendations=("tager orienteringen til efterretning",),
            lead=f"Det indstilles, at {BODY_PLACE}",
            case_type=CaseType.INFORMATION.value,
            minutes=10,
        ),
    ),
    (
        "droeftelse",
        "Drøftelse",
        TemplateContent(
            sections=(
                _BACKGROUND,
                TemplateSection(
                    SectionKind.STATEMENT,
                    "Oplæg til drøftelse",
                    "Stil to eller tre spørgsmål, som mødet skal tage stilling til.",
                ),
                _PROCESS,
            ),
            recommendations=("drøfter oplægget",),
            lead=f"Det indstilles, at {BODY_PLACE}",
            case_type=CaseType.DISCUSSION.value,
            minutes=20,
        ),
    ),
    (
        "godkendelse-af-dagsorden",
        "Godkendelse af dagsorden",
        TemplateContent(
            sections=(_STATEMENT,),
            recommendations=("dagsordenen godkendes",),
            title="Godkendelse af dagsorden",
            minutes=5,
            place="first",
        ),
    ),
    (
        "oevrige-sager",
        "Øvrige sager",
        TemplateContent(
            sections=(TemplateSection(SectionKind.STATEMENT, "Øvrige sager", "Korte punkter uden indstilling."),),
            title="Øvrige sager",
            case_type=CaseType.INFORMATION.value,
            minutes=10,
            place="last",
        ),
    ),
)
