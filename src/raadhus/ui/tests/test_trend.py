"""The line the size of a word."""

from decimal import Decimal

from raadhus.ui.trend import trend


def drawn(*values):
    return trend([None if one is None else Decimal(one) for one in values], "Op fra 1 til 3 <b>")


def test_one_value_or_none_is_no_line():
    assert drawn() == drawn(None, 3) == ""


def test_what_is_not_shown_breaks_the_line_and_the_last_value_has_a_dot():
    assert drawn(1, 2, 3).count("<polyline") == 1
    assert drawn(1, 2, None, 2, 3).count("<polyline") == 2
    assert drawn(1, 2, None, 3).count("<circle") == 1


def test_a_screen_reader_hears_the_sentence_escaped():
    assert 'aria-label="Op fra 1 til 3 &lt;b&gt;"' in drawn(1, 3)


def test_a_small_change_does_not_fill_the_picture():
    heights = [float(point.split(",")[1]) for point in drawn(100, 101).split('points="')[1].split('"')[0].split()]
    assert heights[0] - heights[1] < 3
