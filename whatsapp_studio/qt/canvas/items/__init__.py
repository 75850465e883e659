"""What stands on the canvas: cards, arrows, notes and frames."""
