"""Decides how it is looked after who is never written to: practice, the suppression list, and keywords."""
