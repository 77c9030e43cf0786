"""A QR code as a picture: black on white in light and dark, because cameras need it so."""

import htpy as h
import segno
from markupsafe import Markup

from components.charts.chart import Chart, Table
from components.charts.look import picture
from content.text import Words


def qr_code(address: str, words: Words) -> Chart:
    """The code of a public address, with the address in words for those who type."""
    art = segno.make(address, error="m").svg_inline(
        scale=5, dark="#000", light="#fff", border=4, svgclass=None, lineclass=None
    )
    return Chart(
        key="qr",
        markup=picture(
            h.p[words("frame.qr_note")],
            h.div(".qr", role="img", aria_label=words("frame.qr"))[Markup(art)],
            h.p[address],
        ),
        alt=f"{words('frame.qr')}: {address}",
        table=Table((words("frame.qr"),), ((address,),)),
        source_note=address,
    )
