"""Decides the audiences page: lists and segments, and how a segment is built."""
