"""Decides where the program's own files and a person's workspaces are."""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass
from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent.parent


def resource(name: str) -> Path:
    """The path of a shipped file such as ``icons/house.svg``: from the wheel, or from a source tree."""
    shipped = _PACKAGE / "_resources"
    return (shipped if shipped.is_dir() else _PACKAGE.parent / "resources") / name


def built() -> bool:
    """Whether this is the built program, that needs no Python of the machine's."""
    return bool(getattr(sys, "frozen", False))


def program() -> list[str]:
    """The command that starts this very program once more, its output to be read by us."""
    if not built():
        return [sys.executable, "-m", "whatsapp_studio"]
    # On Windows the one with a window has no output; its twin beside it has.
    twin = Path(sys.executable).with_name("whatsapp-studio-cli.exe")
    return [str(twin) if twin.is_file() else sys.executable]


def default_workspace() -> Path:
    """The folder of the workspace that opens when none is named."""
    from platformdirs import user_data_path

    return user_data_path("WhatsApp Studio", appauthor=False) / "workspace"


@dataclass(frozen=True, slots=True)
class WorkspacePaths:
    """The files of one workspace folder."""

    root: Path

    @property
    def database(self) -> Path:
        return self.root / "studio.db"

    @property
    def settings(self) -> Path:
        return self.root / "settings.json"

    @property
    def logs(self) -> Path:
        return self.root / "logs"

    @property
    def exports(self) -> Path:
        return self.root / "exports"

    @property
    def events(self) -> Path:
        """Where files with events are dropped; made when it is first looked into."""
        return self.root / "events"

    @property
    def media(self) -> Path:
        """Files that go along with messages, named by what is in them; made when the first one comes."""
        return self.root / "media"

    @property
    def writer_lock(self) -> Path:
        return self.root / "writer.lock"

    @property
    def receiver_lock(self) -> Path:
        return self.root / "receiver.lock"

    def create(self) -> None:
        """Make the folders, readable by their owner alone where the system knows that."""
        for folder in (self.root, self.logs, self.exports):
            folder.mkdir(parents=True, exist_ok=True)
        if os.name == "posix":
            self.root.chmod(0o700)
