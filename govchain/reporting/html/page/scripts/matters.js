/* All matters, and one: its figures, its picture, its findings. */
async function showMatters(main, at) {
  if (at.id) return showMatter(main, at);
  const data = await told(spoken);
  const heads = ["matter", "lead", ...UNITS, "steps", "cases", "findings"]
    .map((head, n) => [say(head), n > 1]);
  const rows = [...data.matters.values()].map((matter) => ({
    matter, cells: matterCells(matter), hay: hayOfMatter(matter),
  }));
  const status = el("p", { class: "status", role: "status" });
  const { search, head, body, more } = soughtRows(at, heads, rows, {
    most: 200, made: matterRow, status, key: "shown-matters",
  });
  fill(main, el("h1", { tabindex: "-1" }, title("matters")),
    el("div", { class: "choices" }, search), status,
    page.against && el("p", { class: "muted" }, say("arrow", { version: page.against })),
    scrollable(title("matters"), el("table", { class: "wide" },
      el("thead", {}, head), body)), more);
}

const hayOfMatter = (matter) => [
  matter.name, matter.id, ...matter.departments.map((id) => page.departments[id] || id),
].join("\n").toLowerCase();

/* What a matter is sorted by, column by column. */
const matterCells = (matter) => [
  matter.name, page.departments[matter.department] || "",
  ...UNITS.map((unit) => matter.worst[unit]),
  counted(matter.steps), matter.volume || "", counted(foundIn(matter)),
];

const foundIn = (matter) => Object.values(matter.found).reduce((sum, n) => sum + n, 0);

function matterRow({ matter }) {
  const both = (unit) => el("td", { class: "figure" }, matter.worst[unit],
    matter.after && [el("i", {}, " → "), el("b", {}, matter.after[unit])],
    matter.example.includes(unit) && exampleMark());
  return el("tr", {},
    el("th", { scope: "row" }, el("a", { href: toMatter(matter.id) }, matter.name)),
    el("td", {}, matter.department && office(matter.department)),
    UNITS.map(both), el("td", { class: "figure" }, counted(matter.steps)),
    el("td", { class: "figure" }, matter.volume || "",
      matter.volume && matter.example.includes("year") && exampleMark()),
    el("td", { class: "figure" }, counted(foundIn(matter))));
}

const scrollable = (name, content) =>
  el("div", { class: "scroll", tabindex: "0", role: "region", "aria-label": name }, content);

async function showMatter(main, at) {
  const data = await told(spoken);
  const matter = data.matters.get(at.id);
  if (!matter) return fill(main, el("h1", { tabindex: "-1" }, say("not-there")));
  const picture = await part(`picture-${spoken}-${matter.number}`);
  const marks = new Map(picture.marks.map((mark) => [mark.print, mark]));
  const found = picture.marks.map((mark) => data.byPrint.get(mark.print)).filter(Boolean);
  const list = el("ol", { class: "found" });
  const heading = el("h2", { id: "of-matter" });
  const matterOf = new Map(matter.calls.map(([id, , call]) => [call, id]));
  const { box, pages } = pictureBox(picture, matter.name, choose, leads);

  /* What the rows of the first picture tell in one line each has a picture of its own. */
  function leads(key, from) {
    const called = from === pages[0] && matterOf.get(key);
    return data.matters.has(called) && toMatter(called);
  }

  function choose(wish) {
    const isMeant = (mark) => (wish.label ? mark.label === wish.label
      : wish.print ? mark.print === wish.print : mark.steps.includes(wish.step));
    const meant = picture.marks.filter(isMeant);
    const isOne = meant.length === 1;
    if (wish.step && !meant.length) return light(pages, named("step", wish.step));
    show(wish.step ? meant.map((mark) => data.byPrint.get(mark.print)) : found,
      wish.step ? "of-step" : "whole-matter", isOne && meant[0].print);
    light(pages, isOne && !wish.step ? named("finding", meant[0].label) : named("step", wish.step || ""));
    keep(`matters/${encodeURIComponent(matter.id)}`, isOne ? { f: meant[0].print } : { step: wish.step });
    const item = isOne && list.querySelector(named("print", meant[0].print));
    if (item && !wish.print) item.scrollIntoView({ block: "nearest" });
  }

  function show(items, key, chosen) {
    fill(heading, title(key), el("small", {}, counted(items.length)), key === "of-step"
      && el("button", { type: "button", class: "button", onclick: () => show(found, "whole-matter") },
        say("all")));
    fill(list, items.map((finding) => {
      const item = findingItem(finding, data, finding.print === chosen, marks.get(finding.print).sign);
      item.classList.toggle("chosen", finding.print === chosen);
      item.querySelector(".head").append(el("button", {
        type: "button", class: "button", onclick: () => choose({ print: finding.print }),
      }, say("where")));
      return item;
    }));
  }

  const size = el("button", {
    type: "button", class: "button", "aria-pressed": "false",
    onclick: () => {
      const isWhole = box.classList.toggle("actual");
      size.setAttribute("aria-pressed", String(isWhole));
    },
  }, say("actual"));
  show(found, "whole-matter");
  fill(main, el("p", { class: "muted back" }, el("a", { href: address("matters") }, say("back"))),
    el("h1", { tabindex: "-1" }, matter.name), matterFigures(matter, data),
    el("p", { class: "muted bar-of-picture" }, say("picture-note"), " ", size),
    box, el("section", { "aria-labelledby": "of-matter" }, heading, list));
  if (at.chosen.f) choose({ print: at.chosen.f });
  else if (at.chosen.step) choose({ step: at.chosen.step });
}

function matterFigures(matter, data) {
  const told = UNITS.map((unit) => el("li", {}, say(unit), " ",
    el("b", {}, matter.worst[unit]), matter.after && [" → ", el("b", { class: "after" }, matter.after[unit])],
    matter.example.includes(unit) && exampleMark()));
  const calls = matter.calls.map(([id, name], n) => [n > 0 && " · ",
    data.matters.has(id) ? el("a", { href: toMatter(id) }, name) : name]);
  return [el("ul", { class: "legend" }, told,
    matter.after && el("li", { class: "muted" }, say("arrow", { version: page.against })),
    matter.volume && el("li", {}, say("cases"), " ", el("b", {}, matter.volume),
      matter.example.includes("year") && exampleMark()),
    matter.department && el("li", {}, say("lead"), " ", el("b", {}, office(matter.department)))),
  calls.length > 0 && el("p", {}, `${title("calls")} `, calls)];
}
