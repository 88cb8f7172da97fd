"""Sound formats and what is measured of samples: FLAC, MP3, resampling, loudness."""
