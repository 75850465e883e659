"""What a new template starts from, the sample of its header, and where the window's menus stand meanwhile."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDropEvent, QKeySequence
from PySide6.QtTest import QTest

from tests.qt.templates_writing.conftest import Writer
from whatsapp_studio.base.errors import UserError
from whatsapp_studio.base.paths import resource
from whatsapp_studio.qt.templates.writing.media_field import MediaField
from whatsapp_studio.qt.widgets import media_file
from whatsapp_studio.templates.creation_rules_media import SENT


def test_the_gallery_offers_nothing_and_examples_and_begins_with_one_key(writer: Writer) -> None:
    writer.host.new_button.click()
    gallery = writer.host.gallery
    assert gallery is not None
    assert list(gallery.cards)[:3] == ["MARKETING", "UTILITY", "AUTHENTICATION"]
    assert len(gallery.cards) == 10
    assert all(card.accessibleName() and card.accessibleDescription() for card in gallery.cards.values())
    card = gallery.cards["appointment_reminder"]
    card.grab()
    QTest.keyClick(card, Qt.Key.Key_Space)
    assert writer.host.writing
    writer.settle()
    assert writer.page.title.text() == "appointment_reminder"
    assert writer.codes() == set()
    assert [draft.template.language for draft in writer.studio.writing.drafts()] == ["en", "nl"]


def test_the_gallery_is_left_as_it_was_entered(writer: Writer) -> None:
    writer.host.new_button.click()
    assert not writer.host.submit_button.isVisible()
    writer.host.close_button.click()
    assert not writer.host.active
    assert writer.studio.writing.drafts() == []
    assert writer.host.new_button.isVisible()
    writer.desk.until(writer.page.sync_button.isVisible)


def test_while_something_is_written_the_menus_are_its_own(writer: Writer) -> None:
    before = writer.page.offers()
    assert writer.host.new_deed in before.menus["page"]
    view = writer.start("welcome")
    during = writer.page.offers()
    assert list(during.menus["edit"]) == [view.undo, view.redo]
    assert writer.host.discard_deed in during.menus["page"]
    writer.host.close()
    assert "edit" not in writer.page.offers().menus


def test_a_draft_that_is_gone_is_told_of(writer: Writer, monkeypatch: pytest.MonkeyPatch) -> None:
    said: list[str] = []
    monkeypatch.setattr(
        "whatsapp_studio.qt.templates.writing.host.show_error", lambda _parent, words: said.append(words.title)
    )
    writer.page.open(("write", 4711))
    assert said
    assert not writer.host.active
    with pytest.raises(UserError):
        writer.studio.writing.draft(4711)


def field(writer: Writer) -> MediaField:
    view = writer.start("MARKETING")
    header = view.form.header
    header.kind.setCurrentIndex(header.kind.findData("IMAGE"))
    header.kind.activated.emit(header.kind.currentIndex())
    writer.settle()
    assert "template-header-sample" in writer.codes()
    return header.media


def sample(writer: Writer) -> str:
    header = writer.template.header
    assert header is not None
    return dict(header.samples).get("media", "")


def test_a_picture_that_is_dropped_is_the_sample(writer: Writer) -> None:
    media = field(writer)
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(resource("samples/fiets-rood.png")))])
    at, action, left, none = QPoint(5, 5), Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier(0)
    media.file.dropEvent(QDropEvent(at, action, data, left, none))
    writer.desk.until(lambda: sample(writer).startswith("file:"))
    kept = writer.studio.media.path(sample(writer).removeprefix("file:"))
    assert kept.read_bytes() == resource("samples/fiets-rood.png").read_bytes()
    assert media.file.title.text() == "fiets-rood.png"
    assert media.line.isHidden()
    writer.settle()
    assert "template-header-sample" not in writer.codes()
    media.file.remove.click()
    assert sample(writer) == ""
    assert not media.line.isHidden()


def test_a_picture_too_large_for_meta_never_becomes_one(
    writer: Writer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    media = field(writer)
    large = tmp_path / "large.png"
    large.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(SENT["image"][1]))
    monkeypatch.setattr(media_file, "choose_open", lambda *_: large)
    media.file.choose.click()
    writer.desk.until(lambda: media.file.error.text)
    assert "5 MB" in media.file.error.text
    assert sample(writer) == ""


def test_what_is_no_picture_is_said_by_what_it_is(writer: Writer, tmp_path: Path) -> None:
    media = field(writer)
    wrong = tmp_path / "song.png"
    wrong.write_bytes(b"ID3 no picture at all")
    media.file.take(wrong)
    writer.desk.until(lambda: media.file.error.text)
    assert "PNG" in media.file.error.text
    assert sample(writer) == ""


def test_an_address_is_a_sample_too(writer: Writer) -> None:
    media = field(writer)
    writer.type(media.line, "https://shop.example/picture.png")
    writer.settle()
    assert sample(writer) == "https://shop.example/picture.png"
    assert "template-header-sample" not in writer.codes()


def test_an_offer_keeps_its_picture_and_its_code_first(writer: Writer) -> None:
    view = writer.start("sale_with_code")
    form = view.form.basics.form
    form.setCurrentIndex(form.findData("offer"))
    form.activated.emit(form.currentIndex())
    assert writer.template.offer is not None
    assert [button.kind for button in writer.template.buttons] == ["COPY_CODE", "URL"]
    assert sample(writer).startswith("file:")
    assert view.form.footer.isHidden()
    writer.type(view.form.offer.line, "x" * 17)
    writer.settle()
    assert view.form.offer.row.counter.state == "error"
    writer.type(view.form.offer.line, "Spring offer")
    view.form.offer.expires.click()
    assert not writer.template.offer.has_expiration


def test_the_key_for_something_new_makes_a_template_here(writer: Writer) -> None:
    new = writer.page.offers().new
    assert new is writer.host.new_deed
    assert new.shortcut() == QKeySequence(QKeySequence.StandardKey.New)
    new.trigger()
    assert writer.host.gallery is not None
    assert writer.host.active


def test_the_letters_of_the_menu_are_each_for_one_command(writer: Writer) -> None:
    writer.start("welcome")
    texts = [action.text() for action in writer.page.offers().menus["page"] if action is not None]
    letters = [text.partition("&")[2][:1].lower() for text in texts if "&" in text]
    assert len(letters) == len(set(letters)) > 2
