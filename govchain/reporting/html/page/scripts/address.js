/* Where the reader is: all of it stands in the address, so that a view can be sent. */
const CHOICES = [
  "q", "rule", "severity", "lever", "department", "theme", "matter", "with", "way", "free", "f",
  "list", "step", "row", "sort",
];

function here() {
  const [path, query] = location.hash.replace(/^#\/?/, "").split("?");
  const params = new URLSearchParams(query || "");
  const chosen = {};
  for (const name of CHOICES) if (params.get(name)) chosen[name] = params.get(name);
  const [view, ...rest] = path.split("/").map(decoded);
  const wanted = params.get("lang");
  return { view: view || "overview", id: rest.join("/"), chosen, language: wanted };
}

function decoded(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function address(view, chosen, language) {
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries(chosen || {})) if (value) params.set(name, value);
  const speaks = language || spoken;
  if (speaks !== page.languages[0]) params.set("lang", speaks);
  const query = params.toString();
  return `#/${view}${query ? `?${query}` : ""}`;
}

const toMatter = (id, chosen) => address(`matters/${encodeURIComponent(id)}`, chosen);
const toFindings = (prints) =>
  address("findings", { f: prints.map((print) => print.slice(0, 8)).join(",") });

/* A choice is changed: the address says so, and nobody goes back through every letter of it. */
function keep(view, chosen) {
  history.replaceState(null, "", address(view, chosen));
}
