"""What `cluster.py` is made of."""
