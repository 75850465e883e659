"""Decides how soon the built program can be used, and what it takes while nobody does anything.

Baseline: a window with nothing in it, frozen the same way, started in turn with the program. Both are made by
packaging/build.py (``program`` and ``bare``). Run it as a module:

    .venv/bin/python -m tests.benchmarks.bench_start [--rounds N] [--source] [--idle SECONDS]

``--source`` measures the program of this folder instead of the built one; the limits then do not count.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import median

from whatsapp_studio.app import Studio
from whatsapp_studio.base.clock import iso

ROOT = Path(__file__).resolve().parents[2]
PROGRAM, BARE = ROOT / "dist/whatsapp-studio/whatsapp-studio", ROOT / "dist/bare/bare"
PEOPLE, SETTLED = 100_000, 20.0
# First paint and usable in seconds, first paint against the bare window's, idle share of one core, idle megabytes.
MOST = {"painted": 1.0, "usable": 1.5, "ratio": 2.5, "idle_cpu": 0.01, "idle_mb": 250.0}
_TICKS = os.sysconf("SC_CLK_TCK")


def fill(folder: Path) -> None:
    """A workspace with many contacts, all of whom agreed, in lists, as after a large import."""
    studio = Studio.open(folder)
    now = iso(studio.clock.now())
    with studio._store.write() as conn:
        conn.executemany(
            "INSERT INTO contacts (phone, first_name, last_name, language, country, marketing, created_at, updated_at)"
            " VALUES (?, ?, 'Jansen', 'nl', 'NL', 'yes', ?, ?)",
            ((f"+3161{n:07d}", f"Person {n}", now, now) for n in range(PEOPLE)),
        )
    for n in range(3):
        studio.contacts.create_list(f"List {n}")
    studio.settings.webhook_enabled = False
    studio.close()


@contextmanager
def screen() -> Iterator[dict[str, str]]:
    """The environment of a real X server where there is one, else Qt's own drawing without a screen."""
    if shutil.which("Xvfb") is None:
        yield {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
        return
    reading, writing = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(writing), "-screen", "0", "1366x768x24", "-nolisten", "tcp"], pass_fds=[writing],
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )  # fmt: skip
    os.close(writing)
    try:
        with os.fdopen(reading) as answer:
            yield {**os.environ, "DISPLAY": f":{answer.readline().strip()}", "QT_QPA_PLATFORM": "xcb"}
    finally:
        server.terminate()
        server.wait()


def family(pid: int) -> list[int]:
    """A process and all below it."""
    try:
        children = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
    except OSError:
        return []
    return [pid, *(one for child in children for one in family(int(child)))]


def cpu(pid: int) -> float:
    """Seconds of processor time that a process took so far, with what it started."""
    total = 0
    for one in family(pid):
        fields = Path(f"/proc/{one}/stat").read_text().rpartition(")")[2].split()
        total += int(fields[11]) + int(fields[12])
    return total / _TICKS


def memory(pid: int) -> float:
    """Megabytes: what is shared with others counted by its share (PSS)."""
    lines = (line for one in family(pid) for line in Path(f"/proc/{one}/smaps_rollup").read_text().splitlines())
    return sum(int(line.split()[1]) for line in lines if line.startswith("Pss:")) * 1024 / 1e6


def start_bare(env: dict[str, str]) -> dict[str, float]:
    """Seconds to its first paint, and processor time until then."""
    began = time.time()
    child = subprocess.Popen([BARE, "--stay"], env=env, stdout=subprocess.PIPE, text=True)
    assert child.stdout is not None
    painted = float(child.stdout.readline()) - began
    spent = cpu(child.pid)
    child.kill()
    child.communicate()
    return {"painted": painted, "cpu": spent}


@contextmanager
def started(command: list[str], workspace: Path, env: dict[str, str]) -> Iterator[tuple[int, dict[str, float]]]:
    """The program until it can be used: its process, and its times."""
    times = workspace.parent / "times.json"
    times.unlink(missing_ok=True)
    began = time.time()
    child = subprocess.Popen(
        [*command, "--workspace", str(workspace)], env={**env, "WHATSAPP_STUDIO_TIMES": str(times)}, cwd=ROOT
    )
    found: dict[str, float] = {}
    while "usable" not in found:
        if child.poll() is not None or time.time() - began > 60:
            raise SystemExit(f"the program ended with {child.poll()}, or was never usable")
        time.sleep(0.005)
        found = json.loads(times.read_text()) if times.exists() else {}
    try:
        yield child.pid, {"cpu": cpu(child.pid), **{name: at - began for name, at in found.items()}}
    finally:
        child.send_signal(signal.SIGTERM)
        child.wait()


def main() -> int:
    given = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    given.add_argument("--rounds", type=int, default=9)
    given.add_argument("--source", action="store_true")
    given.add_argument("--idle", type=float, default=30.0)
    asked = given.parse_args()
    command = [sys.executable, "-m", "whatsapp_studio"] if asked.source else [str(PROGRAM)]
    for needed in (BARE, *(() if asked.source else (PROGRAM,))):
        if not needed.exists():
            raise SystemExit(f"{needed.relative_to(ROOT)} is not there: packaging/build.py makes it")
    with tempfile.TemporaryDirectory(prefix="studio-start-") as folder, screen() as env:
        workspace = Path(folder) / "workspace"
        env = {**env, "HOME": folder, "XDG_RUNTIME_DIR": folder, "DBUS_SESSION_BUS_ADDRESS": "disabled:"}
        fill(workspace)
        bare, program = [], []
        for turn in range(asked.rounds + 1):
            one = start_bare(env)
            with started(command, workspace, env) as (_, other):
                pass
            if turn:  # the first one reads the disk
                bare.append(one)
                program.append(other)
        with started(command, workspace, env) as (pid, _):
            time.sleep(SETTLED)
            before, at = cpu(pid), time.monotonic()
            time.sleep(asked.idle)
            idle, used = (cpu(pid) - before) / (time.monotonic() - at), memory(pid)
    return report(bare, program, idle, used, counts=not asked.source)


def report(
    bare: list[dict[str, float]], program: list[dict[str, float]], idle: float, used: float, *, counts: bool
) -> int:
    """Print what was measured; 1 where a limit is exceeded."""

    def middle(runs: list[dict[str, float]], name: str) -> float:
        return median(run[name] for run in runs)

    print(f"{len(program)} starts each in turn, medians (least to most); {PEOPLE:,} contacts")
    for called, runs in (("bare window", bare), ("program", program)):
        for name in runs[0]:
            each = sorted(run[name] for run in runs)
            print(f"  {called:12} {name:8} {median(each):6.3f} s  ({each[0]:.3f} to {each[-1]:.3f})")
    found = {
        "painted": middle(program, "painted"), "usable": middle(program, "usable"),
        "ratio": middle(program, "painted") / middle(bare, "painted"), "idle_cpu": idle, "idle_mb": used,
    }  # fmt: skip
    good = True
    for name, value in found.items():
        good &= value <= MOST[name]
        print(f"  {name:10} {value:8.3f}  at most {MOST[name]:g}  {'' if value <= MOST[name] else 'TOO MUCH'}")
    return 0 if good or not counts else 1


if __name__ == "__main__":
    sys.exit(main())
