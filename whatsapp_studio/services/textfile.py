"""Decides the encoding and delimiter of a text file with rows, and reads it row by row."""

from __future__ import annotations

import codecs
import csv
import io
import re
from collections.abc import Iterator, Sequence
from itertools import accumulate, islice
from pathlib import Path

from whatsapp_studio.audience.headers import target_of
from whatsapp_studio.audience.importing import ReadOptions
from whatsapp_studio.base.errors import UserError, WorldError

# The comma is last: of two that split as evenly it is the one that stands in texts as well.
DELIMITERS = (";", "\t", "|", ",")
ENCODINGS = (
    "utf-8", "utf-16", "cp1252", "cp1250", "cp1251", "cp1253", "cp1254", "cp1255", "cp1256", "cp932", "gb18030",
    "mac_roman",
)  # fmt: skip
# So many columns a table may have.
MOST_COLUMNS = 1_000
_ISOLATION = ["cp1252", "cp1251", "cp1253", "cp1254", "cp1255", "cp1256", "cp932", "gb18030", "mac_roman"]
_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF32_LE, "utf-32"), (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"),
)  # fmt: skip
_BLOCK = 1 << 20
# A real cell is far shorter; one that is not comes of a quote nobody closed.
_LONGEST_CELL = 100_000
# Rows that are read at once.
_ROWS = 500
_LINE_END = re.compile("\r\n|\r|\n")
_WESTERN = re.compile("[ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÑÒÓÔÕÖØÙÚÛÜßàáâãäåæçèéêëìíîïñòóôõöøùúûüÿœŒ€‘’“”–—…«»°·ºª¡¿´\u00a0]")
# Some databases leave a zero byte here and there in what is a text all the same.
_STRAY = 0.005
_SEP = re.compile(r'^\ufeff?"?sep=(.)"?\s*$')


class TextFile:
    """Rows of text between delimiters. Lines are counted as the file has them."""

    sheets: tuple[str, ...] = ()

    def __init__(self, path: Path, options: ReadOptions, *, lenient: bool = False) -> None:
        self._path = path
        self._errors = "replace" if lenient else "strict"
        guessed = []
        self.notes: dict[str, int] = {}
        encoding = options.encoding
        lines, is_utf8, zeros = _look_through(path)
        self._has_zeros = bool(max(zeros))
        if not encoding:
            encoding = _guess_encoding(path, is_utf8, zeros)
            guessed.append("encoding")
        self._encoding = encoding
        self._skip = 0
        head = self._head()
        told = _SEP.match(head.split("\n", 1)[0])
        delimiter = options.delimiter
        if told:
            self._skip = 1
            head = head.partition("\n")[2]
        if not delimiter:
            delimiter = told[1] if told else guess_delimiter(head)
            guessed.append("delimiter")
        self.options = ReadOptions(
            encoding=encoding, delimiter=delimiter, has_header=options.has_header, first_row=options.first_row
        )
        self.guessed: tuple[str, ...] = tuple(guessed)
        self.total_lines: int | None = max(0, lines - self._skip)

    def _open(self) -> io.TextIOWrapper:
        return opened(self._path, self._encoding, self._errors)

    def _head(self) -> str:
        try:
            with self._open() as file:
                return file.read(1 << 16)
        except UnicodeError as error:
            raise UserError("import-wrong-encoding", encoding=self._encoding) from error

    def rows(self) -> Iterator[tuple[int, list[str]]]:
        """Every row with the line it ends on."""
        for lines, rows in self.blocks(_ROWS):
            yield from zip(lines, rows, strict=True)

    def blocks(self, size: int) -> Iterator[tuple[Sequence[int], list[list[str]]]]:
        """Every row, ``size`` of them at a time, with the lines they end on."""
        csv.field_size_limit(_LONGEST_CELL)
        with self._open() as file:
            for _ in range(self._skip):
                file.readline()
            reader = csv.reader(file, delimiter=self.options.delimiter, skipinitialspace=True)
            before = tallest = 0
            more = True
            while more:
                rows: list[list[str]] = []
                trouble: Exception | None = None
                try:
                    rows.extend(islice(reader, size))
                except (UnicodeError, OSError, csv.Error) as error:
                    trouble = error
                more = len(rows) == size and trouble is None
                if rows:
                    lines = _ends(rows, before, reader.line_num if trouble is None else 0)
                    tallest, before = lines[-1] - (lines[-2] if len(rows) > 1 else before), lines[-1]
                    yield [line + self._skip for line in lines] if self._skip else lines, self._fit(rows)
                if trouble is not None:
                    raise self._told(trouble, reader.line_num + self._skip + 1) from trouble
        if tallest > 1 and self._ends_inside_a_quote(before - tallest):
            raise UserError("import-open-quote", line=before + self._skip)

    def _fit(self, rows: list[list[str]]) -> list[list[str]]:
        if max(map(len, rows)) > MOST_COLUMNS:
            raise UserError("import-too-many-columns", name=self._path.name, most=MOST_COLUMNS)
        return [[cell.replace("\x00", "") for cell in row] for row in rows] if self._has_zeros else rows

    def _told(self, error: Exception, line: int) -> UserError | WorldError:
        if isinstance(error, UnicodeError):
            return UserError("import-wrong-encoding", encoding=self._encoding, line=line)
        if isinstance(error, OSError):
            return WorldError("import-cannot-open", name=self._path.name, details=error.strerror or "")
        if "field larger" in str(error) and self._is_one_line(line):
            return UserError("import-cell-too-long", name=self._path.name)
        return UserError("import-open-quote", line=line)

    def _is_one_line(self, line: int) -> bool:
        """Whether the cell that has no end fills the line itself, so that no quotation mark is to blame."""
        with self._open() as file:
            return any(len(found) > _LONGEST_CELL for found in islice(file, max(0, line - 2), line))

    def _ends_inside_a_quote(self, start: int) -> bool:
        """Whether the last row, after line ``start``, has a quote nobody closed: read once more, strictly."""
        with self._open() as file:
            lines = islice(file, self._skip + start, None)
            try:
                list(csv.reader(lines, delimiter=self.options.delimiter, skipinitialspace=True, strict=True))
            except csv.Error as error:
                return "unexpected end" in str(error)
        return False


