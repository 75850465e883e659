"""Decides how the rules of writing to people are looked after: quiet hours, caps, limits of countries."""
