/* A table is sorted by the head of a column; which, and which way, stands in the address. */
function sortedHead(heads, sort, changed) {
  let now = sort || "";
  const cells = heads.map(([text, isFigure], n) => el("th", {
    scope: "col", class: isFigure ? "figure" : "",
  }, el("button", { type: "button", class: "sort", onclick: () => turn(n) }, text)));
  const show = () => cells.forEach((cell, n) => {
    const isUp = now === `${n + 1}`;
    if (isUp || now === `-${n + 1}`) cell.setAttribute("aria-sort", isUp ? "ascending" : "descending");
    else cell.removeAttribute("aria-sort");
  });
  function turn(n) {
    const ways = heads[n][1] ? [`-${n + 1}`, `${n + 1}`, ""] : [`${n + 1}`, `-${n + 1}`, ""];
    now = ways[(ways.indexOf(now) + 1) % ways.length]; // figures from the largest, then as it was
    show();
    changed(now);
  }
  show();
  return el("tr", {}, cells);
}

/* The rows in that order, as they were where none is asked for; what is empty comes last. */
function sortedRows(rows, sort, heads) {
  const n = Math.abs(Number(sort)) - 1;
  if (!sort || !heads[n]) return rows;
  const order = new Intl.Collator(tagOf(spoken), { numeric: true });
  const keyOf = heads[n][1] ? (text) => parseFloat(text.replace(/,/g, "")) : (text) => text;
  const isEmpty = (key) => key === "" || Number.isNaN(key);
  const way = sort.startsWith("-") ? -1 : 1;
  const compared = (a, b) => (heads[n][1] ? a - b : order.compare(a, b));
  return rows.map((row) => [keyOf(row.cells[n]), row])
    .sort(([a], [b]) => isEmpty(a) - isEmpty(b) || (isEmpty(a) ? 0 : way * compared(a, b)))
    .map(([, row]) => row);
}
