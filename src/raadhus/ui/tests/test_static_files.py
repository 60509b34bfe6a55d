"""What the style sheets ask for is there."""

import re
from pathlib import Path

import pytest
from django.core.management import call_command

STATIC = Path(__file__).parent.parent / "static"


def test_every_file_that_a_style_sheet_names_exists():
    missing = []
    for sheet in STATIC.rglob("*.css"):
        named = re.findall(r"url\(['\"]?(?!data:|#)([^'\")?#]+)", sheet.read_text(encoding="utf-8"))
        missing += [f"{sheet.name}: {name}" for name in named if not (sheet.parent / name).is_file()]
    assert missing == []


@pytest.mark.filterwarnings("ignore:The hash for")
def test_static_files_can_be_collected_with_their_hashes(settings, tmp_path):
    settings.STATIC_ROOT = tmp_path
    settings.STORAGES = {
        **settings.STORAGES,
        "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
    }
    call_command("collectstatic", interactive=False, verbosity=0)
    assert (tmp_path / "staticfiles.json").is_file()
