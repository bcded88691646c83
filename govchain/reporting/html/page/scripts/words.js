/* The words of the page in the language that is spoken now. */
let spoken = page.languages[0];

function say(key, given) {
  const text = page.labels[spoken][key];
  return text.replace(/\{(\w+)\}/g, (blank, name) => (given && name in given ? given[name] : blank));
}

/* What a case costs, in the order in which it is told. */
const UNITS = ["visits", "materials", "days"];

const comma = () => (spoken === "zh" ? "、" : ", ");
const tagOf = (language) => (language === "zh" ? "zh-CN" : language);
const counted = (n) => n.toLocaleString("en-US");
const capital = (text) => text.charAt(0).toUpperCase() + text.slice(1);
const title = (key, given) => capital(say(key, given));

/* A figure; where it stands for an example, that is said beside it. */
function figured(text, isExample) {
  return isExample ? [text, exampleMark()] : [text];
}

function exampleMark() {
  return el("abbr", { class: "example", title: say("example-note") }, say("example"));
}

/* A department where room is scarce: its short name, and the whole one for whoever asks. */
function office(id) {
  const name = page.departments[id] || id;
  return page.short[id] ? shortened(page.short[id], name) : name;
}

const shortened = (short, name) => el("abbr", { class: "office", title: name }, short);

/* The same in a text that names departments and nothing else. */
const shortOf = new Map(Object.entries(page.short).map(([id, short]) => [page.departments[id], short]));

function officesIn(text) {
  const names = text.split(comma());
  if (!names.some((name) => shortOf.has(name))) return text;
  return names.map((name, n) => [n > 0 && comma(),
    shortOf.has(name) ? shortened(shortOf.get(name), name) : name]);
}

const SIGNS = { error: "▲", warning: "◆", advice: "●" };

const severitySign = (severity) => el("span", { "aria-hidden": "true" }, SIGNS[severity]);

function severityMark(severity, names) {
  return el("span", { class: `severity ${severity}` }, severitySign(severity), names.severity[severity]);
}

function leverMark(lever, name) {
  return el("span", { class: `lever lever-${lever}` }, name);
}
