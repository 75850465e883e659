"""Decides how single values are entered in a form, whatever the form is about."""
