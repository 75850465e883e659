"""Decides which licence texts go into a built program: those of its libraries, and of what the system adds to them."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from importlib.metadata import distribution
from pathlib import Path

from whatsapp_studio.services.licences import INDEX, Licence, collected


def write(folder: Path, binaries: list[tuple[str, str, str]]) -> Path:
    """Write an index and a text for each licence into ``folder``, made anew; returns it.

    ``binaries`` are PyInstaller's: name within the bundle, where it comes from, kind. Of those that no wheel brings the
    system's package manager knows whose they are.
    """
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    index = []
    for one in [*collected(), _starter(), *_of_system(binaries)]:
        if not one.text:
            raise SystemExit(f"No licence text was found for {one.name} {one.version}.")
        file = re.sub(r"[^a-z0-9]+", "-", one.name.lower()).strip("-") + ".txt"
        (folder / file).write_text(one.text + "\n", encoding="utf-8")
        index.append({"name": one.name, "version": one.version, "terms": one.terms, "file": file})
    (folder / INDEX).write_text(json.dumps(index, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    return folder


def _starter() -> Licence:
    """The small program that starts ours; its licence allows that whatever ours is."""
    found = distribution("pyinstaller")
    texts = [
        Path(str(found.locate_file(file))).read_text(encoding="utf-8")
        for file in found.files or ()
        if file.name.startswith(("COPYING", "LICENSE"))
    ]
    return Licence("PyInstaller bootloader", found.version, "GPL-2.0-or-later, with an exception", "\n\n".join(texts))


def _of_system(binaries: list[tuple[str, str, str]]) -> list[Licence]:
    """Those of the Debian packages that libraries were taken from; elsewhere no library of the system is taken."""
    if shutil.which("dpkg-query") is None:
        return []
    files = {str(Path(source).resolve()) for _, source, _ in binaries if source.startswith(("/lib", "/usr/lib"))}
    packages = set()
    for file in sorted(files):
        asked = [file, file.removeprefix("/usr")] if file.startswith("/usr/lib") else [file]
        for path in asked:
            said = subprocess.run(["dpkg-query", "-S", path], capture_output=True, text=True)
            if said.returncode == 0:
                packages.add(said.stdout.partition(":")[0])
                break
        else:
            raise SystemExit(f"Nobody knows which package {file} is from, so its licence cannot be told.")
    return [_of_package(name) for name in sorted(packages)]


def _of_package(name: str) -> Licence:
    version = subprocess.run(
        ["dpkg-query", "-W", "-f", "${Version}", name], capture_output=True, text=True, check=True
    ).stdout
    text = Path(f"/usr/share/doc/{name}/copyright").read_text(encoding="utf-8", errors="replace")
    terms = list(dict.fromkeys(re.findall(r"^License: *(\S.*)$", text, re.MULTILINE)))
    return Licence(name, version, ", ".join(terms)[:80], text)
