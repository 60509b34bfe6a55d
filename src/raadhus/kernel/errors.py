"""The errors that the house raises on purpose; their message is a sentence for the person at the screen."""


class DomainError(Exception):
    """Something a person asked for cannot be done; `str(error)` is one clear sentence in Danish.

    Raise a subclass that lives beside the code that raises it. Doors show the sentence; they never show a traceback.
    """


class WrongInput(DomainError):
    """A file or value is not usable. The sentence says what is wrong, where, and what to do. Commands exit with 2."""


class NotAllowed(DomainError):
    """The actor may not do this. The sentence names the verb's Danish label and never the closed content."""


class NotFound(DomainError):
    """There is no such thing, or the viewer may not know that there is."""


class Conflict(DomainError):
    """Somebody else changed the same thing in the meantime; nothing was lost or overwritten."""
