"""Campaigns: one message to many, from draft to launch."""
