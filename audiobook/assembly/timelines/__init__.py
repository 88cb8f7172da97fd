"""Where everything in a chapter sounds: pauses, takes, clips, samples; pure arithmetic."""
