"""Decides the words for the connection to Meta: what failed, why, and what to do about it."""

from __future__ import annotations

from whatsapp_studio.base.i18n import mark

WORDS: dict[str, tuple[str, str, str]] = {
    "not-connected": (
        mark("No account is connected."),
        mark("Messages need a WhatsApp Business account at Meta, or the sandbox."),
        mark("Connect one on the Home page."),
    ),
    "token-missing": (
        mark("The access token is not known."),
        mark("It is kept in the system's keyring, or given at each start."),
        mark("Paste the token; sending goes on where it stopped."),
    ),
    "no-keyring": (
        mark("This machine has no keyring that can be trusted with the token."),
        "",
        mark("The token is asked for at each start and never written down."),
    ),
    "keyring-locked": (
        mark("The system's keyring is locked."),
        "",
        mark("Unlock it and try again."),
    ),
    "permission-missing": (
        mark("The token lacks a permission: {scopes}."),
        mark("Sending and reading templates need both WhatsApp permissions."),
        mark("In Meta's Business settings, open the system user and make a new token with these permissions."),
    ),
    "number-not-connected": (
        mark("Meta says this number cannot send (status {status})."),
        "",
        mark("Open the number in WhatsApp Manager, register it, and test again."),
    ),
    "no-app-secret": (
        mark("The app secret is not known."),
        mark("Without it the origin of a webhook cannot be proved, so all are refused."),
        mark("Copy it from your Meta app's basic settings into the connection."),
    ),
    "webhook-port-taken": (
        mark("Port {port} is used by another program."),
        mark("Statuses and replies cannot be received."),
        mark("Choose another port in the settings, or close that program."),
    ),
    "business-account": (
        mark("Meta business account"),
        mark("Everything else hangs on it."),
        mark("Create one in Meta Business Suite and accept its terms."),
    ),
    "verified-number": (
        mark("WhatsApp Business account with a verified name and number"),
        mark("People see this name above your message."),
        mark("Add the number in WhatsApp Manager and have its display name approved."),
    ),
    "token": (
        mark("Access token with the right permissions"),
        mark("The Studio sends with it; it stays in your keyring."),
        mark("Make a system user in Business settings, give it the account, and copy its token."),
    ),
    "approved-templates": (
        mark("At least one approved template"),
        mark("Only approved templates may open a conversation."),
        mark("Write one in WhatsApp Manager, then sync the templates here."),
    ),
    "content-rules": (
        mark("I know the content rules"),
        mark("Some goods and messages are not allowed on WhatsApp, whoever asks for them."),
        mark("Read Meta's commerce policy, then tick."),
    ),
    "meta-policies": (
        mark("I follow Meta's messaging policies"),
        mark("People must have agreed to hear from you, and can stop at any time."),
        mark("Read the WhatsApp Business messaging policy, then tick."),
    ),
    "messaging-limits": (
        mark("I know the 24-hour window and the messaging limits"),
        mark(
            "Free text is possible for 24 hours after someone writes; new numbers may reach few people a day."
        ),
        mark("Read how limits grow with quality, then tick."),
    ),
}
