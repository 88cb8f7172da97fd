"""The stages put together: the only part of the program that knows them all."""
