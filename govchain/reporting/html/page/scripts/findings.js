/* The findings, ranked; what is chosen stands in the address. */
const PORTION = 30;

async function showFindings(main, at) {
  const data = await told(spoken);
  const chosen = { ...at.chosen };
  const list = el("ol", { class: "found" });
  const status = el("p", { class: "status", role: "status" });
  const more = el("div", {});
  const fields = el("div", { class: "fields" });
  const search = searchField(chosen.q, (text) => changed("q", text));
  const free = el("input", { type: "checkbox", checked: Boolean(chosen.free) });
  const special = el("p", { class: "special" });
  function changed(name, value) {
    if (value) chosen[name] = value;
    else delete chosen[name];
    keep("findings", chosen);
    show();
  }
  function show() {
    const found = chosenFindings(chosen, data);
    fill(status, say("shown", {
      n: counted(found.length), whole: counted(data.findings.length),
    }));
    list.replaceChildren();
    const isOne = found.length === 1;
    fill(more, inPortions(list, found, PORTION, (finding) => findingItem(finding, data, isOne),
      (n) => say("show-more", { n: counted(n) })), !found.length && el("p", {}, say("none")));
    fill(special, specialChoices(chosen, data, changed));
  }
  free.addEventListener("change", () => changed("free", free.checked ? "1" : ""));
  fill(fields, choiceFields(chosen, data, changed));
  show();
  fill(main, el("h1", { tabindex: "-1" }, title("findings")),
    el("form", { class: "choices", role: "search", onsubmit: (event) => event.preventDefault() },
      search, fields,
      el("label", { class: "tick" }, free, say("without-amendment")),
      el("a", { class: "button", href: address("findings") }, say("clear")), copyButton()),
    special, status, list, more);
}

/* A choice that no field shows can be let go here. */
function specialChoices(chosen, data, changed) {
  const told = [];
  if (chosen.with) {
    const remedy = data.begin.all.find((each) => each.findings[0] === chosen.with);
    told.push(["with", `${say("redo")}: ${remedy ? remedy.text : chosen.with.slice(0, 8)}`]);
  }
  if (chosen.way) {
    const [from, to] = chosen.way.split(",");
    const names = [from, to].filter(Boolean).map((id) => page.departments[id] || id);
    told.push(["way", `${say("way")}: ${names.join(" → ")}`]);
  }
  if (chosen.f) told.push(["f", `${title("findings")} ${chosen.f}`.slice(0, 60)]);
  return told.map(([name, text]) => el("button", {
    type: "button", class: "chip", "aria-label": `${say("drop")}: ${text}`,
    onclick: () => changed(name, ""),
  }, text, el("span", { "aria-hidden": "true" }, " ✕")));
}

function copyButton() {
  const button = el("button", { type: "button", class: "button" }, say("copy"));
  button.addEventListener("click", async () => {
    try {
      await navigator.clipboard.writeText(location.href);
      button.textContent = say("copied");
    } catch {
      window.prompt(say("copy"), location.href);
    }
  });
  return button;
}

/* `sign`: what it is known by in the picture, where it stands below one. */
function findingItem(finding, data, isOpen, sign) {
  const level = sign ? 3 : 2;
  const matter = data.matters.get(finding.matter);
  const rule = data.names.rule[finding.rule];
  const details = el("details", { open: isOpen });
  details.append(el("summary", {}, say("why")));
  const unfold = () => {
    if (details.open && details.children.length === 1) append(details, proofOf(finding, data, level + 1));
  };
  details.addEventListener("toggle", unfold);
  if (isOpen) unfold();
  return el("li", { class: `entry is-${finding.severity}`, "data-print": finding.print },
    el(`h${level}`, { class: "head" }, sign && el("span", { class: "sign" }, sign),
      severityMark(finding.severity, data.names),
      leverMark(finding.lever, data.names.lever[finding.lever]), el("span", {}, rule.title),
      finding.known && el("small", {}, say("known")),
      matter && !sign && el("a", { href: toMatter(matter.id, { f: finding.print }) }, matter.name)),
    el("p", {}, finding.text), details);
}

/* Why, and what to do: the witness in words, the law, the benefit. */
function proofOf(finding, data, level) {
  const rule = data.names.rule[finding.rule];
  const fact = ([text, ...parts]) => el("li", {}, text,
    parts.length > 0 && el("ul", {}, parts.map((each) => el("li", {}, each))));
  const lines = (texts) => el("ul", {}, texts.map((text) => el("li", {}, text)));
  const other = (print) => {
    const known = data.byPrint.get(print);
    const name = known ? data.names.rule[known.rule].title : print.slice(0, 8);
    return el("li", {}, el("a", { href: toFindings([print]) }, `${name} ${print.slice(0, 8)}`));
  };
  const block = (key, content) => content && [el(`h${level}`, { class: "sub" }, title(key)), content];
  return [
    block("proof", el("ul", {}, finding.facts.map(fact))),
    block("to-do", finding.do && el("p", {}, finding.do)),
    block("saves", el("p", {}, ...figured(finding.gain, isYearlyExample(finding, data)))),
    block("mends", finding.mends && lines(finding.mends)),
    block("mended", finding.mended && el("ul", {}, finding.mended.map(other))),
    block("excludes", finding.choice && el("p", {}, finding.choice)),
    block("law", rule.law.length > 0 && lines(rule.law)),
    el("p", { class: "marks" }, `${finding.place} · ${finding.rule} · ${finding.print.slice(0, 8)}`),
  ];
}

function isYearlyExample(finding, data) {
  const matter = data.matters.get(finding.matter);
  return Boolean(matter && Object.keys(finding.spares).length && matter.example.includes("year"));
}
