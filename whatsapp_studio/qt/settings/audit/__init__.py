"""Decides how the audit log is read: a long table, what changed beside it, and a way to take it along."""
