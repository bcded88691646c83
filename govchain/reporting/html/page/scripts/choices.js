/* By what findings are chosen: rule, severity, lever, department, theme, matter, words. */
function fits(finding, chosen) {
  return (!chosen.rule || finding.rule === chosen.rule)
    && (!chosen.severity || finding.severity === chosen.severity)
    && (!chosen.lever || finding.lever === chosen.lever)
    && (!chosen.department || finding.departments.includes(chosen.department))
    && (!chosen.theme || finding.themes.includes(chosen.theme))
    && (!chosen.matter || finding.matters.includes(chosen.matter))
    && (!chosen.free || !finding.amend)
    && (!chosen.f || chosen.f.split(",").some((print) => print && finding.print.startsWith(print)))
    && saysAll(finding.hay, chosen.q);
}

/* The findings that one remedy mends: the remedy is known by its first finding. */
function printsOfRemedy(print, data) {
  const remedy = data.begin.all.find((each) => each.findings[0] === print);
  return new Set(remedy ? remedy.findings : [print]);
}

/* The findings that data does not flow from one department (to another, where one is named). */
function printsOfWay(way, data) {
  const [from, to] = way.split(",");
  return new Set(data.ways.filter((each) =>
    (!from || each.from === from) && (!to || each.to === to))
    .flatMap((each) => each.findings));
}

function chosenFindings(chosen, data) {
  if (!Object.keys(chosen).length) return data.findings;
  const remedy = chosen.with && printsOfRemedy(chosen.with, data);
  const way = chosen.way && printsOfWay(chosen.way, data);
  return data.findings.filter((finding) => (!remedy || remedy.has(finding.print))
    && (!way || way.has(finding.print)) && fits(finding, chosen));
}

/* The fields of the form: of each what occurs, with how often. */
function choiceFields(chosen, data, changed) {
  const field = (name, values, nameOf, label = name) => {
    const select = el("select", { id: `by-${name}`, onchange: () => changed(name, select.value) },
      el("option", { value: "" }, say("all")),
      values.map(([value, n]) => el("option", { value, selected: chosen[name] === value },
        say("so-many", { name: nameOf(value), n: counted(n) }))));
    return el("label", { class: "field" }, el("span", {}, say(label)), select);
  };
  const names = data.names;
  const severities = ["error", "warning", "advice"];
  const counts = (keys) => [...tally(data.findings, keys)].sort((a, b) => b[1] - a[1]);
  return [
    field("severity", counts((f) => [f.severity]).sort((a, b) =>
      severities.indexOf(a[0]) - severities.indexOf(b[0])), (id) => names.severity[id]),
    field("lever", counts((f) => [f.lever]), (id) => names.lever[id]),
    field("rule", counts((f) => [f.rule]), (id) => names.rule[id].title),
    field("department", counts((f) => f.departments), (id) => page.departments[id] || id,
      "with-below"),
    field("theme", counts((f) => f.themes), (id) => page.themes[id] || id),
    field("matter", counts((f) => f.matters),
      (id) => (data.matters.has(id) ? data.matters.get(id).name : id), "with-called"),
  ];
}

function tally(items, keysOf) {
  const found = new Map();
  for (const item of items) for (const key of keysOf(item)) found.set(key, (found.get(key) || 0) + 1);
  return found;
}
