"""Decides how a person says what goes into a place of a message."""
