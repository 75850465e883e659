"""Decides the little style sheet: what a palette cannot say, by the ``role`` a widget was given."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from PySide6.QtGui import QFont, QFontMetrics

# ruff: noqa: E501
_SHEET = """
* {{ outline: none; }}
QToolTip {{ background: {tooltip}; color: {on_tooltip}; border: 1px solid {tooltip}; padding: 4px 6px; }}
QMenuBar {{ background: {surface}; border-bottom: 1px solid {border}; }}
QMenuBar::item {{ padding: 4px 10px; background: transparent; }}
QMenuBar::item:selected {{ background: {accent_soft}; color: {on_accent_soft}; }}
QMenu {{ background: {surface}; border: 1px solid {border_strong}; padding: 4px; }}
QMenu::item {{ padding: 6px 24px 6px 12px; border-radius: 4px; }}
QMenu::item:selected {{ background: {accent_soft}; color: {on_accent_soft}; }}
QMenu::item:disabled {{ color: {text_disabled}; }}
QMenu::separator {{ height: 1px; background: {border}; margin: 4px 8px; }}

QPushButton, QToolButton[role="button"] {{
  min-height: {row}px; padding: 5px 14px; border-radius: 6px; border: 1px solid {border_strong};
  background: {surface}; color: {text};
}}
QToolButton[role="button"][popupMode="2"] {{ padding-right: 30px; }}
QToolButton[role="button"][popupMode="2"]:focus {{ padding-right: 29px; }}
QToolButton[role="button"]::menu-indicator {{
  image: url("{drawings}/chevron-down.svg"); width: 16px; height: 16px;
  subcontrol-origin: padding; subcontrol-position: center right; right: 9px;
}}
QPushButton:hover {{ background: {surface_alt}; }}
QPushButton:pressed {{ background: {border}; }}
QPushButton:focus, QToolButton[role="button"]:focus {{ border: 2px solid {focus}; padding: 4px 13px; }}
QPushButton:disabled {{ color: {text_disabled}; border-color: {border}; background: {surface}; }}
QPushButton:checked {{ background: {accent_soft}; color: {on_accent_soft}; border-color: {accent}; }}
QPushButton[role="primary"] {{ background: {accent}; color: {on_accent}; border: 1px solid {accent}; font-weight: 600; }}
QPushButton[role="primary"]:hover {{ background: {accent_hover}; }}
QPushButton[role="primary"]:focus {{ border: 2px solid {focus}; }}
QPushButton[role="primary"]:disabled {{ background: {surface_alt}; color: {text_disabled}; border-color: {border}; }}
QPushButton[role="danger"] {{ color: {error}; border-color: {error}; }}
QPushButton[role="danger"]:hover {{ background: {error_soft}; }}
QPushButton[role="danger"]:disabled {{ color: {text_disabled}; border-color: {border}; }}
QPushButton[role="link"] {{ border: 1px solid transparent; background: transparent; color: {link}; padding: 5px 6px; }}
QPushButton[role="link"]:hover {{ text-decoration: underline; }}
QPushButton[role="link"]:focus {{ border: 2px solid {focus}; padding: 4px 5px; }}
QPushButton[role="link"]:disabled {{ color: {text_disabled}; }}
QPushButton[role="chip"] {{ border-radius: 14px; padding: 3px 12px; }}
QToolButton {{ border: 1px solid transparent; border-radius: 6px; padding: 5px; background: transparent; }}
QToolButton:hover {{ background: {surface_alt}; }}
QToolButton:checked {{ background: {accent_soft}; color: {on_accent_soft}; }}
QToolButton:focus {{ border: 2px solid {focus}; padding: 4px; }}

