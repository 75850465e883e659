"""Home: where one starts: what is in place, and what to do next."""
