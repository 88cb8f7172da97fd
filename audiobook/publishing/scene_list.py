"""The scenes of a chapter in the JSON chapters format 1.2 of the podcast namespace.

https://github.com/Podcastindex-org/podcast-namespace/blob/main/docs/examples/chapters/jsonChapters.md
"""

import json

from audiobook.model.release import ReleasedChapter


def podcast_chapters(chapter: ReleasedChapter) -> bytes:
    """List a chapter's scenes with the seconds at which they start and end."""
    scenes = [
        {
            "startTime": round(scene.start_sample / chapter.rate_hz, 3),
            "endTime": round(scene.end_sample / chapter.rate_hz, 3),
            "title": scene.title,
        }
        for scene in chapter.scenes
    ]
    listed = {"version": "1.2.0", "title": chapter.title, "chapters": scenes}
    return json.dumps(listed, ensure_ascii=True, indent=1).encode() + b"\n"
