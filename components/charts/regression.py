"""A drawing of regression to the mean. It explains a thought and shows nobody's data."""

from math import pi, sin

import htpy as h

from components.charts.chart import Chart, Table
from components.charts.look import Meaning, picture
from content.text import Words

WIDTH, HEIGHT, MIDDLE = 640, 240, 130
# Where help is sought, at the top of a wave, and where one looks again.
SOUGHT, AGAIN = 0.405, 0.565
_STEPS = 160


def regression_drawing(words: Words) -> Chart:
    """Symptoms in waves around a usual level, with the moment help is sought and the moment one looks again."""
    line = " ".join(f"{'L' if n else 'M'}{_x(n / _STEPS):.1f} {_y(n / _STEPS):.1f}" for n in range(_STEPS + 1))
    drawing = h.svg(".regression", viewBox=f"0 0 {WIDTH} {HEIGHT}", role="img", aria_label=words("regression.alt"))[
        h.path(
            d=f"M0 {MIDDLE} H{WIDTH}",
            stroke=Meaning.TEXT.css,
            stroke_width="1.5",
            stroke_dasharray="7 6",
            opacity="0.6",
        ),
        h.path(d=line, fill="none", stroke=Meaning.UNCONTROLLED.css, stroke_width="3.5", stroke_linejoin="round"),
        [_spot(place, number) for number, place in enumerate((SOUGHT, AGAIN), 1)],
    ]
    points = [words("regression.sought"), words("regression.again")]
    return Chart(
        key="regression",
        markup=picture(
            h.figure(".drawing")[
                h.p(".badge-line")[words("regression.not_data")],
                h.p(".quiet.up")["↑ ", words("regression.worse")],
                drawing,
                h.p(".quiet.along")[words("regression.time"), " →"],
                h.figcaption[h.ol[(h.li[point] for point in points)], h.p(".quiet")[words("regression.level")]],
            ]
        ),
        alt=words("regression.alt"),
        table=Table(
            (words("regression.spot"), words("regression.what")),
            tuple((str(number), point) for number, point in enumerate(points, 1)),
        ),
        source_note=words("regression.not_data"),
    )


def _wave(place: float) -> float:
    """Symptoms above (positive) or below the usual level, in two waves of different length."""
    return 0.62 * sin(2 * pi * (3.1 * place - 0.02)) + 0.38 * sin(2 * pi * (7.3 * place + 0.28))


def _x(place: float) -> float:
    return WIDTH * place


def _y(place: float) -> float:
    return MIDDLE - 95 * _wave(place)


def _spot(place: float, number: int) -> list[h.Element]:
    x, y = f"{_x(place):.1f}", _y(place)
    return [
        h.circle(cx=x, cy=f"{y:.1f}", r="13", fill=Meaning.TEXT.css),
        h.text(x=x, y=f"{y + 6:.1f}", text_anchor="middle", class_="number")[str(number)],
    ]
