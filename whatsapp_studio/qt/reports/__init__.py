"""Reports page: what came of a campaign, from the headline to each contact."""