def _ends(rows: Sequence[Sequence[str]], before: int, last: int) -> Sequence[int]:
    """The line each row ends on, after line ``before``; ``last`` is that of the last one, where it is known."""
    if last - before == len(rows):
        return range(before + 1, last + 1)
    heights = (1 + sum(len(_LINE_END.findall(cell)) for cell in row if "\n" in cell or "\r" in cell) for row in rows)
    ends = list(accumulate(heights, initial=before))[1:]
    # A cell that no quote closes ends with the last line end, and no line follows it.
    return [*ends[:-1], last or ends[-1]]


def opened(path: Path, encoding: str, errors: str = "strict") -> io.TextIOWrapper:
    """A text file with the line ends it has; raises UserError or WorldError."""
    try:
        return open(path, encoding=encoding, errors=errors, newline="")
    except LookupError as error:
        raise UserError("import-unknown-encoding", encoding=encoding) from error
    except FileNotFoundError as error:
        raise UserError("import-no-such-file", name=path.name) from error
    except OSError as error:
        raise WorldError("import-cannot-open", name=path.name, details=error.strerror or "") from error


def guess_encoding(path: Path) -> str:
    """The likeliest encoding of a whole file; raises UserError where it is no text."""
    _lines, is_utf8, zeros = _look_through(path)
    return _guess_encoding(path, is_utf8, zeros)


def _look_through(path: Path) -> tuple[int, bool, tuple[float, float]]:
    """Lines of the file, whether it is UTF-8 from end to end, and the share of zeros in even and odd places."""
    decoder = codecs.getincrementaldecoder("utf-8")()
    newlines = returns = size = 0
    is_utf8 = True
    zeros = [0, 0]
    last = b""
    with path.open("rb") as file:
        while block := file.read(_BLOCK):
            newlines += block.count(b"\n")
            returns += block.count(b"\r")
            if 0 in block:
                zeros[0] += block[::2].count(0)
                zeros[1] += block[1::2].count(0)
            last = block
            size += len(block)
            if is_utf8:
                try:
                    decoder.decode(block)
                except UnicodeDecodeError:
                    is_utf8 = False
    if is_utf8:
        try:
            decoder.decode(b"", final=True)
        except UnicodeDecodeError:
            is_utf8 = False
    lines = newlines or returns
    if last and not last.rstrip(b"\x00").endswith((b"\n", b"\r")):
        lines += 1
    half = max(1, size / 2)
    return lines, is_utf8, (zeros[0] / half, zeros[1] / half)


