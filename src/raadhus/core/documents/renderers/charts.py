"""A chart of the block model as a picture; None when it cannot be drawn, and its sentence then stands for it."""

import json

from raadhus.core.documents.renderers.clean import clean
from raadhus.core.documents.rules.blocks import Chart
from raadhus.ui import charts


def drawn(chart: Chart) -> str | None:
    """Return the chart as an SVG element."""
    try:
        return charts.svg(json.loads(chart.spec), title=clean(chart.title), alt=clean(chart.alt))
    except charts.CannotDraw:
        return None


def printed(chart: Chart) -> bytes | None:
    """Return the chart as PNG, for formats that cannot hold SVG."""
    try:
        return charts.png(json.loads(chart.spec), title=clean(chart.title), alt=clean(chart.alt))
    except charts.CannotDraw:
        return None
