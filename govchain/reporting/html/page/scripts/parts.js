/* The data of the page: the first screen at once, all else unpacked when it is asked for. */
const page = JSON.parse(document.getElementById("page").textContent);
const unpacked = new Map();

function part(name) {
  if (!unpacked.has(name)) unpacked.set(name, wholePage().then(() => unpack(name)));
  return unpacked.get(name);
}

/* The rest of the file is read while the first screen is seen. */
function wholePage() {
  if (document.readyState !== "loading") return Promise.resolve();
  return new Promise((done) => document.addEventListener("DOMContentLoaded", done, { once: true }));
}

async function unpack(name) {
  const packed = document.getElementById(name);
  if (!packed) throw new Error(name);
  const letters = atob(packed.textContent);
  const bytes = new Uint8Array(letters.length);
  for (let n = 0; n < letters.length; n++) bytes[n] = letters.charCodeAt(n);
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate"));
  return JSON.parse(await new Response(stream).text());
}

/* What is said of the findings, and the findings, once for each language. */
const readyIn = new Map();

function told(language) {
  if (!readyIn.has(language)) readyIn.set(language, together(language));
  return readyIn.get(language);
}

async function together(language) {
  const [facts, said] = await Promise.all([part("facts"), part(`said-${language}`)]);
  const matters = new Map(facts.matters.map((matter, n) => [matter.id, { ...matter, number: n }]));
  const findings = facts.findings.map((finding, n) => ({ ...finding, ...said.findings[n], n }));
  const byPrint = new Map(findings.map((finding) => [finding.print, finding]));
  for (const finding of findings) finding.hay = hayOf(finding, said.names, matters);
  const { ways, matrix } = facts;
  return { findings, byPrint, matters, names: said.names, begin: said.begin, ways, matrix };
}

function hayOf(finding, names, matters) {
  const matter = matters.get(finding.matter);
  const departments = finding.departments.map((id) => page.departments[id]);
  const rule = names.rule[finding.rule];
  return [
    rule.title, finding.rule, matter && matter.name, finding.matter, ...departments,
    finding.text, finding.do, finding.print, finding.place,
  ].filter(Boolean).join("\n").toLowerCase();
}
