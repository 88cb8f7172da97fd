"""What holds for all tests."""

import signal

from hypothesis import settings

settings.register_profile("untimed", deadline=None)  # a busy machine makes no law wrong
settings.load_profile("untimed")

# A shell that starts the tests in the background has Ctrl-C ignored, and so would the programs that they interrupt.
signal.signal(signal.SIGINT, signal.default_int_handler)
