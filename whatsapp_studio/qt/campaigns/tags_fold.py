"""Decides how the tags of a campaign's links are set, and that the whole link is seen at once."""

from __future__ import annotations

import re
from collections.abc import Mapping

import msgspec
from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QCheckBox, QGridLayout, QLabel, QLineEdit, QWidget

from whatsapp_studio.base.i18n import ctr, tr
from whatsapp_studio.base.local import fold
from whatsapp_studio.campaigns.draft import Draft
from whatsapp_studio.campaigns.link_tags import NAMES, tagged
from whatsapp_studio.campaigns.programme import Tags
from whatsapp_studio.qt.campaigns.fold import Fold
from whatsapp_studio.qt.widgets.fields import muted
from whatsapp_studio.qt.widgets.fitting import with_letters
from whatsapp_studio.qt.widgets.plain import plain_label
from whatsapp_studio.templates.template import VARIABLE


class TagsFold(Fold):
    """The tags of a draft; ``chosen`` carries the new ``Tags`` or None. It is there only where a link can have them."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(tr("Tags of links"), parent)
        self._draft = Draft()
        self._links: Mapping[str, str] = {}
        self.on = QCheckBox(tr("Add tags, so that your web statistics know who came by this campaign"))
        self.inside = QWidget()
        grid = QGridLayout(self.inside)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(2, 1)
        self.texts: dict[str, QLineEdit] = {}
        for row, name in enumerate(NAMES):
            word = _word(name)
            label, field = QLabel(word), QLineEdit()
            field.setPlaceholderText(f"utm_{name}")
            field.setMinimumWidth(with_letters(280))
            field.setAccessibleName(tr("Tag: {name}", name=word))
            field.textEdited.connect(self._edited)
            label.setBuddy(field)
            self.texts[name] = field
            grid.addWidget(label, row, 0)
            grid.addWidget(field, row, 1)
        self.example = plain_label("muted", wrap=True)
        self.body.addWidget(self.on)
        self.body.addWidget(self.inside)
        self.body.addWidget(self.example)
        self.body.addWidget(muted(tr("Only links that end in a place to fill can have tags: Meta fixes all others.")))
        self.on.toggled.connect(self._switched)
        self.hide()

    def show_draft(self, draft: Draft, links: Mapping[str, str]) -> None:
        """Mirror a draft, whose template has these links to tag (addresses by place); emits nothing."""
        self._draft, self._links = draft, links
        self.setVisible(bool(links) or draft.tags is not None)
        tags = draft.tags
        with QSignalBlocker(self.on):
            self.on.setChecked(tags is not None)
        self.inside.setVisible(tags is not None)
        for name, field in self.texts.items():
            text = getattr(tags, name) if tags is not None else ""
            if field.text().strip() != text:
                field.setText(text)
        self._tell()

    def _switched(self, on: bool) -> None:
        name = re.sub(r"[^a-z0-9]+", "-", fold(self._draft.name)).strip("-")
        self._take(Tags(source="whatsapp", medium="message", campaign=name) if on else None)

    def _edited(self, _text: str) -> None:
        self._take(Tags(**{name: field.text().strip() for name, field in self.texts.items()}))

    def _take(self, tags: Tags | None) -> None:
        self.show_draft(msgspec.structs.replace(self._draft, tags=tags), self._links)
        self.chosen.emit(tags)

    def _tell(self) -> None:
        tags = self._draft.tags
        said = [f"utm_{name}={text}" for name in NAMES if tags is not None and (text := getattr(tags, name))]
        self.say(" · ".join(said) or tr("None"))
        address = next(iter(self._links.values()), "")
        self.example.setVisible(bool(address) and tags is not None)
        if address and tags is not None:
            value = "…"
            link = VARIABLE.sub("", address) + tagged(value, address, tags)
            self.example.setText(tr("For example: {link}", link=link.replace("/", "/\u200b").replace("&", "\u200b&")))


def _word(name: str) -> str:
    return {
        "source": ctr("tag of a link", "Source"), "medium": ctr("tag of a link", "Medium"),
        "campaign": ctr("tag of a link", "Campaign"), "content": ctr("tag of a link", "Content"),
        "term": ctr("tag of a link", "Term"),
    }[name]  # fmt: skip
