"""Templates: what Meta approved, what may vary in it, and how it looks on a phone."""
