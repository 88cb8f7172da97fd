// A book's page: chapters, player and text, put together.

import { inWords, onClock } from "./clock.js";
import { Following } from "./following.js";
import { answerMediaKeys, describeChapter, describePosition } from "./media_session.js";
import { keepPlace, readPlace } from "./place.js";
import { drawVoices } from "./voices_strip.js";
import { fetchSentences, Transcript } from "./transcript.js";

const BACK_S = 15;
const AHEAD_S = 30;
const KEEP_EVERY_S = 4;
const RESTART_S = 3; // "previous" within a chapter first leads to its start

const body = document.body;
const find = (id) => document.getElementById(id);
const audio = find("audio");
const seek = find("seek");
const speed = find("speed");
const player = find("player");

const chapters = [...document.querySelectorAll(".chapters li")].map((item, index) => {
  const link = item.querySelector("a");
  return {
    index, link, id: item.id, audio: link.href, transcript: link.dataset.transcript,
    seconds: Number(link.dataset.seconds), title: item.querySelector(".title").textContent,
  };
});
const transcript = new Transcript(find("text"));
const following = new Following(find("follow"), () => following.show(transcript.element(transcript.current)));

let chapter = null;
let startAt = 0; // where to begin once the browser knows the chapter's length
let keptAt = 0;

// Chapters

function open(next, { seconds = 0, play = false, announce = true } = {}) {
  chapter?.link.removeAttribute("aria-current");
  chapter = next;
  chapter.link.setAttribute("aria-current", "true");
  keepInSight(chapter.link.parentElement);
  find("chapter-title").textContent = chapter.title;
  find("now-title").textContent = chapter.title;
  find("previous").disabled = chapter.index === 0;
  find("next").disabled = chapter.index === chapters.length - 1;
  if (announce) find("said").textContent = chapter.title;
  startAt = seconds;
  audio.src = chapter.audio;
  find("voices").replaceChildren();
  audio.playbackRate = Number(speed.value);
  describeChapter(chapter, body);
  showTime(seconds);
  readText(chapter);
  if (play) start();
}

async function readText(wanted) {
  try {
    const sentences = await fetchSentences(wanted.transcript);
    if (wanted !== chapter) return;
    transcript.show(sentences);
    drawVoices(find("voices"), sentences, { seconds: length(), voiceOf: (speaker) => transcript.voiceOf(speaker) });
  } catch {
    if (wanted === chapter) transcript.say("The text of this chapter cannot be loaded. You can still listen.");
  }
  showSentence();
}

function keepInSight(item) {
  const list = item.parentElement;
  list.scrollTop = Math.max(0, item.offsetTop - list.offsetTop - list.clientHeight / 3);
}

function goToChapter(step) {
  const next = chapters[chapter.index + step];
  if (step < 0 && (position() > RESTART_S || !next)) return goTo(0);
  if (!next) return;
  following.resume();
  scrollToTop();
  open(next, { play: !audio.paused });
}

function scrollToTop() {
  const title = find("chapter-title").getBoundingClientRect();
  if (title.top < 0) scrollTo({ top: scrollY + title.top - 40, behavior: "instant" });
}

// Playing

const position = () => (audio.readyState ? audio.currentTime : startAt);
const length = () => (Number.isFinite(audio.duration) ? audio.duration : chapter.seconds);

function start() {
  audio.play().catch((error) => {
    if (error.name !== "AbortError") complain(); // aborted: another chapter was opened meanwhile
  });
}

function complain() {
  find("said").textContent = "This chapter cannot be played. Reload the page: it may have been made again.";
  find("now-speaker").textContent = "cannot be played: reload the page";
}

const toggle = () => (audio.paused ? start() : audio.pause());

function goTo(seconds) {
  const wanted = Math.min(Math.max(0, seconds), Math.max(0, length() - 0.1));
  if (audio.readyState) audio.currentTime = wanted;
  startAt = wanted;
  showTime(wanted);
  showSentence();
  keep();
}

function goToSentence(index) {
  const sentence = transcript.sentence(Math.min(Math.max(0, index), transcript.count - 1));
  if (!sentence) return;
  following.resume();
  goTo(sentence.start);
  following.show(transcript.element(transcript.current)); // also if it is the one that was marked
}

// Showing

function showTime(seconds) {
  const whole = length();
  seek.max = Math.ceil(whole);
  seek.value = Math.floor(seconds);
  seek.setAttribute("aria-valuetext", `${inWords(seconds)} of ${inWords(whole)}`);
  find("elapsed").textContent = onClock(seconds);
  find("remaining").textContent = `-${onClock(whole - seconds)}`;
}

