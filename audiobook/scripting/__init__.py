"""Who says what: quotations, characters, attribution, corrections, and the script that results."""
