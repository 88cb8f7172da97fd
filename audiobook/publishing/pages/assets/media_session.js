// What the lock screen, the headphones' buttons and the keyboard's media keys show and do.

const session = navigator.mediaSession;

export function describeChapter(chapter, body) {
  if (!session) return;
  const cover = new URL(body.dataset.cover, location.href).href;
  session.metadata = new MediaMetadata({
    title: chapter.title,
    artist: body.dataset.author,
    album: body.dataset.title,
    artwork: [{ src: cover, type: "image/jpeg" }],
  });
}

export function describePosition(audio) {
  if (!session?.setPositionState || !Number.isFinite(audio.duration)) return;
  session.setPositionState({
    duration: audio.duration,
    playbackRate: audio.playbackRate,
    position: Math.min(audio.currentTime, audio.duration),
  });
}

export function answerMediaKeys(actions) {
  if (!session) return;
  for (const [action, handler] of Object.entries(actions)) {
    try {
      session.setActionHandler(action, handler);
    } catch {
      // this browser does not know the action
    }
  }
}
