"""Decides what macOS is told of the program: its Info.plist, with the kind of file it opens."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
NAME = "WhatsApp Studio.app"
ID = "io.github.whatsapp_studio.Studio"
JOURNEY = f"{ID}.journey"
SUFFIX = "wsjourney"
MIME = "application/vnd.whatsapp-studio.journey+json"
# What Qt for Python's wheels for macOS ask for.
OLDEST = "13.0"


def version() -> str:
    """The program's version, as pyproject.toml has it."""
    found = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["version"]
    return str(found)


def information() -> dict[str, Any]:
    """What PyInstaller's own Info.plist gets besides."""
    return {
        "CFBundleDisplayName": "WhatsApp Studio",
        "CFBundleName": "WhatsApp Studio",
        "CFBundleShortVersionString": version(),
        "CFBundleVersion": version(),
        "CFBundleDevelopmentRegion": "en",
        "CFBundleLocalizations": ["en", "nl"],
        "LSApplicationCategoryType": "public.app-category.business",
        "LSMinimumSystemVersion": OLDEST,
        "NSHighResolutionCapable": True,
        "NSRequiresAquaSystemAppearance": False,
        "NSPrincipalClass": "NSApplication",
        "CFBundleDocumentTypes": [
            {
                "CFBundleTypeName": "WhatsApp Studio journey",
                "CFBundleTypeRole": "Editor",
                "CFBundleTypeIconFile": "journey-file.icns",
                "LSHandlerRank": "Owner",
                "LSItemContentTypes": [JOURNEY],
            }
        ],
        "UTExportedTypeDeclarations": [
            {
                "UTTypeIdentifier": JOURNEY,
                "UTTypeDescription": "WhatsApp Studio journey",
                "UTTypeConformsTo": ["public.json"],
                "UTTypeIconFile": "journey-file.icns",
                "UTTypeTagSpecification": {
                    "public.filename-extension": [SUFFIX],
                    "public.mime-type": [MIME],
                },
            }
        ],
    }
