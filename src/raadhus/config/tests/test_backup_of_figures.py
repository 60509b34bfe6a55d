"""Released figures and the key of their noise go into a backup and come back; the tables about people do not."""

import io

from raadhus.config.backup.figures import FIGURES, empty_figures, figure_files, key_file, put_figure, put_key


def test_what_is_published_and_the_key_come_back_and_tables_about_people_stay_out(settings, tmp_path):
    settings.PERSONNEL_FOLDER = tmp_path / "personnel"
    names = ("published/1/cube.duckdb", "published/1/manifest.json", "private/1/terms/2025-01.json.gz")
    for name in names:
        put_figure(name, io.BytesIO(name.encode()))
    put_key(io.BytesIO(b"k" * 32))
    (settings.PERSONNEL_FOLDER / "private" / "1" / "stretches.parquet").write_bytes(b"people")
    (settings.PERSONNEL_FOLDER / "published" / ".draft-2-x").mkdir()
    (settings.PERSONNEL_FOLDER / "published" / ".draft-2-x" / "cube.duckdb").write_bytes(b"half")
    kept = {member.removeprefix(FIGURES): path.read_bytes() for member, path in figure_files()}
    assert kept == {name: name.encode() for name in names}
    empty_figures()
    assert list(figure_files()) == []
    assert key_file().read_bytes() == b"k" * 32
    assert key_file().stat().st_mode & 0o077 == 0
