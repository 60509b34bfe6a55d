"""The publication's charts in the look of the house."""

from decimal import Decimal
from typing import Any

from raadhus.personnel.rules.publication.exhibits import Drawing
from raadhus.personnel.rules.publication.outline import Form
from raadhus.ui.charts import Point, Series, bars, columns, lines

# Lower than on a page, so that a chart stands on paper together with its table.
_HEIGHT = 225


def spec_of(drawing: Drawing | None) -> dict[str, Any] | None:
    """Return the specification of a drawing; None where there is nothing to draw."""
    if drawing is None:
        return None
    if drawing.form is Form.LINES:
        series = [
            Series(one.name, tuple((label, _number(value)) for label, value in one.points), one.cuts)
            for one in drawing.lines
        ]
        return lines(series, x_title="År", y_title=drawing.axis, decimals=drawing.decimals, from_zero=drawing.from_zero)
    points = [Point(label, _number(value)) for label, value in drawing.lines[0].points]
    if drawing.form is Form.BARS:
        return bars(points, x_title=drawing.axis, decimals=drawing.decimals)
    return {**columns(points, x_title="År", y_title=drawing.axis, decimals=drawing.decimals), "height": _HEIGHT}


def _number(value: Decimal | None) -> float | None:
    return None if value is None else float(value)
