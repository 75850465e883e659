"""The inspector: a form made from the step table, for whatever is selected on the canvas."""
