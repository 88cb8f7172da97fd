"""Speech engines: one adapter per engine behind one Protocol."""
