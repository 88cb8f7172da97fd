// The text of a chapter, sentence by sentence, each knowing when it is spoken and by whom.

const NARRATOR = "Narrator"; // as transcripts name whoever tells the story
const VOICE_COLOURS = 8;
const PARAGRAPH_PAUSE_S = 0.6;

export async function fetchSentences(address) {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`status ${answer.status}`);
  const { segments } = await answer.json();
  return segments.map(({ speaker, startTime, endTime, body }) => ({
    speaker: speaker ?? "", start: startTime, end: endTime, words: body,
  }));
}

export class Transcript {
  #place;
  #sentences = [];
  #elements = [];
  #current = -1;
  #colours = new Map();

  constructor(place) {
    this.#place = place;
  }

  get current() { return this.#current; }
  get count() { return this.#sentences.length; }
  sentence(index) { return this.#sentences[index]; }
  element(index) { return this.#elements[index]; }

  show(sentences) {
    this.#sentences = sentences;
    this.#elements = [];
    this.#current = -1;
    const page = document.createDocumentFragment();
    let words = null;
    sentences.forEach((sentence, index) => {
      if (words === null || this.#startsTurn(index)) words = this.#addTurn(page, sentence, index);
      else words.append(" ");
      words.append(this.#lineOf(sentence, index));
    });
    this.#place.replaceChildren(page);
    if (this.#elements.length) this.#elements[0].tabIndex = 0;
  }

  say(message) {
    this.show([]);
    const line = document.createElement("p");
    line.className = "quiet";
    line.lang = "en";
    line.textContent = message;
    this.#place.append(line);
  }

  // The sentence that is spoken at this second, or was last; -1 before the first.
  indexAt(seconds) {
    let low = 0;
    let high = this.#sentences.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.#sentences[middle].start <= seconds + 0.02) low = middle + 1;
      else high = middle;
    }
    return low - 1;
  }

  // Mark the sentence; true if it is another than before.
  mark(index) {
    if (index === this.#current) return false;
    this.#unmark(this.#elements[this.#current]);
    this.#current = index;
    const line = this.#elements[index];
    if (line) {
      line.setAttribute("aria-current", "true");
      line.closest(".turn").classList.add("spoken");
      this.makeFocusable(index);
    }
    return true;
  }

  // One sentence at a time can be reached by Tab; arrow keys move among them.
  makeFocusable(index) {
    for (const line of this.#place.querySelectorAll('.line[tabindex="0"]')) line.tabIndex = -1;
    this.#elements[index].tabIndex = 0;
  }

  voiceOf(speaker) {
    if (speaker === NARRATOR) return "voice-0";
    if (!this.#colours.has(speaker)) this.#colours.set(speaker, 1 + this.#colours.size % VOICE_COLOURS);
    return `voice-${this.#colours.get(speaker)}`;
  }

  #startsTurn(index) {
    const before = this.#sentences[index - 1];
    const sentence = this.#sentences[index];
    return before.speaker !== sentence.speaker || sentence.start - before.end > PARAGRAPH_PAUSE_S;
  }

  #addTurn(page, sentence, index) {
    const before = this.#sentences[index - 1];
    const turn = document.createElement("p");
    const isNarrator = sentence.speaker === NARRATOR;
    turn.className = `turn ${this.voiceOf(sentence.speaker)}${isNarrator ? " narrator" : ""}`;
    const name = document.createElement("span");
    name.className = "name";
    if (before?.speaker !== sentence.speaker) {
      const shown = document.createElement("span");
      shown.dir = "auto";
      shown.textContent = sentence.speaker;
      name.append(shown);
    }
    const words = document.createElement("span");
    words.className = "words";
    turn.append(name, words);
    page.append(turn);
    return words;
  }

  #lineOf(sentence, index) {
    const line = document.createElement("a");
    line.className = "line";
    line.href = "#text";
    line.tabIndex = -1;
    line.dataset.index = index;
    line.textContent = sentence.words;
    this.#elements.push(line);
    return line;
  }

  #unmark(line) {
    if (!line) return;
    line.removeAttribute("aria-current");
    line.closest(".turn").classList.remove("spoken");
  }
}
