"""What a speech recogniser makes of finished chapters, beside the bare engine."""
