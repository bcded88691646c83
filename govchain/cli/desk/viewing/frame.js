"use strict";
// Asks for news, shows what cannot be read, and puts the newer page where the reader was.
const page = document.getElementById("page");
const troubles = document.getElementById("troubles");
let known = -1;

function tell(texts) {
  troubles.replaceChildren(...texts.map((text) => {
    const item = document.createElement("li");
    item.textContent = text;
    return item;
  }));
  troubles.hidden = texts.length === 0;
}

// The address of the frame leads into the page, and follows it.
function leadIn() {
  if (location.hash) page.contentWindow.location.replace(`/report${location.hash}`);
}

function followAddress() {
  page.contentWindow.addEventListener("hashchange", () => {
    history.replaceState(null, "", page.contentWindow.location.hash || "#");
  });
}

function reload() {
  const inside = page.contentWindow;
  const place = [inside.scrollX, inside.scrollY];
  page.addEventListener("load", () => page.contentWindow.scrollTo(...place), { once: true });
  inside.location.reload();
}

async function follow() {
  for (;;) {
    try {
      const news = await (await fetch(`/news?after=${known}`)).json();
      if (news.number > known) {
        tell(news.troubles);
        if (known >= 0) reload();
        known = news.number;
        document.body.dataset.number = known;
      }
    } catch {
      await new Promise((done) => setTimeout(done, 1000)); // it has ended, or is not there yet
    }
  }
}

page.addEventListener("load", followAddress);
addEventListener("hashchange", leadIn);
leadIn();
follow();
