"""Reading anchors that were kept outside the database."""

from pathlib import Path

from raadhus.core.audit.rules.anchors import FILE_NAME, anchors_of
from raadhus.core.audit.rules.chain import Anchor
from raadhus.kernel.errors import WrongInput

_LARGEST = 50_000_000


def read_anchor_file(path: Path) -> tuple[Anchor, ...]:
    """Return the anchors of a file. Raises WrongInput when it is not one."""
    try:
        if path.stat().st_size > _LARGEST:
            raise WrongInput(f"{path}: filen er for stor til at være en ankerfil.")
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise WrongInput(f"{path}: filen kan ikke læses som en ankerfil ({error}).") from error
    try:
        return anchors_of(text)
    except ValueError as error:
        raise WrongInput(f"{path}: {error}") from error


def kept(folder: Path) -> tuple[Anchor, ...]:
    """Return the anchors that this installation has kept itself; none before the first segment was sealed."""
    path = folder / FILE_NAME
    return read_anchor_file(path) if path.exists() else ()
