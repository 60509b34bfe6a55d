"""Charts: a Vega-Lite specification that holds its own data, drawn on the server as SVG or PNG (docs/decisions/1750).

`specs` makes specifications in the look of the house, `drawing` draws them and keeps what was drawn; on pages the component
`{% chart %}` shows the picture, the sentence of what it shows, and the table behind it.
"""

from raadhus.ui.charts.drawing import CannotDraw, draw_ahead, keep_in, png, svg
from raadhus.ui.charts.picture import Drawable, Picture, as_read, framed
from raadhus.ui.charts.specs import Point, Reference, Series, bars, columns, lines

__all__ = [
    "CannotDraw",
    "Drawable",
    "Picture",
    "Point",
    "Reference",
    "Series",
    "as_read",
    "bars",
    "columns",
    "draw_ahead",
    "framed",
    "keep_in",
    "lines",
    "png",
    "svg",
]
