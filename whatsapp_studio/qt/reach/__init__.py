"""Decides how it is told whom an audience reaches: the numbers, the people behind each, and why or why not one."""
