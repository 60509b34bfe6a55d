"""The publication through the API and from the command line: the same as on the pages, and no more."""

import pytest
from click.testing import CliRunner

from raadhus.config.cli import main
from raadhus.kernel.roles import Role
from raadhus.personnel.models import Publication

API = "/api/personnel"
JSON = "application/json"


@pytest.fixture
def hr(house, client_of):
    return client_of(Role.HR)


def test_a_publication_goes_all_the_way(released, hr, client_of):
    made = hr.post(f"{API}/publication-drafts", {"year": 2025}, content_type=JSON).json()
    draft = f"{API}/publication-drafts/{made['key']}"
    wrote = {"text": "Ord", "revision": 0}
    assert hr.put(f"{draft}/comments/alder", wrote, content_type=JSON).json()["revision"] == 1
    assert hr.put(f"{draft}/comments/alder", {**wrote, "text": "x"}, content_type=JSON).status_code == 409
    assert hr.get(f"{draft}/check").status_code == 404
    assert client_of(None).get(f"{API}/publications/2025").status_code == 404
    assert hr.post(f"{draft}/publish").json()["state"] == "published"
    assert hr.get(f"{draft}/check").json() == {"is_intact": True, "is_frozen": False, "differs": []}
    out = client_of(None).get(f"{API}/publications/2025").json()
    assert (out["content"]["release"], len(out["content_sha256"])) == (1, 64)
    assert client_of(None).get(f"{API}/publications/2025/files/pdf").content.startswith(b"%PDF")
    assert hr.post(f"{draft}/case").json()["state"] == "proposed"
    assert hr.post(f"{draft}/withdraw", {"reason": "Fejl"}, content_type=JSON).json()["state"] == "withdrawn"
    assert client_of(None).get(f"{API}/publications").json() == []


def test_drafts_are_for_their_makers(draft, client_of):
    address = f"{API}/publication-drafts/{draft.pk}"
    assert client_of(Role.EMPLOYEE).get(address).status_code == 403
    assert client_of(Role.SECRETARY).get(address).json()["state"] == "draft"
    assert client_of(Role.SECRETARY).post(f"{address}/publish").status_code == 403
    assert client_of(None).get(f"{API}/publications").json() == []


def test_the_command_writes_files_and_says_what_is_missing(draft, tmp_path):
    written = CliRunner().invoke(main, ["personnel", "publication", "2025", "--xlsx", str(tmp_path / "t.xlsx")])
    assert (written.exit_code, (tmp_path / "t.xlsx").read_bytes()[:2]) == (0, b"PK")
    assert CliRunner().invoke(main, ["personnel", "publication", "2025"]).exit_code == 2
    gone = CliRunner().invoke(main, ["personnel", "publication", "2019", "--pdf", str(tmp_path / "t.pdf")])
    assert gone.exit_code != 0
    assert Publication.objects.count() == 1
