"""Decides how a message is checked for everybody, from a campaign as from a step of a journey."""
