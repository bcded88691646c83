/* What is sought: a text says all the words, in whatever order. */
function saysAll(hay, text) {
  return !text || text.toLowerCase().split(/\s+/).every((word) => hay.includes(word));
}

function searchField(text, changed) {
  const field = el("input", {
    type: "search", value: text || "", placeholder: say("search"), "aria-label": say("search-label"),
  });
  field.addEventListener("input", soon(() => changed(field.value.trim())));
  return field;
}

/* The parts of a table in which rows are sought and sorted; the address says which, and how. Rows
   have a `hay` and `cells`, `made` makes their elements; `status` says by `key` how many there are. */
function soughtRows(at, heads, rows, { most, made, status, key }) {
  const body = el("tbody", {});
  const more = el("div", {});
  const chosen = { ...at.chosen };
  const show = () => {
    const found = sortedRows(rows.filter(({ hay }) => saysAll(hay, chosen.q)), chosen.sort, heads);
    fill(status, say(key, { n: counted(found.length), whole: counted(rows.length) }));
    body.replaceChildren();
    fill(more, inPortions(body, found, most, made, (n) => say("show-more", { n: counted(n) })));
  };
  const changed = (name, value) => {
    chosen[name] = value;
    keep([at.view, at.id].filter(Boolean).join("/"), chosen);
    show();
  };
  show();
  return {
    body, more, search: searchField(chosen.q, (text) => changed("q", text)),
    head: sortedHead(heads, chosen.sort, (way) => changed("sort", way)),
  };
}
