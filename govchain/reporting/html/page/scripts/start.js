/* The frame of the page, and which view stands in it. */
const VIEWS = {
  overview: showOverview,
  findings: showFindings,
  matters: showMatters,
  matrix: showMatrix,
  themes: showThemes,
  lists: showLists,
  chapters: (main) => showBlocks(main, "chapters"),
  changes: (main) => showBlocks(main, "changes"),
};
const app = document.getElementById("app");
const content = el("main", { id: "content" });
let shownAt = "";

function viewNames() {
  return Object.keys(VIEWS).filter((name) => (name !== "changes" || page.against)
    && (name !== "themes" || Object.keys(page.themes).length));
}

function frame(at) {
  const told = page.overview[spoken];
  const other = page.languages.find((language) => language !== spoken);
  const link = (name) => el("a", {
    href: address(name), "aria-current": at.view === name ? "page" : null,
  }, title(name), name === "findings" && ` ${told.findings.count}`);
  const [path] = location.hash.replace(/^#\/?/, "").split("?");
  fill(app,
    el("a", { class: "skip", href: "#content", onclick: toContent }, title("skip")),
    el("header", {}, el("strong", {}, told.title), el("small", {}, withWholeDate(told.about)),
      el("nav", { "aria-label": say("pages") }, viewNames().map(link)),
      el("div", { class: "switches" },
        el("a", { class: "switch", lang: tagOf(other),
          href: address(path || "overview", at.chosen, other) }, { zh: "中文", en: "English" }[other]),
        schemeButton())),
    content,
    el("footer", {}, `govchain ${page.version} · ${say("foot")}`));
  document.documentElement.lang = tagOf(spoken);
  document.title = at.view === "overview" ? told.title : `${titleOf(at)} · ${told.title}`;
}

/* The date that ends the text is not broken at its strokes. */
const withWholeDate = (text) => [text.slice(0, -page.date.length), el("span", {}, page.date)];

const titleOf = (at) => (at.view in VIEWS ? title(at.view) : say("not-there"));

function toContent(event) {
  event.preventDefault();
  const first = content.querySelector("h1");
  if (first) first.focus();
}

/* Light or dark: as the machine has it, until somebody chooses. */
function isDark() {
  const chosen = document.documentElement.dataset.scheme;
  return chosen ? chosen === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
}

function schemeButton() {
  const button = el("button", { type: "button", class: "switch" }, say(isDark() ? "light" : "dark"));
  button.addEventListener("click", () => {
    document.documentElement.dataset.scheme = isDark() ? "light" : "dark";
    button.textContent = say(isDark() ? "light" : "dark");
  });
  return button;
}

async function show() {
  const at = here();
  spoken = page.languages.includes(at.language) ? at.language : page.languages[0];
  frame(at);
  const view = VIEWS[at.view];
  const key = `${at.view}/${at.id}`;
  const isElsewhere = shownAt !== key;
  const room = el("div", {}, el("p", { class: "muted" }, say("loading")));
  fill(content, room); // what comes late fills a room that nobody sees
  try {
    if (!view) fill(room, el("h1", { tabindex: "-1" }, say("not-there")));
    else await view(room, at);
  } catch (error) {
    if ("DecompressionStream" in window) throw error;
    fill(room, el("p", {}, say("too-old")));
  }
  if (!room.isConnected) return;
  if (isElsewhere && shownAt) {
    scrollTo(0, 0);
    toContent(new Event("show"));
  }
  shownAt = key;
  document.body.dataset.shown = location.hash || "#/";
}

addEventListener("hashchange", show);
show();
