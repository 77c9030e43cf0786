"""The block of a hundred dots as it comes out on paper, where no style sheet reaches: a hundred dots, so many large."""

import pypdfium2
import pytest
import typst

from components.charts.icon_array import dots
from components.charts.look import Meaning
from components.prints.paper import Ink, on_paper

SIDE = 120  # units of the drawing; ten dots of twelve units each way
SCALE = 4.0


def darkness(people: int) -> list[list[int]]:
    """The printed block as rows of grey, 0 for ink and 255 for paper, four pixels to a unit."""
    svg = on_paper(dots(people, Meaning.TOWARDS_LDN), Ink.MONO)
    page = (
        f"#set page(width: {SIDE}pt, height: {SIDE}pt, margin: 0pt)\n"
        f'#image(bytes(sys.inputs.svg), format: "svg", width: {SIDE}pt)'
    )
    pdf = typst.compile(page.encode(), format="pdf", sys_inputs={"svg": svg})
    assert isinstance(pdf, bytes)
    drawn = pypdfium2.PdfDocument(pdf)[0].render(scale=SCALE, grayscale=True)
    flat = list(bytes(drawn.buffer))
    return [flat[row * drawn.stride : row * drawn.stride + drawn.width] for row in range(drawn.height)]


@pytest.mark.parametrize("people", [0, 1, 41, 100])
def test_a_hundred_separate_dots_of_two_sizes_are_printed(people: int) -> None:
    grey = darkness(people)

    def ink_at(x: float, y: float) -> bool:
        return grey[int(y * SCALE)][int(x * SCALE)] < 160

    for place in range(100):
        x, y = 6 + 12 * (place % 10), 114 - 12 * (place // 10)
        assert ink_at(x, y), f"dot {place} is missing"
        assert ink_at(x + 3.4, y) is (place < people), f"dot {place} has the wrong size"
        if place % 10 < 9:
            assert not ink_at(x + 6, y), f"dots {place} and {place + 1} run into each other"
