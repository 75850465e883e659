"""A page on paper: a whole PDF or none, with the words of the page on it."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from whatsapp_studio.base.errors import StudioError
from whatsapp_studio.base.html import page, table, tag
from whatsapp_studio.qt.paper import write_pdf


def test_a_page_becomes_a_pdf_of_as_many_pages_as_it_needs(tmp_path: Path, qapp: QApplication) -> None:
    sizes = {}
    for rows in (1, 400):
        path = tmp_path / f"{rows}.pdf"
        write_pdf(page("Review", tag("h1", "Review"), table([("Zoë", "عربي")] * rows)), path, "Review")
        data = path.read_bytes()
        assert data.startswith(b"%PDF-") and data.rstrip().endswith(b"%%EOF")
        sizes[rows] = data.count(b"/Type /Page\n")
    assert sizes[1] == 1
    assert sizes[400] > 5


def test_where_it_cannot_be_written_nothing_is_left(tmp_path: Path, qapp: QApplication) -> None:
    with pytest.raises(StudioError, match="cannot-write"):
        write_pdf(page("x"), tmp_path / "none" / "x.pdf", "x")
    assert list(tmp_path.iterdir()) == []
