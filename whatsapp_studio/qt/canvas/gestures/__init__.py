"""Gestures: what a hand does from pressing to letting go, each with an end that always runs."""
