"""Services: stations and edges joined into things a person can ask for."""
