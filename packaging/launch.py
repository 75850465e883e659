"""Decides what the built program runs: the command line, which opens the window where nothing else is asked."""

from __future__ import annotations

import sys

from whatsapp_studio.cli import main

sys.exit(main())
