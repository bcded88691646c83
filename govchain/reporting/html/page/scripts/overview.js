/* The first screen: the state in a sentence, what to begin with, where data comes from. */
async function showOverview(main) {
  const told = page.overview[spoken];
  fill(main,
    el("h1", { tabindex: "-1" }, told.headline),
    el("div", { class: "lead" }, el("p", {}, told.lead), told.reckoning && el("details", {},
      el("summary", {}, say("reckoning")), el("p", {}, told.reckoning))),
    el("div", { class: "tiles" }, told.tiles.map(tile), findingsTile(told.findings)),
    el("div", { class: "grid" }, beginnings(),
      el("div", { class: "column" }, sources(told.supplies), hardestMatters(), owedData())));
}

function tile(told) {
  return el("div", { class: "tile" }, el("span", { class: "muted" }, told.head),
    el("b", {}, told.figure, el("small", {}, told.unit, told.example && exampleMark())));
}

function findingsTile(told) {
  const whole = Object.values(page.severities).reduce((sum, n) => sum + n, 0) || 1;
  const bars = Object.entries(page.severities).filter(([, n]) => n)
    .map(([severity, n]) => el("i", { class: `is-${severity}`, wide: n / whole }));
  return el("a", { class: "tile", href: address("findings") },
    el("span", { class: "muted" }, title("findings")),
    el("b", {}, told.count, el("small", { class: "told" }, told.parts.map(([severity, text]) =>
      [el("span", { class: severity }, severitySign(severity), text), " "]))),
    el("span", { class: "severities", "aria-hidden": "true" }, bars));
}

/* What to begin with: by each unit for itself, with a search and the levers. */
function beginnings() {
  const lists = el("div", {});
  const chips = el("div", { class: "chips", role: "group", "aria-label": say("lever") });
  const wish = { text: "", lever: "", free: false, open: new Set() };
  let all = page.begin[spoken];
  const show = () => fill(lists, all.units.map((unit) => unitList(unit, all, wish, show)));
  const wider = el("a", { class: "more", hidden: true }, say("seek-all"));
  const input = searchField("", (text) => {
    wish.text = text;
    wider.hidden = !text;
    wider.href = address("findings", { q: text });
    show();
  });
  input.addEventListener("keydown", (event) => {
    if (event.key === "Enter") location.hash = address("findings", { q: input.value.trim() });
  });
  show();
  told(spoken).then((data) => {
    all = data.begin;
    fillChips(chips, all, wish, show);
    show();
  });
  return el("section", { "aria-labelledby": "begin" },
    el("h2", { id: "begin" }, title("begin"), el("small", {}, say("begin-note"))),
    el("div", { class: "tools" }, input, wider, chips), lists);
}

function fillChips(chips, all, wish, show) {
  const levers = new Map(all.all.map((remedy) => [remedy.lever, remedy.levers]));
  const chip = (text, isOn, choose) => el("button", {
    type: "button", "aria-pressed": String(isOn),
    onclick: () => {
      choose();
      const place = [...chips.children].indexOf(document.activeElement);
      fillChips(chips, all, wish, show);
      if (place >= 0) chips.children[place].focus();
      show();
    },
  }, text);
  fill(chips, chip(say("all"), !wish.lever, () => { wish.lever = ""; }),
    [...levers].map(([lever, name]) =>
      chip(name, wish.lever === lever, () => { wish.lever = wish.lever === lever ? "" : lever; })),
    chip(say("without-amendment"), wish.free, () => { wish.free = !wish.free; }));
}

