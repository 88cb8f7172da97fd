"""The web server behind `audiobook serve`: answers requests for what a site consists of, and for nothing else."""
