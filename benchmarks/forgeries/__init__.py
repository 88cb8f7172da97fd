"""Files that nobody means well with: what `hostile.py` feeds to the program."""
