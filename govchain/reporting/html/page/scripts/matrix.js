/* Who should open data to whom: the picture where there is one, and a table that can be read. */
async function showMatrix(main) {
  const [data, drawnPages] = await Promise.all([told(spoken), part(`matrix-${spoken}`)]);
  const picture = drawnPages.length > 0 && pictureBox({ pages: drawnPages, isWhole: true }, title("matrix"));
  fill(main, el("h1", { tabindex: "-1" }, title("from-to")),
    picture && [el("p", { class: "bar-of-picture" }, picture.sizes), picture.frame], matrixTable(data));
}

function matrixTable(data) {
  const { rows, columns, cells } = data.matrix;
  if (!rows.length) return el("p", {}, say("owed-none"));
  const most = Math.max(...Object.values(cells));
  const cell = (from, to) => {
    const n = cells[`${from},${to}`];
    if (!n) return el("td", {});
    const shade = Math.ceil((n / most) * 4);
    const way = `${from},${to}`;
    return el("td", { class: `figure shade-${shade}` }, printsOfWay(way, data).size
      ? el("a", { href: address("findings", { way }) }, counted(n)) : counted(n));
  };
  return scrollable(title("from-to"), el("table", { class: "matrix" },
    el("thead", {}, el("tr", {}, el("th", { scope: "col" }, `${say("from")} ↓ ${say("to")} →`),
      el("th", { scope: "col", class: "figure" }, say("sum")),
      columns.map((id) => el("th", { scope: "col" }, el("span", {}, office(id)))))),
    el("tbody", {}, rows.map(([from, n]) => el("tr", {},
      el("th", { scope: "row" }, office(from)), el("td", { class: "figure" }, el("b", {}, counted(n))),
      columns.map((to) => cell(from, to)))))));
}
