"""Sending page: what is leaving now, how fast, and what waits for a decision."""
