"""Finished releases: found, checked, published, served."""
