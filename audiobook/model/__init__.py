"""The vocabulary of the program as frozen values: manuscript, script, cast, line, take, timeline, release.

Standard library only. Nothing here reads, writes, speaks or decides.
"""