def _guess_encoding(path: Path, is_utf8: bool, zeros: tuple[float, float]) -> str:
    with path.open("rb") as file:
        start = file.read(4)
    for mark, name in _BOMS:
        if start.startswith(mark):
            return name
    few, many = sorted(zeros)
    if many > _STRAY:
        if many > 0.9 and few > 0.4:
            # Three zeros for each letter: one half of the places are full of them, the other one half full.
            return "utf-32-le" if zeros[1] == many else "utf-32-be"
        # UTF-16 has the zeros of its digits and delimiters in every second place; other texts have none at all.
        if many < 0.15 or few > many / 4:
            raise UserError("import-not-a-table", name=path.name)
        return "utf-16-le" if zeros[1] == many else "utf-16-be"
    if is_utf8:
        return "utf-8"
    sample = _telling_lines(path)
    if _nearly_utf8(sample):
        return "utf-8"
    if b"\r" in sample and b"\n" not in sample and _western(sample.decode("mac_roman").encode("cp1252", "replace")):
        return "mac_roman"
    western = _western(sample)
    if western:
        return western
    from charset_normalizer import from_bytes

    best = from_bytes(sample, cp_isolation=_ISOLATION).best()
    if best is None:
        raise UserError("import-not-a-table", name=path.name)
    return best.encoding


def _nearly_utf8(sample: bytes) -> bool:
    """Whether this is UTF-8 but for a line in ten, or but for its last letter: those are named, not guessed around."""
    lines = sample.splitlines()
    whole = sum(_is_utf8(line) for line in lines)
    cut = bool(lines) and not _is_utf8(lines[-1]) and any(_is_utf8(lines[-1][:-n]) for n in (1, 2, 3))
    return whole > 0 and whole >= 9 * (len(lines) - whole - cut)


def _is_utf8(line: bytes) -> bool:
    try:
        line.decode()
    except UnicodeDecodeError:
        return False
    return True


def _western(sample: bytes) -> str:
    """The encoding where accents stand among plain letters, else empty: a few of them tell a guesser too little."""
    text = sample.decode("cp1252", "replace")
    words = [word for word in re.findall(r"[^\W\d_]+", text) if not word.isascii()]
    accents = [(sum(not c.isascii() for c in word), len(word)) for word in words]
    if not words or any(n > 1 and 3 * n > 2 * size for n, size in accents):
        return ""
    rest = set(re.sub(_WESTERN, "", "".join(c for c in text if not c.isascii())))
    # Where Icelandic has these letters Turkish has its own, and Turkish names are the likelier ones.
    return ("cp1254" if rest else "cp1252") if rest <= set("ÐÝÞðýþ") else ""


def _telling_lines(path: Path) -> bytes:
    """Lines with letters beyond ASCII from anywhere in the file: they alone say something about its encoding."""
    found: list[bytes] = []
    size = 0
    with path.open("rb") as file:
        for line in file:
            if not line.isascii():
                found.append(line[:1000])
                size += len(found[-1])
                if size > 32_000:
                    break
    return b"".join(found)


def guess_delimiter(head: str) -> str:
    """The delimiter that splits the first lines most evenly; a comma (one column) where none does."""
    complete = head.rpartition("\n")[0] or head
    best, best_score = ",", (0.0, 0.0)
    for delimiter in DELIMITERS:
        if delimiter not in complete:
            continue
        try:
            rows = csv.reader(io.StringIO(complete, newline=""), delimiter=delimiter)
            filled = [cells for cells in rows if any(cell.strip() for cell in cells)][:60]
        except csv.Error:
            continue
        if not filled:
            return delimiter
        widths = [len(cells) for cells in filled]
        if widths[0] < 2:
            # Above the header there may be a title.
            start = next((n for n, cells in enumerate(filled[:10]) if len(cells) > 1 and _names_phone(cells)), 0)
            widths = widths[start:]
        header = widths[0]
        if header < 2:
            # Nothing is split in the header: the sign only occurs inside values.
            continue
        share = widths.count(header) / len(widths)
        score = (round(share, 1), float(header))
        if score > best_score:
            best, best_score = delimiter, score
    return best


def _names_phone(cells: list[str]) -> bool:
    return any(target_of(cell) == "phone" for cell in cells)
