"""The canvas: a journey shown, and every hand that edits it."""
