"""The faults that `faults.py` tries, each as a series of trials on a book of its own."""
