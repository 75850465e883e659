"""Decides how a template is refused: Meta's subcode with its title, and the sentence that a person is shown."""

from __future__ import annotations

from whatsapp_studio.sandbox.errors import GraphError

# Subcodes of code 100 in answers about templates. Sources: Meta's error codes (2026-09); 2388023, 2388024, 2388043,
# 2388109, 2494102 and 2593002 as seen in public answers.
TITLES = {
    2388019: "Message template limit exceeded",
    2388023: "Message template language is being deleted",
    2388024: "Content in this language already exists",
    2388039: "Message template cannot be changed",
    2388040: "Character limit exceeded",
    2388043: "Sample is missing",
    2388047: "Header format is incorrect",
    2388072: "Body format is incorrect",
    2388073: "Footer format is incorrect",
    2388109: "This message template cannot be created",
    2388293: "Too many variables for the length of the text",
    2388299: "Variables can't be at the start or end of the text",
    2494102: "Uploaded media handle is invalid",
    2593002: "Message template not found",
}


def refuse(subcode: int, text: str) -> GraphError:
    """A refusal that has a subcode of its own; ``text`` is what a person is shown."""
    return GraphError(100, subcode=subcode, title=TITLES[subcode], text=text)


def wrong(text: str) -> GraphError:
    """A rule that is broken and has no subcode of its own."""
    return GraphError(100, message=f"(#100) {text}", title="Invalid parameter", text=text)


def bad(text: str) -> GraphError:
    """A parameter that Graph does not understand."""
    return GraphError(100, message=f"(#100) {text}")
