"""Audience: who can be written to, and may be."""