function showSentence() {
  const index = transcript.indexAt(position());
  if (!transcript.mark(index)) return;
  const sentence = transcript.sentence(index);
  const speaker = find("now-speaker");
  speaker.textContent = sentence?.speaker ?? "";
  speaker.className = `now-speaker ${sentence ? transcript.voiceOf(sentence.speaker) : ""}`;
  following.show(transcript.element(index));
}

function keep() {
  keptAt = position();
  keepPlace(body.dataset.key, { chapter: chapter.id, seconds: keptAt, speed: Number(speed.value) });
}

function watch() {
  showSentence();
  if (!audio.paused) requestAnimationFrame(watch);
}

audio.addEventListener("loadedmetadata", () => {
  if (startAt) audio.currentTime = Math.min(startAt, Math.max(0, audio.duration - 0.1));
  showTime(position());
});
audio.addEventListener("play", () => {
  player.classList.add("playing");
  find("play").setAttribute("aria-label", "Pause");
  watch();
});
audio.addEventListener("pause", () => {
  player.classList.remove("playing");
  find("play").setAttribute("aria-label", "Play");
  keep();
});
audio.addEventListener("timeupdate", () => {
  showTime(position());
  showSentence(); // no frames are drawn while the page is out of sight
  if (Math.abs(position() - keptAt) >= KEEP_EVERY_S) keep();
});
audio.addEventListener("seeked", () => describePosition(audio));
audio.addEventListener("playing", () => describePosition(audio));
audio.addEventListener("error", complain);
audio.addEventListener("ended", () => {
  const next = chapters[chapter.index + 1];
  if (!next) return goTo(0);
  scrollToTop();
  open(next, { play: true });
});
addEventListener("pagehide", () => { if (audio.readyState) keep(); });

// Mouse, touch and keys

find("play").addEventListener("click", toggle);
find("back").addEventListener("click", () => goTo(position() - BACK_S));
find("ahead").addEventListener("click", () => goTo(position() + AHEAD_S));
find("previous").addEventListener("click", () => goToChapter(-1));
find("next").addEventListener("click", () => goToChapter(1));
seek.addEventListener("input", () => goTo(Number(seek.value)));
speed.addEventListener("change", () => {
  audio.playbackRate = Number(speed.value);
  describePosition(audio);
  keep();
});
for (const each of chapters) {
  each.link.addEventListener("click", (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return; // the browser's own: a new tab, a download
    event.preventDefault();
    following.resume();
    scrollToTop();
    open(each, { play: true });
  });
}
find("text").addEventListener("click", (event) => {
  const line = event.target.closest(".line");
  if (!line) return;
  event.preventDefault();
  goToSentence(Number(line.dataset.index));
  start();
});
find("text").addEventListener("keydown", (event) => {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  const line = event.target.closest(".line");
  if (!step || !line || event.altKey || event.ctrlKey || event.metaKey) return;
  const index = Number(line.dataset.index) + step;
  if (index < 0 || index >= transcript.count) return;
  event.preventDefault();
  transcript.makeFocusable(index);
  transcript.element(index).focus();
});
addEventListener("keydown", (event) => {
  if (event.defaultPrevented || event.altKey || event.ctrlKey || event.metaKey) return;
  if (event.target.closest("input, select, textarea")) return; // they need these keys themselves
  if (event.key === " " && !event.target.closest("button, summary")) toggle();
  else if (event.key === "ArrowLeft") event.shiftKey ? goToSentence(transcript.current - 1) : goTo(position() - BACK_S);
  else if (event.key === "ArrowRight") event.shiftKey ? goToSentence(transcript.current + 1) : goTo(position() + AHEAD_S);
  else return;
  event.preventDefault();
});
answerMediaKeys({
  play: start,
  pause: () => audio.pause(),
  seekbackward: ({ seekOffset }) => goTo(position() - (seekOffset ?? BACK_S)),
  seekforward: ({ seekOffset }) => goTo(position() + (seekOffset ?? AHEAD_S)),
  seekto: ({ seekTime }) => goTo(seekTime),
  previoustrack: () => goToChapter(-1),
  nexttrack: () => goToChapter(1),
});

// Where the address, or else the last visit, leads

const place = readPlace(body.dataset.key);
const named = chapters.find(({ id }) => id === decodeURIComponent(location.hash.slice(1)));
const kept = chapters.find(({ id }) => id === place?.chapter);
if (chapters.length) {
  player.hidden = false;
  if (place) speed.value = [...speed.options].some(({ value }) => Number(value) === place.speed) ? String(place.speed) : "1";
  const isKept = kept !== undefined && (named === undefined || named === kept);
  open(named ?? kept ?? chapters[0], { seconds: isKept ? place.seconds : 0, announce: false });
}
