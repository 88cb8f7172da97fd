"""Closed lists of English words that attribution reads by: verbs of speech, titles, roles, given names, function words.

All of it is general knowledge of the language written down by hand; nothing is taken from a book or a data set.
"""