function unitList(unit, all, wish, show) {
  const fits = (remedy) => (!wish.lever || remedy.lever === wish.lever)
    && (!wish.free || !remedy.amend) && saysAll(remedy.text.toLowerCase(), wish.text);
  const remedies = unit.order.map((n) => all.all[n]).filter(fits);
  const isOpen = wish.open.has(unit.name);
  const most = remedies.length ? remedies[0].saves[unit.name] : 1;
  const whole = unit.whole && !(wish.lever || wish.free || wish.text) ? unit.whole : remedies.length;
  const list = el("ol", {}, remedies.slice(0, isOpen ? remedies.length : page.first)
    .map((remedy) => remedyLine(remedy, unit, remedy.saves[unit.name] / most)));
  const more = whole > page.first && el("button", {
    type: "button", class: "more", "aria-expanded": String(isOpen),
    onclick: () => {
      if (!wish.open.delete(unit.name)) wish.open.add(unit.name);
      show();
    },
  }, isOpen ? say("show-fewer") : say("show-all", { n: counted(whole) }));
  return [el("h3", {}, unit.head, el("small", {}, unit.unit, unit.example && exampleMark())),
    remedies.length ? list : el("p", { class: "muted" }, say("none")), more];
}

function remedyLine(remedy, unit, share) {
  const others = Object.entries(remedy.also).filter(([name]) => name !== unit.name);
  const also = others.map(([, text]) => text).join(comma());
  const note = also ? ` · ${say("also", { figures: also })}` : "";
  return el("li", {}, el("a", { href: address("findings", { with: remedy.findings[0] }) },
    el("span", { class: "middle" }, el("b", {}, capital(remedy.text)),
      el("small", {}, leverMark(remedy.lever, remedy.levers), `${remedy.count}${note}`),
      el("i", { class: "bar" }, el("i", { class: `fill-${remedy.lever}`, wide: share }))),
    el("span", { class: "value" }, el("b", {}, remedy.figures[unit.name]),
      !unit.example && remedy.example.includes(unit.name) && exampleMark())));
}

/* Where data comes from: one bar, and its parts in words. */
function sources(told) {
  return el("section", { "aria-labelledby": "sources" },
    el("h2", { id: "sources" }, title("sources"), el("small", {}, told.whole)),
    el("div", { class: "stack", "aria-hidden": "true" }, told.parts.filter((each) => each.share)
      .map((each) => el("i", { class: `supply-${each.state}`, wide: each.share, title: each.name }))),
    el("ul", { class: "legend" }, told.parts.map((each) => el("li", {},
      el("i", { class: `key supply-${each.state}`, "aria-hidden": "true" }),
      each.name, " ", el("b", {}, each.count), " ", el("small", {}, `${each.percent}%`)))));
}

function hardestMatters() {
  const head = page.against ? say("before-after") : say("at-worst");
  const isExample = (row) => row.example.some((name) => UNITS.includes(name));
  const areExamples = page.hardest.length > 0 && page.hardest.every(isExample);
  const cell = (row, unit) => el("td", { "data-label": say(unit) },
    el("span", {}, row.worst[unit]), row.after && [el("i", {}, "→"), el("b", {}, row.after[unit])]);
  return el("section", { "aria-labelledby": "hardest" },
    el("h2", { id: "hardest" }, title("hardest"), el("small", {}, head, areExamples && exampleMark())),
    el("table", { class: "hard" },
      el("thead", {}, el("tr", {}, el("th", { scope: "col" }, say("matter")),
        UNITS.map((unit) => el("th", { scope: "col" }, say(unit))))),
      el("tbody", {}, page.hardest.map((row) => el("tr", {},
        el("th", { scope: "row" }, el("a", { href: toMatter(row.id) }, row.name),
          !areExamples && isExample(row) && exampleMark()),
        UNITS.map((unit) => cell(row, unit)))))));
}

function owedData() {
  const most = page.owed.length ? page.owed[0].count : 1;
  const line = (each) => el("li", {},
    el("a", { href: address("findings", { way: `${each.id},` }) },
      el("span", {}, office(each.id)),
      el("i", { class: "bar" }, el("i", { class: "fill-share", wide: each.count / most })),
      el("b", {}, counted(each.count))));
  const list = el("ul", { class: "owed" });
  const more = inPortions(list, page.owed, 8, line, (n) => say("show-more", { n: counted(n) }));
  return el("section", { "aria-labelledby": "owed" },
    el("h2", { id: "owed" }, title("owed"),
      el("small", {}, say("owed-note", { n: counted(page["owed-count"]) }))),
    page.owed.length ? [list, more] : el("p", {}, say("owed-none")));
}
