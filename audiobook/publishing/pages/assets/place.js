// Where the listener is in a book: kept in this browser, under the book's id.

const PREFIX = "audiobook-place:";

export function readPlace(key) {
  try {
    const place = JSON.parse(localStorage.getItem(PREFIX + key));
    if (typeof place?.chapter !== "string" || !(place.seconds >= 0)) return null;
    return { chapter: place.chapter, seconds: place.seconds, speed: place.speed > 0 ? place.speed : 1 };
  } catch {
    return null; // no storage, or not ours
  }
}

export function keepPlace(key, place) {
  try {
    localStorage.setItem(PREFIX + key, JSON.stringify(place));
  } catch {
    // full or forbidden: the book plays, it only will not remember
  }
}
