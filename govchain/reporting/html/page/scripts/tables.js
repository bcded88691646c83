/* The lists (清单) with their files. */
async function showLists(main, at) {
  const lists = await part(`lists-${spoken}`);
  const list = lists.find((each) => each.name === (at.chosen.list || at.id)) || lists[0];
  if (!list) return fill(main, el("h1", { tabindex: "-1" }, title("lists")));
  fill(main, el("h1", { tabindex: "-1" }, title("lists")),
    el("nav", { class: "chips", "aria-label": say("lists") }, lists.map((each) => el("a", {
      class: "chip", href: address(`lists/${each.name}`),
      "aria-current": each === list ? "page" : null,
    }, each.title))),
    listSection(list, at));
}

function listSection(list, at) {
  const status = el("span", { role: "status" });
  const rows = list.rows.map((cells, n) => ({
    cells: [...cells, counted(list.found[n].length)],
    found: list.found[n], hay: cells.join("\n").toLowerCase(),
  }));
  const heads = [...list.columns, [say("findings"), 1]];
  const { search, head, body, more } = soughtRows(at, heads, rows, {
    most: 100, made: (row) => listRow(row, list), status, key: "shown-rows",
  });
  return el("section", {}, el("h2", {}, list.title),
    el("p", {}, list.about),
    el("div", { class: "choices" }, search, downloadButton(list.name), status),
    scrollable(list.title, el("table", { class: "wide" },
      el("thead", {}, head), body,
      list.sums.length > 0 && el("tfoot", {}, el("tr", {}, list.sums.map((text, n) =>
        el("td", { class: list.columns[n][1] ? "figure" : "" }, text)), el("td", {}))))), more);
}

const LONG_CELL = 40;

function listRow(row, list) {
  const known = row.found.length;
  const last = list.columns.length - 1; // where it stands in the files
  return el("tr", {}, row.cells.slice(0, -1).map((text, n) =>
    el("td", {
      class: n === last ? "place" : list.columns[n][1] ? "figure" : text.length > LONG_CELL ? "long" : "",
    }, officesIn(text))),
  el("td", { class: "figure" }, known > 0 && el("a", { href: toFindings(row.found) }, counted(known))));
}

/* The very bytes that the command line writes. */
function downloadButton(name) {
  return el("button", {
    type: "button", class: "button", onclick: async () => {
      const files = await part(`files-${spoken}`);
      const file = URL.createObjectURL(new Blob(["\ufeff", files[name]], { type: "text/csv" }));
      const link = el("a", { href: file, download: `${name}.csv` });
      document.body.append(link);
      link.click();
      link.remove();
      setTimeout(() => URL.revokeObjectURL(file), 1000);
    },
  }, say("download"));
}
