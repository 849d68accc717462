"""An address as a QR code, for documents that hold it as text too."""

from __future__ import annotations

import io

import segno


def spell_qr(address: str) -> str:
    """Return a QR code as SVG, without a border: what is around it is white."""
    drawn = io.BytesIO()
    code = segno.make_qr(address, error="m")
    code.save(drawn, kind="svg", border=0, xmldecl=False, svgns=True, omitsize=True)
    return drawn.getvalue().decode()


def draw_qr(address: str) -> bytes:
    """Return a QR code as PNG."""
    drawn = io.BytesIO()
    segno.make_qr(address, error="m").save(drawn, kind="png", border=0, scale=6)
    return drawn.getvalue()
