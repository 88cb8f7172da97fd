// Buttons that copy an address. Without the browser's leave (it is given to https and to this computer only), the
// address is marked instead, so that one key or a long press copies it.

const said = document.getElementById("said");

for (const button of document.querySelectorAll("[data-copy]")) {
  const label = button.textContent;
  button.hidden = false;
  button.addEventListener("click", async () => {
    const done = await copy(button.dataset.copy, button.closest(".subscribe").querySelector("code"));
    button.textContent = done ? "Copied" : "Marked: copy it now";
    said.textContent = done ? "The address is copied." : "The address is marked. Copy it now.";
    setTimeout(() => { button.textContent = label; }, 2500);
  });
}

async function copy(text, shown) {
  if (navigator.clipboard) {
    try {
      await navigator.clipboard.writeText(text);
      return true;
    } catch {
      // fall through to marking it
    }
  }
  getSelection().selectAllChildren(shown);
  return document.execCommand("copy");
}
