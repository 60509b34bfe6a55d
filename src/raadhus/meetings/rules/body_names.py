"""A body's name as it stands in running text."""

# Where a template's words are to name the body.
BODY_PLACE = "{organ}"


def in_sentence(name: str) -> str:
    """Return the name as it stands inside a sentence: "Direktionen" is "direktionen"; an abbreviation such as "ISU" stays."""
    if len(name) > 1 and name[1].islower():
        return name[0].lower() + name[1:]
    return name


def with_body(text: str, name: str) -> str:
    """Return a template's words with the body's name where they ask for it."""
    return text.replace(BODY_PLACE, in_sentence(name))
