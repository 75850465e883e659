"""Decides the words for trouble with the workspace, its file, its disk and the command line."""

from __future__ import annotations

from whatsapp_studio.base.i18n import mark

WORDS: dict[str, tuple[str, str, str]] = {
    "workspace-read-only": (
        mark("Another program has this workspace open."),
        mark("Only one may change it, so that nobody is messaged twice."),
        mark("Close the other one, or go on here without changing anything."),
    ),
    "workspace-in-use": (
        mark("The workspace {path} is open in another program."),
        "",
        mark("Close that program and try again."),
    ),
    "workspace-empty": (mark("There is no workspace in {path}."), "", mark("Check the folder's name.")),
    "workspace-too-new": (
        mark("A newer version of WhatsApp Studio made the workspace {path}."),
        mark("This version does not know everything in it."),
        mark("Install the newer version; nothing was changed."),
    ),
    "clock-unreadable": (
        mark("The clock {given} cannot be read."),
        "",
        mark("Write WHATSAPP_STUDIO_CLOCK as a moment, @ and a speed: 2026-12-07T09:00+01:00@1000"),
    ),
    "receiver-runs-already": (
        mark("The webhook receiver of {path} runs already."),
        "",
        mark("Use that one, or end it first."),
    ),
    "disk-full": (
        mark("The disk is full."),
        mark("The last step could not be written and was taken back; nothing is lost."),
        mark("Free some space and try again."),
    ),
    "disk-error": (
        mark("The disk reported an error."),
        mark("The last step was taken back."),
        mark("Make a backup to another disk, then have the disk checked."),
    ),
    "disk-read-only": (
        mark("The workspace cannot be written to."),
        mark("Its folder or disk is read-only."),
        mark("Choose another folder, or change its permissions."),
    ),
    "database-busy": (
        mark("The workspace was busy for too long."),
        mark("Another program is writing to it."),
        mark("Try again in a moment."),
    ),
    "database-cannot-open": (
        mark("The workspace's file could not be opened."),
        "",
        mark("Check that the folder exists and may be read."),
    ),
    "database-damaged": (
        mark("The workspace's file is damaged."),
        "",
        mark("Restore your last backup; the damaged file is kept."),
    ),
    "report-kind": (
        mark("{name} has no ending that a report can be written in."), "", mark("Choose .csv, .xlsx or .html."),
    ),
    "cannot-write": (mark("{path} could not be written."), "{details}", mark("Choose another place and try again.")),
    "cannot-read": (mark("{path} could not be read."), "{details}", mark("Check the file and try again.")),
    "not-a-backup": (
        mark("{path} is not a backup of WhatsApp Studio."),
        "",
        mark("Choose another file; nothing was changed."),
    ),
    "backup-too-new": (
        mark("A newer version of WhatsApp Studio made the backup {path}."),
        "",
        mark("Install the newer version first."),
    ),
    "setting-out-of-range": (
        mark("{value} does not fit this setting."),
        "",
        mark("Choose a value between {low} and {high}."),
    ),
    "sandbox-did-not-start": (
        mark("The sandbox did not start."),
        "",
        mark("Try again; what it said is in {log}."),
    ),
    "internal-error": (
        mark("Sending stopped because of a fault in the program."),
        mark("Nothing is sent twice; what was on its way is listed as in doubt."),
        mark("Resume, and report the fault with the log if it comes back."),
    ),
}
