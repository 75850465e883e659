"""Decides how templates are found, looked at and brought up to date."""
