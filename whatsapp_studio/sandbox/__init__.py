"""Sandbox: a look-alike of the Cloud API that shares no code with the rest."""
