"""Decides how the window follows the language: Qt's own words, numbers and dates in fields, and the direction."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QLibraryInfo, QLocale, Qt, QTranslator
from PySide6.QtWidgets import QApplication

from whatsapp_studio.base import i18n
from whatsapp_studio.base.events import Changes

if TYPE_CHECKING:
    from whatsapp_studio.qt.main_window import MainWindow

# The clock of twenty-four hours and the day before the month, as every text of the program has them.
_LOCALES = {"en": "en_GB", "nl": "nl_NL"}
_NAME = "words of Qt"


def apply(app: QApplication, setting: str) -> None:
    """Speak the language of ``setting`` (``system``, or a code) from now on; windows made before keep their words."""
    i18n.use_language(_chosen(setting))
    follow(app)


def follow(app: QApplication) -> None:
    """Have Qt speak the language that texts are in, whoever chose it."""
    code = i18n.language().code
    locale = QLocale(_LOCALES.get(code, code))
    QLocale.setDefault(locale)
    for before in app.findChildren(QTranslator, _NAME):
        app.removeTranslator(before)
        before.deleteLater()
    translator = QTranslator(app)
    translator.setObjectName(_NAME)
    if translator.load(f"qtbase_{code}", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)):
        app.installTranslator(translator)
    app.setLayoutDirection(locale.textDirection())


def switch_with(app: QApplication, window: MainWindow, changes: Changes) -> None:
    """Have a window that is open speak another language, where ``changes`` of the settings ask for one."""
    setting, before = window.studio.settings.language, i18n.language().code
    if not changes.settings or _chosen(setting) == before:
        return
    apply(app, setting)
    if not window.reword():
        apply(app, before)


def is_mirrored() -> bool:
    """Whether windows are laid out from right to left."""
    return QApplication.layoutDirection() == Qt.LayoutDirection.RightToLeft



def _chosen(setting: str) -> str:
    return i18n.chosen(setting, QLocale.system().uiLanguages())
