"""What sentences say: words, mentions of people, subjects and verbs, tags, vocatives, turns."""
