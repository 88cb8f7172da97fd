"""`python -m audiobook` is the same as `audiobook`."""

from audiobook.cli import main

if __name__ == "__main__":
    main()
