"""What a file says of itself: ID3 for MP3, iTunes' atoms for M4B."""
