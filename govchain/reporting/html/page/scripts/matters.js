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
  framed(el("div", { class: "scroll", tabindex: "0", role: "region", "aria-label": name }, content));

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
  const { box, frame, pages, sizes } = pictureBox(picture, matter.name, choose, leads);

  /* What a row tells in one line has a picture of its own. */
  function leads(key) {
    const called = matterOf.get(key);
    return data.matters.has(called) && toMatter(called);
  }

  function choose(wish) {
    const isRow = wish.row !== undefined;
    const label = wish.anchor ? wish.anchor.slice(matter.id.length + 1) : wish.label;
    const isMeant = (mark) => (label ? mark.label === label : wish.print ? mark.print === wish.print
      : isRow ? mark.rows.includes(wish.row) : mark.steps.includes(wish.step));
    const meant = picture.marks.filter(isMeant);
    const one = meant.length === 1 && meant[0];
    const places = isRow ? [named("part", wish.row)]
      : wish.step ? [named("step", wish.step), named("part", callOf(wish.step))] : [];
    if (places.length && !meant.length) return light(pages, places);
    const all = isRow ? "of-row" : wish.step ? "of-step" : "whole-matter";
    show(all === "whole-matter" ? found : meant.map((mark) => data.byPrint.get(mark.print)), all,
      one && one.print);
    if (places.length) light(pages, places);
    else if (one) lightOne(one);
    keep(`matters/${encodeURIComponent(matter.id)}`,
      one ? { f: one.print } : { step: wish.step, row: wish.row });
    const item = one && list.querySelector(named("print", one.print));
    if (item && !wish.print) item.scrollIntoView({ block: "nearest" });
  }

  /* The sign of a finding; where there are too many to be drawn, what it stands at, with its sign. */
  function lightOne(mark) {
    const sign = named("finding", mark.label);
    const isDrawn = pages.some((each) => each.picture.querySelector(sign));
    const stands = [mark.steps.map((step) => named("step", step)), mark.rows.map((row) => named("part", row))];
    const places = stands.filter((each) => each.length).map((each) => each.join(","));
    light(pages, isDrawn ? [sign] : places, isDrawn ? "" : mark.sign);
  }

  function show(items, key, chosen) {
    fill(heading, title(key), el("small", {}, counted(items.length)), key !== "whole-matter"
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

  show(found, "whole-matter");
  fill(main, el("p", { class: "muted back" }, el("a", { href: address("matters") }, say("back"))),
    el("h1", { tabindex: "-1" }, matter.name), matterFigures(matter, data),
    el("p", { class: "muted bar-of-picture" }, say("picture-note"), " ", sizes),
    frame, el("section", { "aria-labelledby": "of-matter" }, heading, list));
  if (at.chosen.f) choose({ print: at.chosen.f });
  else if (at.chosen.step) choose({ step: at.chosen.step });
  else if (at.chosen.row) choose({ row: at.chosen.row });
}

/* The call by which a step came, by its id; empty: the matter's own. */
const callOf = (step) => (step.includes("/") ? step.split("/")[0] : "");

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
