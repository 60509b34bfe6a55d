"""Lines of a PDF that stand in columns and are no table."""

import typst

from raadhus.core.documents.text import LineKind, read_document

PAGE = """
#set page(width: 15cm, height: 8cm, margin: 1.6cm, header: [Byrådet 03-03-2026 #h(1fr) {right}])
#set text(size: 10pt)
"""
TEXT = "\n\n".join(f"Afsnit {number} er kort." for number in range(40))


def _kinds(right: str) -> set[LineKind]:
    pdf = typst.compile((PAGE.replace("{right}", right) + TEXT).encode())
    return {line.kind for line in read_document(pdf, "referat.pdf").lines}


def test_a_running_head_with_the_page_number_begins_no_table():
    assert LineKind.TABLE_ROW not in _kinds("Side #context counter(page).display()")


def test_a_running_head_with_two_columns_begins_no_table():
    assert LineKind.TABLE_ROW not in _kinds("Dok.nr. 1234567")
