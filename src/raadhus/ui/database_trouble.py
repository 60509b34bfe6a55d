"""What is wrong when the database cannot answer a command: which of the known troubles it is, and what to do about it."""

_NOT_READY = (
    "databasen er ikke gjort klar: kør raadhus manage migrate, og kontrollér, at RAADHUS_DATA er den rigtige mappe."
)
_ANSWERS_NOT = "databasen svarer ikke: kontrollér RAADHUS_DATABASE, og at databasen kører."

# Both engines' own words, in small letters, first match first; SQLite's are fixed in its source, PostgreSQL's are in
# English wherever the server does not translate them, and its codes say the same.
_TROUBLES = (
    (("no such table", "no such column", "undefinedtable", "undefinedcolumn", "does not exist"), _NOT_READY),
    (
        ("database is locked", "database table is locked", "locknotavailable", "deadlockdetected"),
        "databasen er optaget af et andet program: intet er ændret. Vent lidt, og prøv igen.",
    ),
    (
        ("readonly database",),
        "databasen kan ikke skrives: kontrollér rettighederne til mappen i RAADHUS_DATA. Intet er ændret.",
    ),
    (("disk is full", "diskfull"), "disken er fuld: intet er ændret. Gør plads, og prøv igen."),
    (
        ("unable to open database file",),
        "databasefilen kan ikke åbnes: kontrollér RAADHUS_DATA, og at du har rettigheder til mappen.",
    ),
    (
        ("not a database", "malformed"),
        "databasefilen er beskadiget eller ikke en database: hent en sikkerhedskopi frem med raadhus restore.",
    ),
    (("connection", "connect to server"), _ANSWERS_NOT),
)


def sentence_about(error: BaseException) -> str | None:
    """Return what is wrong with the database and what to do, or None when the error is not one of the known troubles."""
    if not type(error).__module__.startswith("django.db"):
        return None
    cause = type(error.__cause__).__name__ if error.__cause__ else ""
    words = f"{cause} {error}".lower()
    return next((sentence for signs, sentence in _TROUBLES if any(sign in words for sign in signs)), None)
