"""Decides the way of a whole audience at once: the meaning of every step over columns of contacts (numpy)."""
