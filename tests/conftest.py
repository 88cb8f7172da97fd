"""What holds for all tests."""

from hypothesis import settings

settings.register_profile("untimed", deadline=None)  # a busy machine makes no law wrong
settings.load_profile("untimed")
