"""Decides how the parts of a Studio that are not always needed are made: each when somebody first asks for it."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from whatsapp_studio.base.clock import Clock
from whatsapp_studio.base.events import Hub
from whatsapp_studio.base.paths import WorkspacePaths
from whatsapp_studio.base.settings import Settings
from whatsapp_studio.services.connecting import Connections
from whatsapp_studio.services.designing import Journeys
from whatsapp_studio.services.intake import Contacts
from whatsapp_studio.services.launching import Campaigns
from whatsapp_studio.services.reporting import Reports
from whatsapp_studio.services.running.plans import Plans
from whatsapp_studio.services.sandboxing import SandboxProcess
from whatsapp_studio.services.sending import Engine
from whatsapp_studio.services.syncing import Templates
from whatsapp_studio.services.vault import Vault
from whatsapp_studio.storage.db import Store

if TYPE_CHECKING:
    # Each is brought in by whoever first asks for it: a window is there before that.
    from whatsapp_studio.services.alerts import Alerts
    from whatsapp_studio.services.audit import AuditLog
    from whatsapp_studio.services.calendar import Calendars
    from whatsapp_studio.services.checking import Checking
    from whatsapp_studio.services.consent import Consents
    from whatsapp_studio.services.doctor import Doctor
    from whatsapp_studio.services.erasing import Erasing
    from whatsapp_studio.services.errands import Errands
    from whatsapp_studio.services.experiments import Experiments
    from whatsapp_studio.services.fields import Fields
    from whatsapp_studio.services.following import Following
    from whatsapp_studio.services.media import MediaShelf
    from whatsapp_studio.services.people import People
    from whatsapp_studio.services.proofing import Proofs
    from whatsapp_studio.services.rates import RateCards
    from whatsapp_studio.services.recipes import Recipes
    from whatsapp_studio.services.rescheduling import Rescheduling
    from whatsapp_studio.services.review_file import ReviewFiles
    from whatsapp_studio.services.running.outside import Outside
    from whatsapp_studio.services.running.testing import Testing
    from whatsapp_studio.services.samples import PreviewSamples
    from whatsapp_studio.services.sampling import Sample
    from whatsapp_studio.services.segments import Segments
    from whatsapp_studio.services.shelving import Shelf
    from whatsapp_studio.services.simulating import Simulating
    from whatsapp_studio.services.snippets import Snippets
    from whatsapp_studio.services.submitting import Submitter
    from whatsapp_studio.services.turns import Turns
    from whatsapp_studio.services.watching import Watching
    from whatsapp_studio.services.writing import Writing
    from whatsapp_studio.services.writing_rules import WritingRules


class Rooms:
    """What every part stands on, and the parts that a window can do without until they are asked for."""

    paths: WorkspacePaths
    read_only: bool
    clock: Clock
    settings: Settings
    vault: Vault
    connection: Connections
    contacts: Contacts
    templates: Templates
    campaigns: Campaigns
    reports: Reports
    journeys: Journeys
    engine: Engine
    sandbox: SandboxProcess
    _store: Store
    _hub: Hub
    _plans: Plans

    @cached_property
    def audit(self) -> AuditLog:
        """What was done in this workspace, by whoever it was."""
        from whatsapp_studio.services.audit import AuditLog

        return AuditLog(self._store)

    @cached_property
    def alerts(self) -> Alerts:
        """What happened to campaigns by themselves."""
        from whatsapp_studio.services.alerts import Alerts

        return Alerts(self._store, self._hub.tell)

    @cached_property
    def rules(self) -> WritingRules:
        """When, and how often, people may be written to."""
        from whatsapp_studio.services.writing_rules import WritingRules

        return WritingRules(self._store, self.clock, self._hub.tell, self.engine.wake)

    @cached_property
    def simulating(self) -> Simulating:
        """Plays journeys with many contacts before anything is sent."""
        from whatsapp_studio.services.simulating import Simulating

        return Simulating(self._store, self.journeys, self.clock)

    @cached_property
    def events(self) -> Outside:
        """What other programs tell of, by a web address or a file."""
        from whatsapp_studio.services.running.outside import Outside

        return Outside(
            self._store, self._plans, self.vault, self.settings, self.paths.events, self.clock,
            self.engine.wake_journeys,
        )  # fmt: skip

    @cached_property
    def testing(self) -> Testing:
        """Runs a journey with test contacts, faster than it would."""
        from whatsapp_studio.services.running.testing import Testing

        return Testing(
            self._store, self.journeys, self._plans, self.clock, self._hub.tell, self.engine.wake_journeys
        )

    @cached_property
    def rates(self) -> RateCards:
        """What messages cost."""
        from whatsapp_studio.services.rates import RateCards

        return RateCards(self._store, self.settings, self.clock, self._hub.tell)

    @cached_property
    def shelf(self) -> Shelf:
        """Puts campaigns in order: the archive, the trash, their tags."""
        from whatsapp_studio.services.shelving import Shelf

        return Shelf(self._store, self.clock, self._hub.tell)

    @cached_property
    def rescheduling(self) -> Rescheduling:
        """Moves campaigns in time."""
        from whatsapp_studio.services.rescheduling import Rescheduling

        return Rescheduling(self._store, self.clock, self._hub.tell, self.engine.wake)

    @cached_property
    def calendar(self) -> Calendars:
        """What is on the calendar: campaigns, and beside them the calendars of others."""
        from whatsapp_studio.services.calendar import Calendars

        return Calendars(self._store, self.clock, self._hub.tell)

    @cached_property
    def recipes(self) -> Recipes:
        """Templates with what fills them, kept to be used again."""
        from whatsapp_studio.services.recipes import Recipes

        return Recipes(self._store, self.clock, self._hub.tell)

    @cached_property
    def checking(self) -> Checking:
        """Looks over everybody's message before anything is sent."""
        from whatsapp_studio.services.checking import Checking

        return Checking(
            self._store, self.contacts, self.templates, self.journeys, self.settings, lambda: self.media, self.clock
        )

    @cached_property
    def people(self) -> People:
        """What is known about single contacts."""
        from whatsapp_studio.services.people import People

        return People(self._store, self.clock, self._hub.tell)

    @cached_property
    def review_files(self) -> ReviewFiles:
        """Pages on which a second person reads what will be sent."""
        from whatsapp_studio.services.review_file import ReviewFiles

        return ReviewFiles(self.campaigns, self.contacts, self.segments, self.connection, self.clock)

    @cached_property
    def following(self) -> Following:
        """Campaigns for those whom another one came to less for."""
        from whatsapp_studio.services.following import Following

        return Following(self._store, self.clock, self._hub.tell)

    @cached_property
    def consent(self) -> Consents:
        """What people said to being written to, and who never is."""
        from whatsapp_studio.services.consent import Consents

        return Consents(self._store, self.clock, self._hub.tell, lambda: self.settings.default_country)

    @cached_property
    def erasing(self) -> Erasing:
        """All that is held about a person: told, handed out, taken out."""
        from whatsapp_studio.services.erasing import Erasing

        return Erasing(self._store, self.clock, self._hub.tell)

    @cached_property
    def fields(self) -> Fields:
        """What people added to contacts: in use, changed, deleted."""
        from whatsapp_studio.services.fields import Fields

        return Fields(self._store, self.clock, self._hub.tell)

    @cached_property
    def segments(self) -> Segments:
        """Rules over contacts that have a name."""
        from whatsapp_studio.services.audience_uses import uses_of
        from whatsapp_studio.services.segments import Segments

        return Segments(
            self._store, self.clock, self._hub.tell, lambda id: uses_of(self).get(("segment", id), ())
        )

    @cached_property
    def proofs(self) -> Proofs:
        """Tries messages for real on test contacts."""
        from whatsapp_studio.services.proofing import Proofs

        return Proofs(self._store, self.contacts, self.clock, self._hub.tell, self.engine.wake)

    @cached_property
    def sample(self) -> Sample:
        """Fills the workspace with made-up people, connected to the built-in sandbox."""
        from whatsapp_studio.services.sampling import Sample

        return Sample(self.sandbox, self.engine, self.templates, self.contacts, self.clock)

    @cached_property
    def snippets(self) -> Snippets:
        """Texts by name that expressions bring in."""
        from whatsapp_studio.services.snippets import Snippets

        return Snippets(self._store, self.clock, self._hub.tell)

    @cached_property
    def preview_samples(self) -> PreviewSamples:
        """Made-up values that messages are looked at with."""
        from whatsapp_studio.services.samples import PreviewSamples

        return PreviewSamples(self._store, self.clock, self._hub.tell)

    @cached_property
    def doctor(self) -> Doctor:
        """Looks at the parts when something seems wrong."""
        from whatsapp_studio.services.doctor import Doctor

        return Doctor(self._store, self.paths, self.settings, self.vault, self.connection, self.clock)

    @cached_property
    def media(self) -> MediaShelf:
        """Files that go along with messages."""
        from whatsapp_studio.services.media import MediaShelf

        return MediaShelf(self._store, self.paths.media, self.clock, self._hub.tell)

    @cached_property
    def writing(self) -> Writing:
        """Templates that are written here, until Meta has them."""
        from whatsapp_studio.services.replacing import Replacing
        from whatsapp_studio.services.writing import Writing

        tell = self._hub.tell
        replacing = Replacing(self._store, self.templates, self.journeys, self.campaigns, self.clock, tell)
        return Writing(
            self._store, self.templates, self.submitter, replacing, self.clock, tell, self.connection.api,
            self.errands.wake,
        )  # fmt: skip

    @cached_property
    def watching(self) -> Watching:
        """How templates do at Meta, and whom that concerns."""
        from whatsapp_studio.services.watching import Watching

        return Watching(self._store, self.templates, self.clock, self._hub.tell, self.connection.api)

    @cached_property
    def errands(self) -> Errands:
        """What the engine does at Meta now and then: for templates, and after what campaigns cost."""
        from whatsapp_studio.services.billing import Billing
        from whatsapp_studio.services.errands import Errands
        from whatsapp_studio.services.reviews import Reviews

        reviews = Reviews(self._store, self.templates, self.connection, self.clock)
        billing = Billing(self._store, self.clock, self._hub.tell, self.connection.api)
        made = Errands([self.submitter, reviews, self.watching, billing], self.clock, self._store.close_thread)
        self._hub.listen(made.on_changes)
        return made

    @cached_property
    def turns(self) -> Turns:
        """When campaigns that recur start, and what became of their turns."""
        from whatsapp_studio.services.turns import Turns

        return Turns(
            self._store, self.campaigns, self.clock, self._hub.tell, wake=self.wake_campaigns,
            paused=self.engine.brakes.paused,
        )  # fmt: skip

    @cached_property
    def experiments(self) -> Experiments:
        """How the messages that are compared do, and who gets the winner."""
        from whatsapp_studio.services.experiments import Experiments

        return Experiments(self._store, self.campaigns, self.clock, self._hub.tell, self.engine.wake)

    @cached_property
    def turning(self) -> Errands:
        """Starts those turns, apart from what else the engine does: planning many people takes its time."""
        from whatsapp_studio.services.errands import Errands

        made = Errands([self.turns, self.experiments], self.clock, self._store.close_thread, "turns")
        self._hub.listen(made.on_changes)
        # Told alone, it is a pause that began or is over.
        self._hub.listen(lambda changes: made.wake() if changes.sending and not changes.campaigns else None)
        return made

    def wake_campaigns(self) -> None:
        """Look at once at what campaigns have to send or to start."""
        self.engine.wake()
        if "turning" in vars(self):
            self.turning.wake()

    @cached_property
    def submitter(self) -> Submitter:
        """Hands in what is written here."""
        from whatsapp_studio.services.handles import Handles
        from whatsapp_studio.services.submitting import Submitter

        handles = Handles(self._store, self.media, self.clock)
        return Submitter(self._store, handles, self.clock, self._hub.tell, self.connection.api)
