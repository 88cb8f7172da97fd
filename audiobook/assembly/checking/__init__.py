"""The finished files of a release measured, whatever its own file says, and held against a profile."""
