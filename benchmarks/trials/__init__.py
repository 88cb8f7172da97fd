"""Trials: runs of the real program over a corpus, and what is learnt from them."""
