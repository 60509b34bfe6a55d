"""Whether the released figures are what they were: each file against the hash in its manifest, and each manifest against the release."""

import json
from collections.abc import Iterator
from hashlib import sha256

from raadhus.personnel.models import Release
from raadhus.personnel.queries.cubes import published_folder


def damaged_releases() -> Iterator[str]:
    """Yield a Danish sentence for each release whose files are gone or changed."""
    for row in Release.objects.filter(state="published").order_by("number"):
        folder = published_folder(row.number or 0)
        manifest = folder / "manifest.json"
        again = "Hent udgivelsen fra en sikkerhedskopi."
        if not manifest.is_file():
            yield f"{row}: manifestet mangler. {again}"
            continue
        text = manifest.read_bytes()
        if row.manifest_sha256 and sha256(text).hexdigest() != row.manifest_sha256:
            yield f"{row}: manifestet er ændret, siden tallene blev udgivet. {again}"
            continue
        for name, expected in json.loads(text).get("files", {}).items():
            path = folder / name
            if not path.is_file() or sha256(path.read_bytes()).hexdigest() != expected:
                yield f"{row}: {name} mangler eller er ændret. {again}"
