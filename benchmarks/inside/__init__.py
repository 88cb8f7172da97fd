"""What benchmarks put into the processes of the program under test: see `sitecustomize.py` here."""