QToolButton[role="segment"] {{ border: 1px solid {border_strong}; padding: 4px 2px; min-height: {row}px; }}
QToolButton[role="segment"]:checked {{ border-color: {accent}; font-weight: 600; }}
QToolButton[role="segment"]:focus {{ border: 2px solid {focus}; padding: 3px 1px; }}
QToolButton[role="menu"]::menu-indicator {{ image: none; }}
QPushButton[role="picker"] {{ text-align: left; padding: 5px 8px; }}
QPushButton[role="picker"]:checked {{ background: {surface}; color: {text}; border-color: {border_strong}; }}
QPushButton[role="picker"]:focus {{ border: 2px solid {focus}; padding: 4px 7px; }}
QPushButton[role="picker"][invalid="true"] {{ border-color: {error}; }}

QLineEdit, QPlainTextEdit, QTextEdit {{
  background: {surface}; color: {text}; border: 1px solid {border_strong}; border-radius: 6px; padding: 5px 8px;
  selection-background-color: {selection}; selection-color: {on_selection};
}}
QLineEdit {{ min-height: {row}px; }}
QLineEdit:focus, QPlainTextEdit:focus, QTextEdit:focus {{ border: 2px solid {focus}; padding: 4px 7px; }}
QLineEdit:disabled, QPlainTextEdit:disabled {{ background: {surface_alt}; color: {text_disabled}; border-color: {border}; }}
QLineEdit[invalid="true"], QPlainTextEdit[invalid="true"] {{ border: 1px solid {error}; }}
QLineEdit[invalid="true"]:focus, QPlainTextEdit[invalid="true"]:focus {{ border: 2px solid {error}; }}
QComboBox, QAbstractSpinBox {{
  background: {surface}; color: {text}; border: 1px solid {border_strong}; border-radius: 6px; padding: 5px 8px;
  min-height: {row}px; selection-background-color: {selection}; selection-color: {on_selection};
}}
QAbstractSpinBox QLineEdit, QComboBox QLineEdit {{ border: none; background: transparent; min-height: 0; padding: 0; }}
QAbstractSpinBox QLineEdit:focus, QComboBox QLineEdit:focus {{ border: none; padding: 0; }}
QComboBox:focus, QAbstractSpinBox:focus {{ border: 2px solid {focus}; padding: 4px 7px; }}
QComboBox[invalid="true"], QAbstractSpinBox[invalid="true"] {{ border: 1px solid {error}; }}
QComboBox[invalid="true"]:focus, QAbstractSpinBox[invalid="true"]:focus {{ border: 2px solid {error}; }}
QComboBox:disabled, QAbstractSpinBox:disabled {{ background: {surface_alt}; color: {text_disabled}; border-color: {border}; }}
QComboBox::drop-down, QDateTimeEdit::drop-down {{ border: none; width: 26px; }}
QComboBox::down-arrow, QDateTimeEdit::down-arrow {{ image: url("{drawings}/chevron-down.svg"); width: 16px; height: 16px; }}
QComboBox QAbstractItemView {{
  background: {surface}; border: 1px solid {border_strong}; border-radius: 0; padding: 4px;
  selection-background-color: {accent_soft}; selection-color: {on_accent_soft};
}}
QAbstractSpinBox::up-button, QAbstractSpinBox::down-button {{ border: none; background: transparent; width: 26px; }}
QAbstractSpinBox::up-button:hover, QAbstractSpinBox::down-button:hover {{ background: {surface_alt}; }}
QAbstractSpinBox::up-arrow {{ image: url("{drawings}/chevron-up.svg"); width: 12px; height: 12px; }}
QAbstractSpinBox::down-arrow {{ image: url("{drawings}/chevron-down.svg"); width: 12px; height: 12px; }}

