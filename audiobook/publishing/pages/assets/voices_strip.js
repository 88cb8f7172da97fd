// Who speaks when, as a strip of colours above the slider: a decoration for eyes; the text says the same in words.

const SVG = "http://www.w3.org/2000/svg";

export function drawVoices(strip, sentences, { seconds, voiceOf }) {
  const stretches = [];
  for (const { speaker, start, end } of sentences) {
    const last = stretches.at(-1);
    if (last?.speaker === speaker) last.end = end;
    else stretches.push({ speaker, start, end });
  }
  strip.setAttribute("viewBox", `0 0 ${seconds} 1`);
  strip.replaceChildren(...stretches.map(({ speaker, start, end }) => {
    const bar = document.createElementNS(SVG, "rect");
    bar.setAttribute("x", start);
    bar.setAttribute("width", end - start);
    bar.setAttribute("height", 1);
    bar.setAttribute("class", voiceOf(speaker));
    return bar;
  }));
}
