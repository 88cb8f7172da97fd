// The page follows the voice, until the reader scrolls away; then a button leads back.

const SCROLL_KEYS = new Set(["PageUp", "PageDown", "Home", "End"]);

export class Following {
  #button;
  #onReturn;
  #follows = true;

  constructor(button, onReturn) {
    this.#button = button;
    this.#onReturn = onReturn;
    const leave = () => this.#set(false);
    addEventListener("wheel", leave, { passive: true });
    addEventListener("touchmove", leave, { passive: true });
    addEventListener("keydown", (event) => { if (SCROLL_KEYS.has(event.key)) leave(); });
    button.addEventListener("click", () => this.resume());
  }

  resume() {
    this.#set(true);
    this.#onReturn();
  }

  // Bring the sentence to the upper third of what the player leaves free, if it is not comfortably in sight.
  show(line) {
    if (!this.#follows || !line) return;
    const box = line.getBoundingClientRect();
    const free = innerHeight - document.getElementById("player").offsetHeight;
    if (box.top > free * 0.12 && box.bottom < free * 0.72) return;
    const still = matchMedia("(prefers-reduced-motion: reduce)").matches || Math.abs(box.top) > 3 * innerHeight;
    scrollTo({ top: scrollY + box.top - free * 0.3, behavior: still ? "instant" : "smooth" });
  }

  #set(follows) {
    if (this.#follows === follows) return;
    this.#follows = follows;
    this.#button.hidden = follows;
  }
}