QTableView, QTreeView, QListView {{
  background: {surface}; alternate-background-color: {surface}; border: 1px solid {border}; border-radius: 8px;
  gridline-color: {border}; selection-background-color: {accent_soft}; selection-color: {on_accent_soft};
}}
QTableView:focus, QTreeView:focus, QListView:focus {{ border: 1px solid {focus}; }}
QTreeView[role="plain"], QListView[role="plain"] {{ border: 1px solid transparent; border-radius: 0; }}
QTreeView[role="plain"]:focus, QListView[role="plain"]:focus {{ border: 1px solid {focus}; }}
QTreeView[role="plain"]::item {{ padding: 4px 2px; }}
QListView[role="plain"]::item {{ padding: 4px 2px; }}
QTableView::item {{ padding: 0 6px; }}
QHeaderView {{ background: {surface_alt}; border: none; }}
QHeaderView::section {{
  background: {surface_alt}; color: {text_muted}; border: none; border-bottom: 1px solid {border}; padding: 6px 8px;
  font-weight: 600;
}}
QTableCornerButton::section {{ background: {surface_alt}; border: none; }}
QScrollArea {{ border: none; background: transparent; }}
QFrame[role="side"] QScrollArea, QFrame[role="side"] QScrollArea > QWidget > QWidget {{ background: {surface}; }}
QAbstractScrollArea::corner {{ background: transparent; border: none; }}
QScrollBar:vertical {{ background: transparent; width: 12px; margin: 0; }}
QScrollBar:horizontal {{ background: transparent; height: 12px; margin: 0; }}
QScrollBar::handle {{ background: {border_strong}; border-radius: 3px; margin: 3px; }}
QScrollBar::handle:vertical {{ min-height: 32px; }}
QScrollBar::handle:horizontal {{ min-width: 32px; }}
QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
QSplitter::handle {{ background: {border}; }}
QSplitter::handle:horizontal {{ width: 1px; }}
QSplitter::handle:vertical {{ height: 1px; }}
QSlider::groove:horizontal {{ height: 4px; border-radius: 2px; background: {border_strong}; }}
QSlider::sub-page:horizontal {{ border-radius: 2px; background: {accent}; }}
QSlider::handle:horizontal {{
  width: 12px; height: 12px; margin: -6px 0; border-radius: 8px; border: 2px solid {accent}; background: {surface};
}}
QSlider::handle:horizontal:focus {{ border-color: {focus}; background: {accent_soft}; }}
QProgressBar {{
  border: 1px solid {border_strong}; border-radius: 4px; background: {surface}; max-height: 8px; min-height: 8px;
}}
QProgressBar::chunk {{ background: {accent}; border-radius: 3px; }}
QTabBar::tab {{ padding: 8px 14px; border-bottom: 2px solid transparent; color: {text_muted}; background: transparent; }}
QTabBar::tab:selected {{ color: {text}; border-bottom: 2px solid {accent}; }}
QFrame[role="side"] QTabBar::tab {{ padding: 8px 6px; }}
QTabWidget::pane {{ border: none; border-top: 1px solid {border}; }}
QCheckBox, QRadioButton {{ spacing: 10px; min-height: 24px; }}
QCheckBox:focus, QRadioButton:focus {{ color: {focus}; }}
QCheckBox::indicator, QRadioButton::indicator {{
  width: 16px; height: 16px; border: 1px solid {border_strong}; background: {surface};
}}
QCheckBox::indicator {{ border-radius: 4px; }}
QRadioButton::indicator {{ border-radius: 9px; }}
QCheckBox::indicator:focus, QRadioButton::indicator:focus {{ border-color: {focus}; }}
QCheckBox::indicator:hover, QRadioButton::indicator:hover {{ border-color: {accent}; }}
QCheckBox::indicator:checked {{
  background: {accent}; border-color: {accent}; image: url("{drawings}/check.svg");
}}
QRadioButton::indicator:checked {{ width: 8px; height: 8px; border: 5px solid {accent}; }}
QCheckBox::indicator:disabled, QRadioButton::indicator:disabled {{ border-color: {border}; background: {surface_alt}; }}
QCheckBox::indicator:checked:disabled {{ background: {text_disabled}; border-color: {text_disabled}; }}

