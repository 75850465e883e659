"""Decides what an error answer looks like: Meta's code, HTTP status and sentence for everything that is refused."""

from __future__ import annotations

import base64
import hashlib
import itertools
import json
from collections.abc import Mapping

# code: (HTTP status, Meta's short sentence). Those above 1000 are shown as "(#code) sentence".
KNOWN: Mapping[int, tuple[int, str]] = {
    0: (401, "We were unable to authenticate the app user."),
    1: (400, "Invalid request. Possible server error."),
    2: (503, "Service temporarily unavailable."),
    3: (500, "Capability or permissions issue."),
    4: (429, "Application request limit reached"),
    10: (403, "Application does not have permission for this action"),
    33: (400, "The business phone number has been deleted."),
    100: (400, "Invalid parameter"),
    104: (401, "An access token is required to request this resource"),
    190: (401, "Invalid OAuth access token"),
    200: (
        403,
        "You do not have the necessary permissions to send messages on behalf of this WhatsApp Business Account",
    ),
    368: (403, "Temporarily blocked for policies violations."),
    2200: (400, "Callback verification failed"),
    80007: (429, "There have been too many calls to this WhatsApp Business Account. Wait a bit and try again."),
    130403: (400, "User is blocked"),
    130429: (400, "Rate limit hit"),
    130472: (400, "User's number is part of an experiment"),
    130497: (403, "Business account is restricted from messaging users in this country"),
    131000: (500, "Something went wrong"),
    131005: (403, "Access denied"),
    131008: (400, "Required parameter is missing"),
    131009: (400, "Parameter value is not valid"),
    131016: (500, "Service unavailable"),
    131021: (400, "Recipient cannot be sender"),
    131026: (400, "Message undeliverable"),
    131030: (400, "Recipient phone number not in allowed list"),
    131031: (403, "Business Account locked"),
    131037: (400, "WhatsApp provided number needs display name approval before message can be sent"),
    131042: (400, "Business eligibility payment issue"),
    131045: (500, "Incorrect certificate"),
    131047: (400, "Re-engagement message"),
    131048: (400, "Spam rate limit hit"),
    131049: (400, "This message was not delivered to maintain healthy ecosystem engagement"),
    131050: (400, "User has stopped marketing messages"),
    131051: (400, "Message type unknown"),
    131052: (400, "Media download error"),
    131053: (400, "Media upload error"),
    131055: (400, "Method not allowed"),
    131056: (400, "(Business Account, Consumer Account) pair rate limit hit"),
    131057: (500, "Account in maintenance mode"),
    131059: (400, "Invalid cursor"),
    131062: (400, "Business-scoped user ID recipients are not supported for this message"),
    131063: (400, "Marketing templates are disabled for Cloud API"),
    131064: (400, "Messaging limit reached because of template misclassification"),
    132000: (400, "Number of parameters does not match the expected number of params"),
    132001: (404, "Template name does not exist in the translation"),
    132005: (400, "Translated text too long"),
    132007: (400, "Template format character policy violated"),
    132012: (400, "Parameter format does not match format in the created template"),
    132015: (400, "Template is paused due to low quality"),
    132016: (400, "Template is disabled due to low quality"),
    132018: (400, "There is an issue with the parameters in your template"),
    132068: (400, "Flow is in blocked state"),
    132069: (400, "Flow is in throttled state"),
    133004: (503, "Server is temporarily unavailable"),
    133010: (400, "Account not registered"),
    135000: (400, "Generic user error"),
    137000: (400, "Recipient identity key hash mismatch"),
    200005: (400, "Template Insights is not available yet."),
    200006: (400, "Template Insights cannot be disabled once they have been enabled."),
    200007: (400, "Template Insights has not been enabled for this WhatsApp Business Account."),
}
TRANSIENT = frozenset({1, 2, 4, 80007, 130429, 131000, 131016, 131056, 131057, 133004})
HREF = "https://developers.facebook.com/documentation/business-messaging/whatsapp/support/error-codes/"
_traces = itertools.count(1)


def trace_id() -> str:
    """A support reference of the shape Meta gives with every error."""
    digest = hashlib.blake2b(str(next(_traces)).encode(), digest_size=16).digest()
    return "A" + base64.urlsafe_b64encode(digest).decode().rstrip("=")


class GraphError(Exception):
    """A refusal: raised anywhere below the routes, answered by the gate as Meta would.

    ``details`` is the sentence of ``error_data``; ``title`` and ``text`` are those shown to people
    for template trouble; ``kind`` is Meta's name of the exception.
    """

    def __init__(
        self,
        code: int,
        details: str = "",
        *,
        message: str = "",
        subcode: int | None = None,
        status: int | None = None,
        kind: str = "OAuthException",
        title: str = "",
        text: str = "",
    ) -> None:
        known_status, sentence = KNOWN.get(code, (400, "Unknown error"))
        super().__init__(code, details)
        self.code = code
        self.details = details
        self.status = status or known_status
        prefixed = code >= 1000 or (code in (10, 100, 200) and bool(details))
        self.message = message or (f"(#{code}) {sentence}" if prefixed else sentence)
        self.subcode = subcode
        self.kind = kind
        self.title = title
        self.text = text

    def body(self) -> bytes:
        """The JSON of the answer."""
        error: dict[str, object] = {"message": self.message, "type": self.kind, "code": self.code}
        if self.details:
            error["error_data"] = {"messaging_product": "whatsapp", "details": self.details}
        if self.subcode is not None:
            error["error_subcode"] = self.subcode
        if self.title:
            error["is_transient"] = False
            error["error_user_title"] = self.title
            error["error_user_msg"] = self.text
        elif self.code in TRANSIENT:
            error["is_transient"] = True
        error["fbtrace_id"] = trace_id()
        return json.dumps({"error": error}).encode()


def no_such_object(node: str, method: str) -> GraphError:
    """What Graph says of an id it does not know, or that the token may not see."""
    return GraphError(
        100,
        message=f"Unsupported {method.lower()} request. Object with ID '{node}' does not exist, cannot be loaded due "
        "to missing permissions, or does not support this operation. Please read the Graph API documentation at "
        "https://developers.facebook.com/docs/graph-api",
        subcode=33,
        status=400,
        kind="GraphMethodException",
    )


def news_error(code: int, details: str) -> dict[str, object]:
    """The error object inside a ``failed`` status."""
    sentence = KNOWN[code][1]
    return {
        "code": code,
        "title": sentence,
        "message": sentence,
        "error_data": {"details": details or sentence},
        "href": HREF,
    }
