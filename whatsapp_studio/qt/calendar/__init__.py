"""The calendar of campaigns: a week with its hours and a month, painted by themselves; it knows no page."""
