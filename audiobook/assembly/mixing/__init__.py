"""From a timeline to a chapter's samples: takes, beds, room tone, level and limiter."""
