"""The editors: one for each kind of field, and the pieces they are made of."""
