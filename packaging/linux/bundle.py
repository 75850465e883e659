"""Decides the one file that carries the whole program: a shell script of start.sh with the packed tree behind it."""

from __future__ import annotations

import gzip
import hashlib
import io
import tarfile
from pathlib import Path

HERE = Path(__file__).resolve().parent
# Of the tree of a package: what a person who installs nothing has a use for.
PARTS = {"usr/lib/whatsapp-studio": "program", "usr/share": "share"}
LEFT_OUT = ("share/lintian", "share/doc/whatsapp-studio/changelog.gz")


def make(tree: Path, target: Path, version: str, moment: int) -> Path:
    """Write ``target`` from a tree as packages.stage lays it; returns ``target``."""
    packed = io.BytesIO()
    with (
        gzip.GzipFile(fileobj=packed, mode="wb", compresslevel=6, mtime=moment) as zipped,
        tarfile.open(fileobj=zipped, mode="w", format=tarfile.GNU_FORMAT) as archive,
    ):
        for source, name in PARTS.items():
            archive.add(tree / source, name, filter=lambda one: _plain(one, moment))
    data = packed.getvalue()
    head = (HERE / "start.sh").read_text(encoding="utf-8")
    head = head.replace("@VERSION@", version).replace("@DIGEST@", hashlib.sha256(data).hexdigest())
    head = head.replace("@LINES@", str(head.count("\n") + 1))
    target.write_bytes(head.encode() + data)
    target.chmod(0o755)
    return target


def _plain(one: tarfile.TarInfo, moment: int) -> tarfile.TarInfo | None:
    if one.name.startswith(LEFT_OUT):
        return None
    one.uid = one.gid = 0
    one.uname = one.gname = "root"
    one.mtime = moment
    return one
