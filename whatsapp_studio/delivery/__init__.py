"""Delivery: the states of one message, its pace and its sending."""
