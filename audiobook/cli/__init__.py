"""The command line: parses, calls production, prints. The one border from errors to exit codes."""
