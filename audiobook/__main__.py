"""`python -m audiobook` is the same as `audiobook`."""

from audiobook.cli.app import main

if __name__ == "__main__":
    main()
