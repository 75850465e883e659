"""Decides what a sample workspace holds: the sandbox connected, its templates, and made-up people."""

from __future__ import annotations

from whatsapp_studio.audience.importing import ImportPlan, ImportResult
from whatsapp_studio.base.clock import Clock
from whatsapp_studio.base.paths import resource
from whatsapp_studio.base.progress import Progress, Unwatched
from whatsapp_studio.services.intake import Contacts
from whatsapp_studio.services.sandboxing import SandboxProcess
from whatsapp_studio.services.sending import Engine
from whatsapp_studio.services.syncing import Templates

CONTACTS = "samples/contacts.csv"
COUNTRY = "NL"
CONSENT_SOURCE = "sample data"
# People in the sandbox answer this much faster than in life, so that a report fills while one looks at it.
SPEED = 20.0


class Sample:
    """Everything to try the program with before there is an account."""

    def __init__(
        self, sandbox: SandboxProcess, engine: Engine, templates: Templates, contacts: Contacts, clock: Clock
    ) -> None:
        self._sandbox, self._engine, self._templates = sandbox, engine, templates
        self._contacts, self._clock = contacts, clock

    def connect(self, *, speed: float = SPEED) -> None:
        """Start the sandbox, connect the workspace to it, its webhooks sent to the engine's receiver; then sync."""
        if not self._engine.status().receiver_ok:
            # Another program has the usual port; the sandbox posts to any.
            self._engine.stop()
            self._engine.start(port=0)
        self._sandbox.connect_workspace(webhook_url=self._engine.status().receiver_url, speed=speed)
        self._templates.sync()

    def import_people(self, progress: Progress = Unwatched()) -> ImportResult:
        """Import the made-up people; they are marked as samples and can be removed again together."""
        path = resource(CONTACTS)
        preview = self._contacts.preview(path, country=COUNTRY)
        plan = ImportPlan(
            mapping=preview.mapping, country=COUNTRY, consent_source=CONSENT_SOURCE, consent_at=self._clock.now(),
            options=preview.options, new_kinds=preview.kinds, is_sample=True,
        )  # fmt: skip
        return self._contacts.import_file(path, plan, progress)

    def prepare(self) -> None:
        """A workspace to try everything in; people that are there already are kept."""
        self.connect()
        if self._contacts.count() == 0:
            self.import_people()
