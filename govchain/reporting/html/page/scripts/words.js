/* The words of the page in the language that is spoken now. */
let spoken = page.languages[0];

function say(key, given) {
  const text = page.labels[spoken][key];
  return text.replace(/\{(\w+)\}/g, (blank, name) => (given && name in given ? given[name] : blank));
}

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

const SIGNS = { error: "▲", warning: "◆", advice: "●" };

function severityMark(severity, names) {
  return el("span", { class: `severity ${severity}` },
    el("span", { "aria-hidden": "true" }, SIGNS[severity]), names.severity[severity]);
}

function leverMark(lever, name) {
  return el("span", { class: `lever lever-${lever}` }, name);
}
