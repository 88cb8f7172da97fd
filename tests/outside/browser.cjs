// Opens a book's page in headless Chromium as a listener would, and prints what it saw as JSON.
//
//     node browser.cjs PAGE_ADDRESS PROFILE_FOLDER WIDTH HEIGHT mouse|keyboard
//
// Needs npm's playwright-core (found through NODE_PATH) and Debian's chromium.

const { chromium } = require("playwright-core");

const [address, profile, width, height, hand] = process.argv.slice(2);

const FLAGS = [
  "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
  "--disable-component-update", "--disable-sync",
];

async function see(page) {
  return page.evaluate(() => {
    const box = (element) => element?.getBoundingClientRect();
    const line = box(document.querySelector(".line[aria-current]"));
    const player = box(document.getElementById("player"));
    return {
      seconds: document.getElementById("audio").currentTime,
      paused: document.getElementById("audio").paused,
      speed: document.getElementById("audio").playbackRate,
      chapter: document.querySelector(".chapters [aria-current] .title")?.textContent ?? null,
      sentence: document.querySelector(".line[aria-current]")?.textContent ?? null,
      speaker: document.getElementById("now-speaker").textContent,
      speakerIsMarked: document.querySelector(".turn.spoken .line[aria-current]") !== null,
      sentenceIsInSight: line !== undefined && line.top >= 0 && line.bottom <= player.top,
      widerThanScreen: document.documentElement.scrollWidth > innerWidth,
      jumped: window.jumped,
      focus: document.activeElement?.id || document.activeElement?.className || document.activeElement?.tagName,
    };
  });
}

// What the listener does; each step's name is what is printed.
const WAYS = {
  mouse: (page) => [
    ["played", async () => { await page.click("#play"); await timePasses(page, 1); }],
    ["sentenceChosen", async () => { await page.locator(".line").nth(12).click(); await timePasses(page, 0.3); }],
    ["ahead", async () => { await page.click("#ahead"); await timePasses(page, 0.3); }],
    ["faster", async () => { await page.selectOption("#speed", "1.5"); }],
    ["nextFollowed", async () => {
      await page.evaluate(() => { const audio = document.getElementById("audio"); audio.currentTime = audio.duration - 0.5; });
      await page.waitForFunction(() => document.querySelectorAll(".chapters a")[1].hasAttribute("aria-current"));
      await timePasses(page, 1);
    }],
    ["paused", async () => { await page.click("#play"); }],
    ["reloaded", async () => { await page.reload(); await page.waitForSelector(".line[aria-current]"); await page.waitForFunction(() => document.getElementById("audio").readyState > 0); }],
  ],
  keyboard: (page) => [
    ["played", async () => { await page.keyboard.press("Space"); await timePasses(page, 1); }],
    ["ahead", async () => { await page.keyboard.press("ArrowRight"); await timePasses(page, 0.3); }],
    ["back", async () => { await page.keyboard.press("ArrowLeft"); await timePasses(page, 0.3); }],
    ["sentenceAfter", async () => { await page.keyboard.press("Shift+ArrowRight"); }],
    ["paused", async () => { await page.keyboard.press("Space"); await page.waitForFunction(() => document.getElementById("audio").paused); }],
    ["inText", async () => { await tabTo(page, "line"); await page.keyboard.press("ArrowDown"); await page.keyboard.press("ArrowDown"); }],
    ["sentenceChosen", async () => { await page.keyboard.press("Enter"); await timePasses(page, 0.3); }],
    ["chapterChosen", async () => {
      await page.locator(".chapters a").nth(2).focus();
      await page.keyboard.press("Enter");
      await page.waitForFunction(() => document.querySelectorAll(".chapters a")[2].hasAttribute("aria-current"));
      await timePasses(page, 0.3);
    }],
  ],
};

async function timePasses(page, seconds) {
  const from = await page.evaluate(() => document.getElementById("audio").currentTime);
  await page.waitForFunction(
    ([start, wanted]) => {
      const audio = document.getElementById("audio");
      return !audio.paused && !audio.seeking && audio.currentTime - start >= wanted;
    },
    [from, seconds],
  );
}

async function tabTo(page, className) {
  for (let presses = 0; presses < 60; presses += 1) {
    await page.keyboard.press("Tab");
    if (await page.evaluate((name) => document.activeElement.classList.contains(name), className)) return;
  }
  throw new Error(`no Tab leads to .${className}`);
}

async function main() {
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: "/usr/bin/chromium", args: FLAGS, viewport: { width: Number(width), height: Number(height) },
  });
  const complaints = [];
  const elsewhere = [];
  const page = await context.newPage();
  page.setDefaultTimeout(30000);
  page.on("console", (message) => { if (["error", "warning"].includes(message.type())) complaints.push(message.text()); });
  page.on("pageerror", (error) => complaints.push(String(error)));
  page.on("request", (request) => { if (new URL(request.url()).origin !== new URL(address).origin) elsewhere.push(request.url()); });
  await page.addInitScript(() => {
    window.jumped = 0; // how much of the page moved without anybody having done anything
    new PerformanceObserver((list) => {
      for (const shift of list.getEntries()) if (!shift.hadRecentInput) window.jumped += shift.value;
    }).observe({ type: "layout-shift", buffered: true });
  });
  await page.goto(address);
  await page.waitForSelector(".line");
  const seen = { opened: await see(page) };
  for (const [name, act] of WAYS[hand](page)) {
    await act();
    await page.waitForTimeout(400); // smooth scrolling comes to rest
    seen[name] = await see(page);
  }
  await context.close();
  console.log(JSON.stringify({ seen, complaints, elsewhere }));
}

main().catch((error) => { console.error(error); process.exit(1); });
