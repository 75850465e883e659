"""Storage: every row of a workspace, in one SQLite file."""
