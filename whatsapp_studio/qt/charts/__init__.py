"""Charts: small painted widgets, each with the table of its numbers; they know no page."""
