"""Journeys: their place on the rail."""
