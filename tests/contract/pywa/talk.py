"""Talks to a running sandbox through pywa, a client we did not write; run by test_pywa.py in pywa's own environment.

Reads the sandbox's connection line as JSON from standard input; writes what it saw as JSON to standard output.
Any error pywa logs while it parses a webhook ends the program.
"""

from __future__ import annotations

import json
import logging
import queue
import sys
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, urlsplit

import pywa
from pywa import errors, utils
from pywa.types import Pagination
from pywa.types import templates as t

VERIFY = "a word both sides know"
PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c4890000000d49444154789c63f8cfc0f01f000501"
    "01ff5e1e2ec00000000049454e44ae426082"
)


class Loud(logging.Handler):
    """Keeps every warning and error pywa logs: it swallows what goes wrong in parsing."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.lines.append(self.format(record))


def receiver(posts: queue.Queue[tuple[bytes, str]]) -> ThreadingHTTPServer:
    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            query = parse_qs(urlsplit(self.path).query)
            right = query["hub.verify_token"] == [VERIFY]
            self.send_response(200 if right else 403)
            self.end_headers()
            self.wfile.write(query["hub.challenge"][0].encode() if right else b"")

        def do_POST(self) -> None:
            posts.put((self.rfile.read(int(self.headers["Content-Length"])), self.headers["X-Hub-Signature-256"]))
            self.send_response(200)
            self.end_headers()

        def log_message(self, format: str, *args: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return server


def single(raw: bytes) -> list[bytes]:
    """A batched body as bodies of one piece of news each: pywa looks at the first of each only."""
    body = json.loads(raw)
    found = []
    for entry in body["entry"]:
        for change in entry["changes"]:
            value = change["value"]
            many = "statuses" if "statuses" in value else ""
            for n in range(len(value[many]) if many else 1):
                one = {**value, many: [value[many][n]], "contacts": [value["contacts"][n]]} if many else value
                part = {**entry, "changes": [{**change, "value": one}]}
                found.append(json.dumps({"object": body["object"], "entry": [part]}).encode())
    return found


def main() -> None:
    info = json.loads(sys.stdin.readline())
    loud = Loud()
    logging.getLogger("pywa").addHandler(loud)
    posts: queue.Queue[tuple[bytes, str]] = queue.Queue()
    server = receiver(posts)
    wa = pywa.WhatsApp(
        phone_id=info["phone_number_id"],
        token=info["token"],
        waba_id=info["waba_id"],
        app_id=info["app_id"],
        app_secret=info["app_secret"],
        server=None,
        verify_token=VERIFY,
    )
    wa.api._session.base_url = info["url"] + "/v25.0"
    seen: dict[str, object] = {"updates": [], "statuses": [], "texts": [], "taps": [], "preferences": []}

    def note(kind: str, value: object) -> None:
        seen[kind].append(value)  # type: ignore[attr-defined]

    wa.on_message()(lambda _, m: note("texts", [m.from_user.wa_id, m.text]))
    wa.on_callback_button()(lambda _, b: note("taps", [b.from_user.wa_id, b.data]))
    wa.on_message_status()(lambda _, s: note("statuses", [s.id, s.status.value, s.tracker, s.error and s.error.code]))
    wa.on_user_marketing_preferences()(lambda _, p: note("preferences", [p.from_user.wa_id, p.value.value]))
    wa.on_template_status_update()(lambda _, u: note("updates", [u.template_name, u.new_status.value]))

    url = f"http://127.0.0.1:{server.server_address[1]}/hook"
    assert wa.override_waba_callback_url(callback_url=url, verify_token=VERIFY).success
    try:
        wa.override_waba_callback_url(callback_url=url, verify_token="another word")
    except errors.WhatsAppError as error:
        seen["handshake_refused"] = error.code

    def send(to: str, *params: object, name: str = "order_update", tracker: str = "") -> object:
        return wa.send_template(to=to, name=name, language=t.TemplateLanguage.DUTCH, params=params, tracker=tracker)

    order = [
        t.HeaderText.params("FG-1"),
        t.BodyText.params("Zoë", "onderweg", "vrijdag"),
        t.URLButton.params(url_variable="FG-1", index=0),
    ]
    spring = [t.BodyText.params(first_name="Zoë")]
    sent = send(info["reads"], *order, tracker="order-1")
    seen["template"] = {"id": sent.id, "to": sent.to, "status": sent.status.value}
    send(info["tap"], *spring, name="spring_offer", tracker="spring-1")
    send(info["fails"], *spring, name="spring_offer", tracker="spring-2")
    send(info["stop"], *spring, name="spring_offer")
    try:
        send(info["reads"], name="spring_offer")
    except errors.WhatsAppError as error:
        seen["refused"] = {"code": error.code, "kind": type(error).__name__, "details": error.details}

    media = wa.upload_media(PNG, mime_type="image/png", filename="fiets.png")
    seen["media"] = {"id": media.id, "same": wa.get_media_bytes(wa.get_media_url(media.id).url) == PNG}
    collection = [t.HeaderImage.params(image=media.id), t.BodyText.params("Maria", "549")]
    seen["picture"] = send(info["reads"], *collection, name="new_collection").id

    page = wa.get_templates(pagination=Pagination(limit=10))
    listed = list(page)
    while page.has_next:  # page.next() of this version fails: it builds the next page with wrong arguments
        page = wa.get_templates(pagination=Pagination(limit=10, after=page.after))
        listed += list(page)
    seen["templates"] = [[x.name, x.language.value, x.status.value, x.category.value] for x in listed]
    seen["total"] = page.total_count
    created = wa.create_template(
        t.Template(
            name="made_by_another",
            language=t.TemplateLanguage.DUTCH,
            category=t.TemplateCategory.MARKETING,
            parameter_format=t.ParamFormat.NAMED,
            components=[
                t.BodyText("Hoi {{first_name}}, kom zaterdag naar de winkel voor koffie en taart.", first_name="Maria"),
                t.FooterText(text="Antwoord STOP om je af te melden"),
                t.Buttons(buttons=[t.QuickReplyButton(text="Ik kom"), t.QuickReplyButton(text="Stop")]),
            ],
        )
    )
    seen["created"] = {"id": created.id, "status": created.status.value}
    phone = wa.get_business_phone_number()
    seen["phone"] = [phone.display_phone_number, phone.verified_name, str(phone.quality_rating)]
    account = wa.get_business_account()
    seen["account"] = [str(account.id), account.name]

    ends = time.monotonic() + 25
    while time.monotonic() < ends:
        try:
            raw, signature = posts.get(timeout=1)
        except queue.Empty:
            continue
        assert wa.webhook_update_validator(raw, signature) is None, "the signature does not fit"
        assert not utils.webhook_updates_validator(info["app_secret"], raw + b" ", signature)
        for part in single(raw):
            assert wa.webhook_update_handler(part) == ("ok", 200)
        if seen["taps"] and seen["preferences"] and seen["updates"] and len(seen["statuses"]) >= 12:
            break
    if seen["texts"] or seen["taps"]:
        sent = wa.send_message(to=info["tap"], text="Tot zaterdag! 🚲")
        seen["text"] = {"id": sent.id, "to": sent.to}
    seen["logged"] = loud.lines
    sys.stdout.write(json.dumps(seen))


if __name__ == "__main__":
    main()
