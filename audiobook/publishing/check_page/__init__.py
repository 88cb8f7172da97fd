"""A check as one HTML file that needs nothing else: verdicts, figures, and a picture of every file."""
