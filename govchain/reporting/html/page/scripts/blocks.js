/* Chapters as the terminal tells them: headings, sentences, tables, bars. */
async function showBlocks(main, key) {
  const blocks = await part(`${key}-${spoken}`);
  const version = key === "changes" && ` (${page.against})`;
  fill(main, el("h1", { tabindex: "-1" }, title(key), version), el("div", { class: "blocks" },
    blocks.map(block)));
}

function block(told, number) {
  if (told.heading) return el("h2", {}, told.heading);
  if (told.text) return el("p", {}, told.text);
  if (told.bars) return barsTable(told);
  if (told.columns) return blockTable(told, number + 1);
  return el("article", { class: `entry is-${told.tone}` }, el("h3", { class: "head" }, `${told.number}. ${told.head}`),
    told.said.map((text) => el("p", {}, text)), el("p", { class: "marks" }, told.marks.join(" · ")));
}

function blockTable(told, number) {
  const body = el("tbody", {});
  const isFigure = (n) => (told.columns[n][1] ? "figure" : "");
  const more = inPortions(body, told.rows, 20, (row) => el("tr", {}, row.map((text, n) =>
    el(n || !text ? "td" : "th", { class: isFigure(n), scope: n || !text ? null : "row" }, text))),
  (n) => say("show-more", { n: counted(n) }));
  return [told.title && el("p", {}, told.title),
    scrollable(`${number}. ${told.title || told.columns.map(([head]) => head).join(" ")}`,
      el("table", { class: "wide" }, el("thead", {}, el("tr", {}, told.columns.map(([head], n) =>
        el(head ? "th" : "td", { scope: head ? "col" : null, class: isFigure(n) }, head)))), body)),
    more, told.note && el("p", { class: "muted" }, told.note)];
}

function barsTable(told) {
  return el("table", { class: "bars" },
    el("thead", {}, el("tr", {}, told.heads.map((head, n) =>
      el("th", { scope: "col", class: n ? "figure" : "" }, head)), el("td", {}))),
    el("tbody", {}, told.bars.map(([name, figure, share]) => el("tr", {},
      el("th", { scope: "row" }, name), el("td", { class: "figure" }, figure),
      el("td", { class: "room" }, el("i", { class: "bar" }, el("i", { class: "fill-cut", wide: share })))))));
}
