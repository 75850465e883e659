"""Campaigns page: the list of campaigns and the wizard that makes one."""