QWidget[role="surface"], QFrame[role="surface"] {{ background: {surface}; }}
QFrame[role="card"] {{ background: {surface}; border: 1px solid {border}; border-radius: 8px; }}
QFrame[role="side"] {{ background: {surface}; border: none; border-left: 1px solid {border}; }}
QFrame[role="choice"] {{ background: {surface}; border: 1px solid {border}; border-radius: 8px; }}
QFrame[role="choice"][chosen="true"] {{ background: {accent_soft}; border: 1px solid {accent}; }}
QFrame[role="issue"] {{ background: {surface}; border: 1px solid {border}; border-radius: 8px; }}
QFrame[role="issue"]:hover {{ background: {surface_alt}; }}
QFrame[role="issue"]:focus {{ border: 2px solid {focus}; }}
QFrame[role="nest"] {{ border: none; border-left: 2px solid {border}; }}
QFrame[role="undo-bar"] {{ background: {tooltip}; }}
QFrame[role="undo-bar"] QLabel {{ color: {on_tooltip}; }}
QFrame[role="rail"] {{ background: {surface}; border: none; border-right: 1px solid {border}; }}
QFrame[role="header"] {{ background: {surface}; border: none; border-bottom: 1px solid {border}; }}
QFrame[role="frame"][practice="true"] {{ background: {n_branch}; }}
QFrame[role="practice"] {{ background: {n_branch}; border: none; }}
QLabel[role="practice"] {{ color: {surface}; font-weight: 600; }}
QPushButton[role="link"][on="practice"] {{ color: {surface}; min-height: 20px; padding: 2px 6px; text-decoration: underline; }}
QPushButton[role="link"][on="practice"]:focus {{ border: 2px solid {surface}; padding: 1px 5px; }}
QToolButton[role="status"][on="practice"] {{ background: {n_branch}; color: {surface}; font-weight: 600; }}
QFrame[role="status"] {{ background: {surface}; border: none; border-top: 1px solid {border}; }}
QFrame[role="status"][sandbox="true"] {{ background: {warning_soft}; border-top: 3px solid {warning}; }}
QFrame[role="error-box"], QLabel[role="error-box"] {{
  background: {error_soft}; color: {error}; border: none; border-left: 3px solid {error}; border-radius: 4px; padding: 8px 12px;
}}
QFrame[role="warning-box"], QLabel[role="warning-box"] {{
  background: {warning_soft}; color: {warning}; border: none; border-left: 3px solid {warning}; border-radius: 4px;
  padding: 8px 12px;
}}
QFrame[role="info-box"], QLabel[role="info-box"] {{
  background: {info_soft}; color: {info}; border: none; border-left: 3px solid {info}; border-radius: 4px; padding: 8px 12px;
}}
QFrame[role="ok-box"], QLabel[role="ok-box"] {{
  background: {success_soft}; color: {success}; border: none; border-left: 3px solid {success}; border-radius: 4px;
  padding: 8px 12px;
}}
QFrame[role="toast"] {{ background: {tooltip}; border-radius: 8px; }}
QFrame[role="toast"] QLabel {{ color: {on_tooltip}; }}
QFrame[role="toast"] QPushButton, QFrame[role="undo-bar"] QPushButton {{
  color: {on_tooltip}; background: transparent; border-color: {on_tooltip};
}}
QLabel[role="title"] {{ font-size: {title}; font-weight: 600; }}
QLabel[role="subtitle"] {{ font-size: {subtitle}; font-weight: 600; }}
QLabel[role="strong"], QRadioButton[role="strong"], QCheckBox[role="strong"] {{ font-weight: 600; }}
QLabel[role="number"] {{ font-size: {big}; font-weight: 600; }}
QLabel[role="muted"] {{ color: {text_muted}; }}
QLabel[role="caption"] {{ color: {text_muted}; font-size: {small}; }}
QLabel[role="error"] {{ color: {error}; }}
QLabel[role="warning"] {{ color: {warning}; }}
QLabel[role="success"] {{ color: {success}; }}
QLabel[role="pill"] {{
  background: {surface_alt}; color: {text_muted}; border-radius: 9px; padding: 3px 12px; font-size: {small};
}}
QLabel[role="pill"][kind="ok"] {{ background: {success_soft}; color: {success}; }}
QLabel[role="pill"][kind="warning"] {{ background: {warning_soft}; color: {warning}; }}
QLabel[role="pill"][kind="error"] {{ background: {error_soft}; color: {error}; }}
QLabel[role="pill"][kind="info"] {{ background: {info_soft}; color: {info}; }}
QLabel[role="sandbox"] {{
  background: transparent; color: {warning}; padding: 2px 4px; font-weight: 600;
}}
QToolButton[role="rail"] {{
  border: 1px solid transparent; border-radius: 8px; padding: 6px 0; color: {text_muted}; font-size: {small};
}}
QToolButton[role="rail"]:hover {{ background: {surface_alt}; color: {text}; }}
QToolButton[role="rail"]:checked {{ background: {accent_soft}; color: {on_accent_soft}; font-weight: 600; }}
QToolButton[role="rail"]:focus {{ border: 2px solid {focus}; padding: 5px 0; }}
QLineEdit[role="title"] {{
  font-size: {title}; font-weight: 600; background: transparent; border: 1px solid transparent; padding: 2px 6px;
}}
QLineEdit[role="title"]:hover {{ border-color: {border_strong}; }}
QLineEdit[role="title"]:focus {{ background: {surface}; border: 2px solid {focus}; padding: 1px 5px; }}
QLineEdit[role="status"] {{
  min-height: 20px; padding: 1px 4px; font-size: {small}; background: transparent; border: 1px solid transparent;
}}
QLineEdit[role="status"]:hover {{ border-color: {border_strong}; }}
QLineEdit[role="status"]:focus {{ background: {surface}; border: 2px solid {focus}; padding: 0 3px; }}
QFrame[role="popover"] {{ background: {surface}; border: 1px solid {border_strong}; border-radius: 8px; }}
QFrame[role="popover"] QListWidget {{ background: transparent; }}
QToolButton[role="status"]::menu-indicator {{ image: none; }}
QToolButton[role="status"] {{ color: {text}; min-height: 22px; padding: 1px 6px; font-size: {small}; }}
"""


def sheet(tokens: Mapping[str, str], font: QFont, drawings: Path, *, thick: bool = False) -> str:
    """The style sheet for a set of colours; sizes follow the system's font, and ``thick`` draws lines twice as wide.

    ``drawings`` is the folder with the small arrows and ticks in these colours: a style sheet draws only files.
    """
    points = font.pointSizeF()
    unit, size = ("pt", points) if points > 0 else ("px", float(font.pixelSize()))
    sizes = {"title": 1.4, "subtitle": 1.15, "big": 1.9, "small": 0.9}
    words = {name: f"{size * factor:.1f}{unit}" for name, factor in sizes.items()}
    # A line of text, and as much room above and below it whatever its size.
    words["row"] = str(max(20, QFontMetrics(font).height() + 3))
    hover = _mixed(tokens["accent"], tokens["text"], 0.15)
    text = _SHEET.format(**tokens, drawings=drawings.as_posix(), accent_hover=hover, **words)
    if thick:
        focus = f"2px solid {tokens['focus']}"
        text = text.replace(focus, f"3px solid {tokens['focus']}").replace("1px solid", "2px solid")
    return text


def _mixed(one: str, other: str, share: float) -> str:
    pairs = ((int(one[i : i + 2], 16), int(other[i : i + 2], 16)) for i in (1, 3, 5))
    return "#" + "".join(f"{round(a + (b - a) * share):02X}" for a, b in pairs)
