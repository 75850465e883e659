"""Decides how prices are looked after: what messages cost, by market, category and day."""
