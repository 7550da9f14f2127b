"""Pictures that pass the check are read by every writer; those that are damaged or beyond all size are told."""

from __future__ import annotations

import io
from typing import Any

import pytest
from docx import Document
from PIL import Image

from planforge.errors import SourceError
from planforge.render.pictures import or_placeholder
from planforge.render.pictures import printable_type as media_type
from tests.hostile.materials import png_bytes


def picture(kind: str, **options: Any) -> bytes:
    """Return a small picture as Pillow writes it."""
    stream = io.BytesIO()
    Image.new("RGB", (60, 40), "red").save(stream, kind, **options)
    return stream.getvalue()


def _exif() -> bytes:
    exif = Image.Exif()
    exif[0x0112] = 6
    return picture("JPEG", exif=exif.tobytes())


GOOD = {
    "png": picture("PNG"),
    "png-dpi": picture("PNG", dpi=(300, 300)),
    "jpeg": picture("JPEG"),
    "jpeg-progressive": picture("JPEG", progressive=True),
    "jpeg-dpi": picture("JPEG", dpi=(300, 300)),
    "jpeg-exif": _exif(),
}


@pytest.mark.parametrize("data", GOOD.values(), ids=GOOD)
def test_good_pictures_pass(data: bytes) -> None:
    assert media_type("图", data) == ("image/png" if data.startswith(b"\x89PNG") else "image/jpeg")


@pytest.mark.parametrize("data", GOOD.values(), ids=GOOD)
def test_a_picture_cut_off_anywhere_is_told(data: bytes) -> None:
    for length in range(0, len(data) - 2, 3):
        with pytest.raises(SourceError, match="图片“图”"):
            media_type("图", data[:length])


@pytest.mark.parametrize("data", GOOD.values(), ids=GOOD)
def test_what_passes_goes_into_a_word_file(data: bytes) -> None:
    """With any byte of its head changed, a picture is refused, or python-docx reads it."""
    part = Document().part
    for at in range(0, min(len(data), 300), 2):
        for value in (0, 0xFF):
            changed = data[:at] + bytes([value]) + data[at + 1 :]
            try:
                media_type("图", changed)
            except SourceError:
                continue
            part.get_or_add_image(io.BytesIO(changed))


BAD = [
    (b"GIF89a", "应为 PNG 或 JPEG"),
    (png_bytes(0, 10), "不完整或已损坏"),
    (png_bytes(100_000, 100_000), "应不超过8000万个像素，实为100000×100000"),
]


@pytest.mark.parametrize("data", [data for data, _ in BAD])
def test_bad_pictures_are_replaced(data: bytes) -> None:
    """By one that all the writers read."""
    drawn = or_placeholder(lambda path: data)("图")
    assert media_type("图", drawn) == "image/png"
    assert Image.open(io.BytesIO(drawn)).getbbox() is not None
    Document().part.get_or_add_image(io.BytesIO(drawn))


@pytest.mark.parametrize("data", GOOD.values(), ids=GOOD)
def test_good_pictures_are_left_alone(data: bytes) -> None:
    assert or_placeholder(lambda path: data)("图") == data


@pytest.mark.parametrize(("data", "words"), BAD)
def test_bad_pictures_are_told(data: bytes, words: str) -> None:
    with pytest.raises(SourceError, match=words):
        media_type("图", data)
