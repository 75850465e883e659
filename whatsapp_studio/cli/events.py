"""Decides how an event is fired on the command line, also beside a program that has the workspace open."""

from __future__ import annotations

import click

from whatsapp_studio.base.errors import UserError
from whatsapp_studio.base.i18n import tr
from whatsapp_studio.base.words_running import must_be_open
from whatsapp_studio.cli.journeys import journey
from whatsapp_studio.cli.shared import Context, say
from whatsapp_studio.journeys.entries import SOURCES, Source
from whatsapp_studio.services.running.outside import Event


@journey.command("fire")
@click.argument("event")
@click.option("--contact", "phone", metavar="PHONE", default="", help="Whom it is about; none for a business event.")
@click.option("--set", "sets", metavar="NAME=VALUE", multiple=True, help="A value that the event carries.")
@click.option(
    "--from", "source", type=click.Choice(SOURCES), default="manual",
    help="As if it came by hand, in a file, or by a request.",
)  # fmt: skip
@click.pass_obj
def journey_fire(obj: Context, event: str, phone: str, sets: tuple[str, ...], source: Source) -> None:
    """Let EVENT have happened, so that contacts enter and move on in the journeys that wait for it."""
    fields = dict(pair(one) for one in sets)
    with obj.studio(role="teller") as studio:
        contact = studio.events.contact(phone) if phone else None
        heard = studio.events.fire(event, contact, fields, source=source)
        outlook = studio.events.outlook(Event(name=event, contact=contact), source)
    say(must_be_open())
    values = {
        "event": event.strip(), "contact": contact, "fields": fields,
        "heard": [{"journey": one.journey_id, "name": one.journey, "as": one.ear.what, "step": one.ear.step}
                  for one in heard],
    }  # fmt: skip
    obj.answer(values, f"{tr('“{event}” was fired.', event=event.strip())} {outlook}")


def pair(text: str) -> tuple[str, str]:
    """``NAME=VALUE`` as two; raises ``UserError("event-field")``."""
    name, equals, given = text.partition("=")
    if not equals or not name.strip():
        raise UserError("event-field", field=text[:64])
    return name.strip(), given
