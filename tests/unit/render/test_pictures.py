"""Pictures that pass the check are read by every writer; those that are damaged or beyond all size are told."""

from __future__ import annotations

import io
import zipfile
from typing import Any

import pytest
from docx import Document
from PIL import Image

from planforge.errors import SourceError
from planforge.render.build import render_page
from planforge.render.docx.document import write_docx
from planforge.render.house import House, PageProfile
from planforge.render.jpeg import upright, with_header
from planforge.render.pictures import or_placeholder
from planforge.render.pictures import printable_type as media_type
from tests.hostile.materials import png_bytes
from tests.unit.render import sample
from tests.unit.render.reading import document_xml


def picture(kind: str, **options: Any) -> bytes:
    """Return a small picture as Pillow writes it."""
    stream = io.BytesIO()
    Image.new("RGB", (60, 40), "red").save(stream, kind, **options)
    return stream.getvalue()


def _exif() -> bytes:
    exif = Image.Exif()
    exif[0x0112] = 6
    return picture("JPEG", exif=exif.tobytes())


def _cmyk() -> bytes:
    stream = io.BytesIO()
    Image.new("CMYK", (60, 40), (0, 200, 200, 0)).save(stream, "JPEG")
    data = stream.getvalue()
    start = data.index(b"\xff\xee")  # Adobe's segment; Photoshop writes no JFIF before it
    return data[:2] + data[start:]


GOOD = {
    "png": picture("PNG"),
    "png-dpi": picture("PNG", dpi=(300, 300)),
    "jpeg": picture("JPEG"),
    "jpeg-progressive": picture("JPEG", progressive=True),
    "jpeg-dpi": picture("JPEG", dpi=(300, 300)),
    "jpeg-exif": _exif(),
    "jpeg-cmyk": _cmyk(),
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
    """With any byte of its head changed, a picture is refused, or python-docx reads it, given a header."""
    part = Document().part
    for at in range(0, min(len(data), 300), 2):
        for value in (0, 0xFF):
            changed = data[:at] + bytes([value]) + data[at + 1 :]
            try:
                media_type("图", changed)
            except SourceError:
                continue
            part.get_or_add_image(io.BytesIO(with_header(changed)))


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


def _drawn(data: bytes, house: House, profile: PageProfile) -> tuple[Any, float]:
    """Return the picture inside a DOCX with this figure, and how wide it is shown for its height."""
    figure = sample.figure() | {"data": data, "media_type": "image/jpeg"}
    page = render_page(sample.context(sample.chapter(0, "图", [figure]), draft=True), house)
    archive = zipfile.ZipFile(io.BytesIO(write_docx(page, house, profile)))
    (name,) = [name for name in archive.namelist() if name.startswith("word/media/")]
    extent = next(
        node for node in document_xml(write_docx(page, house, profile)).iter() if node.tag.endswith("}extent")
    )
    return Image.open(io.BytesIO(archive.read(name))), int(extent.get("cx", "0")) / int(extent.get("cy", "1"))


def test_a_photo_stands_upright_in_word(house: House, profile: PageProfile) -> None:
    """Word shows the pixels as they are stored, whatever the Exif orientation says."""
    photo, shape = _drawn(_exif(), house, profile)
    assert photo.size == (40, 60)
    assert shape == pytest.approx(40 / 60, abs=0.01)
    assert photo.getexif().get(0x0112, 1) == 1


def test_pictures_that_stand_upright_are_not_written_anew(house: House, profile: PageProfile) -> None:
    assert upright(GOOD["jpeg"]) == GOOD["jpeg"]
    assert upright(picture("JPEG", exif=Image.Exif().tobytes())) == picture("JPEG", exif=Image.Exif().tobytes())
    assert upright(_exif()[:200]) == _exif()[:200]  # damaged
    photo, shape = _drawn(_cmyk(), house, profile)
    assert (photo.mode, photo.size, round(shape, 2)) == ("CMYK", (60, 40), 1.5)
    assert photo.convert("RGB").getpixel((5, 5)) == Image.open(io.BytesIO(_cmyk())).convert("RGB").getpixel((5, 5))
