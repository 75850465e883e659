"""Decides what `python -m whatsapp_studio` does: the same as the command."""

from __future__ import annotations

import sys

from whatsapp_studio.cli import main

if __name__ == "__main__":
    sys.exit(main())
