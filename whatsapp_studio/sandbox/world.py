"""Decides what exists in the sandbox: one business with its ids, numbers, token and secret, all made from the seed."""

from __future__ import annotations

import base64
import hashlib
import struct
import time
from collections.abc import Callable
from dataclasses import dataclass, field

SCOPES = ("whatsapp_business_management", "whatsapp_business_messaging")
Now = Callable[[], float]


def digest(*parts: object, size: int = 32) -> bytes:
    """Bytes that follow from ``parts`` alone, the same on every machine."""
    return hashlib.blake2b("|".join(map(str, parts)).encode(), digest_size=size).digest()


def fractions(*parts: object) -> tuple[float, ...]:
    """Eight numbers in [0, 1) that follow from ``parts`` alone."""
    return tuple(n / 4294967296 for n in struct.unpack(">8I", digest(*parts)))


def made_id(*parts: object, first: str = "1") -> str:
    """A 15-digit id as Meta gives them."""
    return first + f"{int.from_bytes(digest(*parts, size=8), 'big') % 10**14:014d}"


@dataclass(slots=True)
class Rates:
    """How often a made-up person does what; each is a share between 0 and 1."""

    unreachable: float = 0.015
    capped: float = 0.006
    experiment: float = 0.003
    silent: float = 0.03
    read: float = 0.78
    tap: float = 0.10
    reply: float = 0.05
    stop_word: float = 0.01
    stop_preference: float = 0.004
    held: float = 0.0
    duplicate: float = 0.01
    shuffle: float = 0.01
    visit: float = 0.12
    rejected: float = 0.0


@dataclass(slots=True)
class Settings:
    """What ``POST /sandbox/settings`` may change."""

    latency_ms: float = 0.0
    speed: float = 1.0
    throughput: int = 80
    pair_limit: bool = True
    enforce_limit: bool = True
    offline: bool = False
    token_valid: bool = True
    review_seconds: float = 8.0
    slow_seconds: float = 120.0
    verified: bool = True
    insights_offered: bool = True
    pays_itself: bool = True


@dataclass(slots=True)
class Number:
    """A business phone number of the account."""

    id: str
    display: str
    verified_name: str
    registered: bool = True
    quality: str = "GREEN"
    limit: str = "TIER_100K"

    @property
    def digits(self) -> str:
        return "".join(filter(str.isdigit, self.display))

    def facts(self, throughput: int) -> dict[str, object]:
        """Every field Graph can be asked for."""
        level = "STANDARD" if 0 < throughput <= 80 else "HIGH"
        return {
            "id": self.id,
            "verified_name": self.verified_name,
            "code_verification_status": "VERIFIED" if self.registered else "NOT_VERIFIED",
            "display_phone_number": self.display,
            "quality_rating": self.quality if self.registered else "UNKNOWN",
            "quality_score": {"score": self.quality if self.registered else "UNKNOWN"},
            "platform_type": "CLOUD_API" if self.registered else "NOT_APPLICABLE",
            "throughput": {"level": level if self.registered else "NOT_APPLICABLE"},
            "status": "CONNECTED" if self.registered else "PENDING",
            "name_status": "APPROVED",
            "new_name_status": "NONE",
            "account_mode": "LIVE",
            "is_official_business_account": False,
            "is_pin_enabled": True,
            "is_on_biz_app": False,
            "is_preverified_number": False,
            "search_visibility": "VISIBLE",
            "eligibility_for_api_business_global_search": "NON_ELIGIBLE_UNDEFINED_COUNTRY",
            "host_platform": "CLOUD_API",
            "country_code": "NL",
            "country_dial_code": "31",
            "messaging_limit_tier": self.limit,
            "whatsapp_business_manager_messaging_limit": self.limit,
            "last_onboarded_time": "2026-03-02T09:12:44+0000",
            "health_status": {
                "can_send_message": "AVAILABLE" if self.registered else "BLOCKED",
                "entities": [
                    {
                        "entity_type": "PHONE_NUMBER",
                        "id": self.id,
                        "can_send_message": "AVAILABLE" if self.registered else "BLOCKED",
                    }
                ],
            },
        }


@dataclass(slots=True)
class World:
    """The account, its ids and what can be changed about it."""

    seed: int
    now: Now = time.time
    settings: Settings = field(default_factory=Settings)
    rates: Rates = field(default_factory=Rates)
    waba_id: str = ""
    app_id: str = ""
    business_id: str = ""
    token: str = ""
    app_secret: str = ""
    scopes: set[str] = field(default_factory=lambda: set(SCOPES))
    numbers: dict[str, Number] = field(default_factory=dict)
    insights: bool = False

    def __post_init__(self) -> None:
        seed = self.seed
        self.waba_id = made_id(seed, "waba")
        self.app_id = made_id(seed, "app", first="2")
        self.business_id = made_id(seed, "business", first="3")
        letters = base64.b64encode(digest(seed, "token", size=64) + digest(seed, "more", size=47)).decode()
        self.token = "EAASANDBOX" + "".join(filter(str.isalnum, letters))
        self.app_secret = digest(seed, "secret", size=16).hex()
        main = Number(made_id(seed, "number"), "+31 85 888 01 23", "Fietsgoed")
        spare = Number(made_id(seed, "spare"), "+31 85 888 01 24", "Fietsgoed Werkplaats", registered=False)
        self.numbers = {main.id: main, spare.id: spare}

    @property
    def number(self) -> Number:
        """The number that is registered from the start."""
        return next(iter(self.numbers.values()))

    def span(self, seconds: float) -> float:
        """How long a stretch of the world's time takes on its clock: less where it goes faster."""
        return seconds / self.settings.speed

    def info(self, url: str) -> dict[str, str]:
        """What a program needs to connect; the first line the sandbox prints."""
        return {
            "url": url,
            "token": self.token,
            "waba_id": self.waba_id,
            "phone_number_id": self.number.id,
            "app_secret": self.app_secret,
        }

    def account(self) -> dict[str, object]:
        """Every field of the WhatsApp Business Account."""
        return {
            "id": self.waba_id,
            "name": "Fietsgoed",
            "timezone_id": "98",
            "message_template_namespace": digest(self.seed, "namespace", size=16).hex(),
            "currency": "EUR",
            "country": "NL",
            "business_verification_status": "verified" if self.settings.verified else "not_verified",
            "account_review_status": "APPROVED",
            "status": "ACTIVE",
            "ownership_type": "SELF",
            "primary_business_location": "NL",
            "owner_business_info": {"name": "Fietsgoed B.V.", "id": self.business_id},
            "is_enabled_for_insights": self.insights,
            "marketing_messages_onboarding_status": "ELIGIBLE",
            "marketing_messages_lite_api_status": "ELIGIBLE",
            "disable_marketing_messages_on_cloud_api": False,
            "whatsapp_business_manager_messaging_limit": self.number.limit,
            "health_status": {
                "can_send_message": "AVAILABLE",
                "entities": [{"entity_type": "WABA", "id": self.waba_id, "can_send_message": "AVAILABLE"}],
            },
        }

    def debug(self) -> dict[str, object]:
        """What ``debug_token`` says of the token."""
        return {
            "app_id": self.app_id,
            "type": "SYSTEM_USER",
            "application": "Fietsgoed messaging",
            "data_access_expires_at": 0,
            "expires_at": 0,
            "is_valid": True,
            "issued_at": 1767261600,
            "scopes": [*sorted(self.scopes), "public_profile"],
            "granular_scopes": [{"scope": scope, "target_ids": [self.waba_id]} for scope in sorted(self.scopes)],
            "user_id": made_id(self.seed, "user", first="6"),
        }
