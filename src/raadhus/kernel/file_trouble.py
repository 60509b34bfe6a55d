"""Why a file or folder cannot be used, in Danish: the system's own words are English."""

import errno

_REASONS = {
    errno.ENOENT: "findes ikke",
    errno.ENOTDIR: "en del af stien er ikke en mappe",
    errno.EISDIR: "er en mappe",
    errno.EEXIST: "findes allerede",
    errno.ENOTEMPTY: "mappen er ikke tom",
    errno.EACCES: "du har ikke rettigheder til den",
    errno.EPERM: "du har ikke rettigheder til den",
    errno.EROFS: "drevet kan kun læses",
    errno.ENOSPC: "disken er fuld: gør plads, og prøv igen",
    errno.EDQUOT: "din plads på disken er brugt: gør plads, og prøv igen",
    errno.EFBIG: "filen bliver for stor",
    errno.ENAMETOOLONG: "navnet er for langt",
    errno.EMFILE: "for mange filer er åbne på én gang",
    errno.ENFILE: "for mange filer er åbne på én gang",
    errno.EADDRINUSE: "porten er i brug af et andet program: vælg en anden",
    errno.EADDRNOTAVAIL: "maskinen har ikke den adresse",
    errno.ECONNREFUSED: "der svarer ingen",
    errno.EIO: "disken kan ikke læses eller skrives",
}


def reason(error: OSError) -> str:
    """Return why the system refused a file, as it can stand after the file's name; the system's words for what is rare."""
    known = _REASONS.get(error.errno) if error.errno else None
    return known or error.strerror or str(error) or type(error).__name__
