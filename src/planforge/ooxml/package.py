"""Opens a DOCX from anywhere: bounded sizes, no paths out of the zip, no XML entities."""

from __future__ import annotations

import io
import zipfile
from xml.etree.ElementTree import Element, ParseError, XMLParser
from xml.etree.ElementTree import fromstring as parse_xml

from planforge.errors import SourceError

MAX_PARTS = 5_000
MAX_PART_BYTES = 64 * 1024 * 1024
MAX_RATIO = 300
"""A part that unpacks to more than this many times its packed size is a bomb; real document parts reach about 30."""
_SAVE_AGAIN = "请在 Word 或 WPS 里打开并另存一次"


class Package:
    """The parts of a DOCX file.

    Raises:
        SourceError: when the bytes are no DOCX, or one that is not safe to open.
    """

    def __init__(self, name: str, data: bytes) -> None:
        self.name = name
        if data.startswith(b"\xd0\xcf\x11\xe0"):
            raise SourceError(f"“{name}”是旧的 .doc 格式或加了密码", hint="请在 Word 或 WPS 里另存为不加密的 .docx")
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except (zipfile.BadZipFile, ValueError, NotImplementedError) as error:
            raise SourceError(f"“{name}”不是完好的 DOCX 文件", hint=_SAVE_AGAIN) from error
        if len(self._zip.infolist()) > MAX_PARTS:
            raise SourceError(f"“{name}”里的部件太多，不能打开")

    def names(self) -> list[str]:
        """Return the names of all parts."""
        return [info.filename for info in self._zip.infolist()]

    def xml(self, part: str) -> Element | None:
        """Return a part as XML, None when the package has no such part.

        Raises:
            SourceError: when the part is too large, damaged, or declares entities.
        """
        data = self.data(part)
        return None if data is None else self._parsed(part, data)

    @property
    def parts(self) -> list[zipfile.ZipInfo]:
        """What the file's own directory says of its parts, in their order."""
        return self._zip.infolist()

    def data(self, part: str) -> bytes | None:
        """Return the bytes of a part, None when the package has no such part.

        Raises:
            SourceError: when the part is too large or damaged.
        """
        try:
            info = self._zip.getinfo(part)
        except KeyError:
            return None
        if info.file_size > MAX_PART_BYTES or info.file_size > MAX_RATIO * max(info.compress_size, 1024):
            raise SourceError(f"“{self.name}”展开后过大，可能是恶意文件，没有打开")
        try:
            return self._zip.read(info)
        except (zipfile.BadZipFile, RuntimeError, NotImplementedError, EOFError, ValueError, OSError) as error:
            raise SourceError(
                f"“{self.name}”已损坏，“{part}”读不出来", hint="请在 Word 或 WPS 里打开并另存一次"
            ) from error

    def _parsed(self, part: str, data: bytes) -> Element:
        # an entity bomb or an external entity needs a document type; OOXML never has one
        if b"<!DOCTYPE" in data or b"<!ENTITY" in data or "<!DOCTYPE".encode("utf-16-le") in data:
            raise SourceError(f"“{self.name}”里有不允许的 XML 声明，可能是恶意文件，没有打开")
        try:
            return parse_xml(data, XMLParser())  # noqa: S314 - document types are refused above
        except (ParseError, ValueError) as error:
            raise SourceError(f"“{self.name}”已损坏，“{part}”不是完好的 XML") from error
