"""Contacts: the people of the workspace, their lists, and the files they come from."""
