"""Before and after a run: what is out of date and why, what a run will take, what no book uses."""
