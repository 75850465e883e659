"""Decides how one look of all screens is made: each built, looked at and drawn, by a process of its own."""

from __future__ import annotations

import faulthandler
import json
import os
import subprocess
import sys
import tempfile
import time
import traceback
from collections.abc import Callable, Iterable, Mapping
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import msgspec
from PySide6.QtCore import QtMsgType, qInstallMessageHandler
from PySide6.QtWidgets import QWidget

from tests.screens import Screen, screens
from tests.screens.looks import Finding, look
from tests.screens.reach import reach
from tests.screens.stage import Stage
from tests.screens.variants import VARIANTS, Variant

AT_ONCE = 2
_MOST_SECONDS = 600
_MOST_FOR_ONE = 30


class Shot(msgspec.Struct, frozen=True):
    """One screen in one look: how large it is, what is wrong with it, and how long it took."""

    name: str
    variant: str
    size: tuple[int, int] = (0, 0)
    findings: tuple[Finding, ...] = ()
    # What nobody can name, reach or hit.
    barriers: tuple[Finding, ...] = ()
    # The program's own widget classes that were in sight.
    seen: tuple[str, ...] = ()
    failed: str = ""
    seconds: float = 0.0

    @property
    def file(self) -> str:
        return f"{self.variant}/{self.name}.png"


def render(variant: Variant, wanted: Iterable[Screen], out: Path, *, pictures: bool) -> list[Shot]:
    """Build the screens in one look, in this process; with ``pictures`` each is drawn into ``out``."""
    from whatsapp_studio.qt.application import make_application

    app = make_application()
    variant.apply(app)
    (out / variant.name).mkdir(parents=True, exist_ok=True)
    shots = []
    with tempfile.TemporaryDirectory(prefix="screens-", ignore_cleanup_errors=True) as folder:
        for number, one in enumerate(one for one in wanted if variant.shows(one)):
            shots.append(_shoot(app, variant, one, Path(folder) / str(number), out if pictures else None))
    return shots


def _shoot(app: object, variant: Variant, one: Screen, folder: Path, out: Path | None) -> Shot:
    begun = time.monotonic()
    # One that never comes back says where it stands, and ends the process.
    faulthandler.dump_traceback_later(_MOST_FOR_ONE, exit=True)
    folder.mkdir()
    warned: list[Finding] = []
    qInstallMessageHandler(lambda kind, _context, text: _warn(warned, kind, text))
    try:
        with Stage(app, folder, variant.size) as stage:  # type: ignore[arg-type]
            widget = one.build(stage)
            shot = Shot(
                one.name,
                variant.name,
                (widget.width(), widget.height()),
                tuple(look(widget, size=variant.size, large=variant.letters > 1)),
                seen=_seen(widget),
            )
            if out is not None:
                widget.grab().save(str(out / shot.file))
            shot = msgspec.structs.replace(shot, barriers=tuple(reach(widget)))
    except Exception:
        shot = Shot(one.name, variant.name, failed=traceback.format_exc())
    finally:
        qInstallMessageHandler(None)
        faulthandler.cancel_dump_traceback_later()
    findings = (*shot.findings, *warned)
    return msgspec.structs.replace(shot, findings=findings, seconds=round(time.monotonic() - begun, 2))


def _warn(warned: list[Finding], kind: QtMsgType, text: str) -> None:
    # Said for every window where there is no screen.
    if kind not in (QtMsgType.QtDebugMsg, QtMsgType.QtInfoMsg) and "This plugin does not support" not in text:
        warned.append(Finding("Qt warned", text))


def _seen(root: QWidget) -> tuple[str, ...]:
    """The program's own classes among what is in sight, with those they come from."""
    kinds = {
        kind
        for widget in (root, *root.findChildren(QWidget))
        if widget.isVisible()
        for kind in type(widget).__mro__
        if kind.__module__.startswith("whatsapp_studio.")
    }
    return tuple(sorted(f"{kind.__module__}.{kind.__qualname__}" for kind in kinds))


# -- processes -----------------------------------------------------------------------------------


def one_look(name: str, only: str, out: Path, *, part: str = "1/1", pictures: bool) -> None:
    """What a child does: render and leave its shots in a file; ``part`` 2/4 takes the second of every four."""
    first, _, step = part.partition("/")
    shots = render(VARIANTS[name], screens(only)[int(first) - 1 :: int(step)], out, pictures=pictures)
    (out / f"{name}.json").write_bytes(msgspec.json.encode(shots))


def all_looks(
    parts: Mapping[str, str], only: str, out: Path, *, pictures: bool, said: Callable[[str], object] = lambda text: None
) -> list[Shot]:
    """Render the part of the screens that is wanted in each look, a process for each, two at a time."""
    out.mkdir(parents=True, exist_ok=True)
    with ThreadPoolExecutor(AT_ONCE) as pool:
        for name in pool.map(lambda name: _child(name, parts[name], only, out, pictures), parts):
            said(name)
    left = [(out / f"{name}.json").read_bytes() for name in parts]
    return [shot for one in left for shot in msgspec.json.decode(one, type=list[Shot])]


def _child(name: str, part: str, only: str, out: Path, pictures: bool) -> str:
    variant = VARIANTS[name]
    with tempfile.TemporaryDirectory(prefix="screens-home-", ignore_cleanup_errors=True) as home:
        screen = Path(home) / "screen.json"
        wide, high = variant.size
        screen.write_text(json.dumps({
            "synchronousWindowSystemEvents": False, "windowFrameMargins": False,
            "screens": [{"name": "one", "x": 0, "y": 0, "width": wide * variant.pixels, "height": high * variant.pixels,
                         "logicalDpi": 96, "logicalBaseDpi": 96, "dpr": 1}],
        }))  # fmt: skip
        environment = {
            **os.environ, "HOME": home, "XDG_DATA_HOME": home, "XDG_CONFIG_HOME": home, "XDG_CACHE_HOME": home,
            "XDG_STATE_HOME": home, "QT_QPA_PLATFORM": f"offscreen:configfile={screen}",
            "QT_SCALE_FACTOR": str(variant.pixels), "SCREENS_CHILD": "1",
        }  # fmt: skip
        command = [sys.executable, "-m", "tests.screens", "--child", name, "--part", part, "--only", only]
        # Rarely Qt falls while a closed screen's objects are collected, for a reason not found yet: that is said, and
        # tried once more. What a screen looks like does not depend on it.
        for _ in range(2):
            done = subprocess.run(
                [*command, "--out", str(out), *([] if pictures else ["--no-pictures"])],
                env=environment, timeout=_MOST_SECONDS, capture_output=True, text=True, check=False,
            )  # fmt: skip
            if done.returncode >= 0:
                break
            sys.stderr.write(f"{name} ended with {done.returncode}:\n{done.stderr[-4000:]}\n")
    if done.returncode:
        raise RuntimeError(f"{name} ended with {done.returncode}:\n{done.stderr[-4000:]}")
    return name
