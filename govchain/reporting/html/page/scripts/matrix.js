/* Who should open data to whom: the picture where there is one, and a table that can be read. */
async function showMatrix(main) {
  const [data, drawnPages] = await Promise.all([told(spoken), part(`matrix-${spoken}`)]);
  const pictures = drawnPages.length > 0
    && pictureBox({ pages: drawnPages }, title("matrix"), () => {}).box;
  fill(main, el("h1", { tabindex: "-1" }, title("from-to")), pictures, matrixTable(data.ways));
}

function matrixTable(ways) {
  if (!ways.length) return el("p", {}, say("owed-none"));
  const pairs = ways.flatMap((way) => way.holders.map((from) => ({ from, to: way.to })));
  const sorted = (key) => [...tally(pairs, (pair) => [pair[key]])]
    .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  const [rows, columns] = [sorted("from"), sorted("to")];
  const counts = tally(pairs, (pair) => [`${pair.from},${pair.to}`]);
  const most = Math.max(...counts.values());
  const cell = (from, to) => {
    const n = counts.get(`${from},${to}`);
    if (!n) return el("td", {});
    const shade = Math.ceil((n / most) * 4);
    return el("td", { class: `figure shade-${shade}` },
      el("a", { href: address("findings", { way: `${from},${to}` }) }, counted(n)));
  };
  const name = (id) => page.departments[id] || id;
  return scrollable(title("from-to"), el("table", { class: "matrix" },
    el("thead", {}, el("tr", {}, el("th", { scope: "col" }, `${say("from")} ↓ ${say("to")} →`),
      el("th", { scope: "col", class: "figure" }, say("sum")),
      columns.map(([id]) => el("th", { scope: "col" }, el("span", {}, name(id)))))),
    el("tbody", {}, rows.map(([from, n]) => el("tr", {},
      el("th", { scope: "row" }, name(from)), el("td", { class: "figure" }, el("b", {}, counted(n))),
      columns.map(([to]) => cell(from, to)))))));
}
