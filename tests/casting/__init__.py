"""Tests of `audiobook.casting`."""
