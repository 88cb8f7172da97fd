"""Whether a new scene begins before a paragraph, by the white space, lines and page ends in front of it."""

from audiobook.reading.documents.extracted import Role

_SENTENCE_ENDS = (".", "!", "?", "…", '"', "”", "’", "'", "»", "“", "—", ")", "*")


class SceneGaps:
    """Remembers what stands between two paragraphs until the next one opens."""

    def __init__(self, scene_gap: int | None) -> None:
        """Begin at the start of a document.

        Args:
            scene_gap: this many empty paragraphs or more part two scenes; None if they mean nothing.
        """
        self._scene_gap = scene_gap
        self._blanks = 0
        self._is_new_scene = False
        self._follows_story = False

    def blank(self) -> None:
        """Take an empty paragraph."""
        self._blanks += 1
        if self._scene_gap is not None and self._blanks >= self._scene_gap:
            self._is_new_scene = True

    def rule(self) -> None:
        """Take a line across the page or an ornament."""
        self._is_new_scene = True

    def end_page(self, *, last_words: str) -> None:
        """Take a new page that the author asked for; within a sentence it is the layout's."""
        if last_words.rstrip().endswith(_SENTENCE_ENDS):
            self._is_new_scene = True

    def parts_scenes_before(self, role: Role) -> bool:
        """Say whether a scene break stands before a block that opens now; none does beside a heading."""
        if role is Role.NOTE:
            return False
        is_story = role is not Role.HEADING
        parts = self._is_new_scene and self._follows_story and is_story
        self._blanks, self._is_new_scene, self._follows_story = 0, False, is_story
        return parts
