"""Servers that a person names: addresses that are safe to send text to, and requests with an end to every wait."""
