"""Reports: the truth about what was sent, computed from rows."""
