"""What the scripts of the writing page say, in the reader's language."""

from django.utils.translation import gettext as _


def editor_words() -> dict[str, str]:
    """Return the sentences by the names that the scripts know; {name} is filled in by them."""
    return {
        "text": _("Tekst"),
        "recommendation": _("Indstilling"),
        "ready": _("Alt er gemt"),
        "saved": _("Gemt kl. {time}"),
        "saving": _("Gemmer …"),
        "offline": _("Ingen forbindelse: {count} ændringer venter på denne maskine"),
        "offlineOne": _("Ingen forbindelse: 1 ændring venter på denne maskine"),
        "loginOne": _("Du er logget ud: 1 ændring venter på denne maskine"),
        "login": _("Du er logget ud: {count} ændringer venter på denne maskine"),
        "refused": _("Ikke gemt: {sentence} Teksten ligger på denne maskine."),
        "conflict": _("Konflikt: vælg, hvad der skal stå"),
        "conflictHeading": _("To har skrevet i den samme tekst"),
        "conflictHelp": _(
            "Du kan også rette i din tekst herunder, så den rummer begge dele, og så gemme din. "
            "Den tekst, du ikke vælger, står stadig under Versioner."
        ),
        "mine": _("Gem min tekst"),
        "theirs": _("Brug den andens tekst"),
        "both": _("Flet de to"),
        "myText": _("Det, du har skrevet"),
        "theirText": _("Det, {name} skrev kl. {time}"),
        "also": _("{names} skriver også her"),
        "structure": _("En anden har tilføjet, flyttet eller fjernet et afsnit. Hent siden igen for at se det."),
        "restored": _("Tekst, som ikke var gemt, er hentet frem fra denne maskine. Den blev skrevet kl. {time}."),
        "orphaned": _(
            "På denne maskine ligger tekst til et afsnit, som er fjernet. Læg afsnittet tilbage for at få den frem."
        ),
        "notYet": _("Noget er ikke gemt endnu. Prøv igen, når der står »Gemt«."),
        "notStarted": _("Editoren kunne ikke hente sagen. Hent siden igen."),
        "tooLarge": _("Det, du vil indsætte, er for stort. Læg det som bilag, eller indsæt det i mindre dele."),
        "cannotFix": _("Stedet er ikke til at finde med sikkerhed. Ret det i teksten."),
        "badLink": _("Et link skal føre til en adresse, der begynder med http, https, mailto eller tel."),
    }
