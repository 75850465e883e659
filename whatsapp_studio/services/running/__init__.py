"""Journeys that run: who moves on, who comes in, and what is asked of them."""
