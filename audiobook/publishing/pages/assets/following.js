// The page follows the voice, until the reader scrolls away; then a button leads back.

const LONGEST_SCROLL_MS = 900;
const SCROLL_KEYS = new Set(["PageUp", "PageDown", "Home", "End"]);

export class Following {
  #button;
  #follows = true;
  #destination = null; // where a smooth scroll is leading
  #arrival = 0;

  constructor(button, onReturn) {
    this.#button = button;
    const leave = () => this.#set(false);
    addEventListener("wheel", leave, { passive: true });
    addEventListener("touchmove", leave, { passive: true });
    addEventListener("keydown", (event) => { if (SCROLL_KEYS.has(event.key)) leave(); });
    button.addEventListener("click", () => {
      this.#set(true);
      onReturn();
    });
  }

  // Follow again, from the next sentence shown.
  resume() {
    this.#set(true);
  }

  // Bring the sentence to the upper third of what the player leaves free, if it will not be comfortably in sight.
  show(line) {
    if (!this.#follows || !line) return;
    const box = line.getBoundingClientRect();
    const free = innerHeight - document.getElementById("player").offsetHeight;
    const onItsWay = this.#destination === null ? 0 : this.#destination - scrollY;
    if (box.top - onItsWay > free * 0.12 && box.bottom - onItsWay < free * 0.72) return;
    const still = matchMedia("(prefers-reduced-motion: reduce)").matches || Math.abs(box.top) > 3 * innerHeight;
    this.#destination = scrollY + box.top - free * 0.3;
    clearTimeout(this.#arrival);
    this.#arrival = setTimeout(() => { this.#destination = null; }, still ? 0 : LONGEST_SCROLL_MS);
    scrollTo({ top: this.#destination, behavior: still ? "instant" : "smooth" });
  }

  #set(follows) {
    if (this.#follows === follows) return;
    this.#follows = follows;
    this.#button.hidden = follows;
  }
}
