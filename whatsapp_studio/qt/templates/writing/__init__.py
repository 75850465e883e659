"""Decides how a template is written in the window: its form, its phone, its languages and how it is handed in."""
