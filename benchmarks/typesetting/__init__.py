"""Typesetting: the same novel with other quotation marks, its gold spans carried along."""
