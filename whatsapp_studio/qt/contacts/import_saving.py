"""Decides how rows that were left out, and files that show how a list may look, are handed to a person."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QWidget

from whatsapp_studio.app import Studio
from whatsapp_studio.audience.importing import ImportPlan, ImportResult
from whatsapp_studio.base.i18n import ntr, tr
from whatsapp_studio.base.progress import Progress
from whatsapp_studio.qt.jobs import Job
from whatsapp_studio.qt.opening import open_file
from whatsapp_studio.qt.widgets.files import choose_save, file_name
from whatsapp_studio.qt.widgets.toast import Toast


def save_skipped(beside: QWidget, studio: Studio, path: Path, plan: ImportPlan, result: ImportResult | None) -> None:
    """Ask where to, and write every row of ``path`` that is left out there with its reason, also before the import."""
    from whatsapp_studio.services.rejects import save_together

    name = file_name(f"{path.stem}-{tr('skipped')}", ".csv", "contacts")
    target = choose_save(beside, "contacts", tr("Save skipped rows"), name, tr("CSV files (*.csv)"))
    if target is None:
        return

    def work(progress: Progress) -> int:
        done = result or studio.contacts.import_file(path, plan, progress)
        files = [Path(file) for file in (done.errors_file, done.duplicates_file) if file]
        try:
            return save_together(files, target)
        finally:
            if result is None:
                for file in files:
                    file.unlink(missing_ok=True)

    def told(n: int) -> None:
        text = ntr("{n} row was saved with its reason.", "{n} rows were saved with their reasons.", n)
        Toast.show_in(beside, text, tr("Open the folder"), partial(open_file, beside, target.parent))

    Job(beside, work).on_done(told).run()


def save_sample(beside: QWidget, name: str, columns: Mapping[str, Sequence[str]]) -> None:
    """Ask where to, and write an example of a list with these columns."""
    from whatsapp_studio.services.sample_file import write_sample

    kinds = tr("CSV files (*.csv)")
    target = choose_save(beside, "contacts", tr("Save a sample file"), file_name(name, ".csv", "contacts"), kinds)
    if target is None:
        return

    def told(_nothing: None) -> None:
        text = tr("The sample file was saved.")
        Toast.show_in(beside, text, tr("Open the folder"), partial(open_file, beside, target.parent))

    Job(beside, lambda _progress: write_sample(target, columns)).on_done(told).run()
