"""Sandbox: a look-alike of the Cloud API with made-up people; a second opinion that shares no code with our client."""
