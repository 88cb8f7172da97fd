"""Takes spoken on other machines: a Dask cluster, and a store that all of them reach."""
