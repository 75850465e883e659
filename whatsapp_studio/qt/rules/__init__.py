"""Decides how rules about contacts are built, for the audiences and for the steps of a journey."""
