/* The picture of a matter: a sign or a step leads to its findings, a finding to its place. */
const SVG = "http://www.w3.org/2000/svg";

/* The picture as elements: read as XML that Python wrote, never as markup of the page. */
function drawn(text) {
  const read = new DOMParser().parseFromString(text, "image/svg+xml");
  const picture = document.importNode(read.documentElement, true);
  for (const each of picture.querySelectorAll("[id]")) {
    each.setAttribute("data-anchor", each.id);
    each.removeAttribute("id");
  }
  picture.removeAttribute("role");
  return picture;
}

/* `told.isWhole`: nothing is cut off below, unless somebody chooses a size. `choose` is told what
   was chosen, `leads` says where a link to another picture leads, if not to one of these. */
function pictureBox(told, name, choose = () => {}, leads = () => "") {
  const box = el("div", {
    class: told.isWhole ? "sheet whole" : "sheet", tabindex: "0", role: "region", "aria-label": say("picture", { name }),
  });
  const pages = told.pages.map((each) => ({ ...each, picture: drawn(each.svg) }));
  for (const each of pages) {
    each.picture.setAttribute("role", "group");
    each.picture.setAttribute("aria-label", each.title);
    box.append(each.picture);
  }
  box.addEventListener("click", (event) => chooseAt(event, pages, choose, leads));
  return { box, frame: framed(box), pages, sizes: sizeButtons(box) };
}

/* How large the pictures stand: as the page has it, until a button is pressed. */
const LARGER = 1.25, LEAST_SIZE = 0.1, MOST_SIZE = 4;

function sizeButtons(box) {
  const pictures = [...box.querySelectorAll("svg")];
  const full = (picture) => picture.viewBox.baseVal.width;
  const widest = Math.max(...pictures.map(full));
  const now = () => pictures[0].getBoundingClientRect().width / full(pictures[0]);
  const times = (scale) => {
    const kept = Math.max(LEAST_SIZE, Math.min(MOST_SIZE, scale));
    resize(box, pictures, (picture) => `${full(picture) * kept}px`);
  };
  const button = (text, name, pressed) => el("button", {
    type: "button", class: "button", "aria-label": name, title: name, onclick: pressed,
  }, text);
  return el("span", { class: "sizes", role: "group", "aria-label": say("size") },
    button("−", say("smaller"), () => times(now() / LARGER)),
    button("+", say("larger"), () => times(now() * LARGER)),
    button(say("fit"), null, () =>
      resize(box, pictures, (picture) => `${(full(picture) / widest) * 100}%`)),
    button(say("actual"), null, () => times(1)));
}

/* What stands in the middle of the box stays there. */
function resize(box, pictures, widthOf) {
  const across = (box.scrollLeft + box.clientWidth / 2) / box.scrollWidth;
  const down = (box.scrollTop + box.clientHeight / 2) / box.scrollHeight;
  box.classList.add("sized");
  for (const picture of pictures) {
    picture.style.maxWidth = "none";
    picture.style.width = widthOf(picture);
  }
  box.scrollTo(across * box.scrollWidth - box.clientWidth / 2,
    down * box.scrollHeight - box.clientHeight / 2);
}

function chooseAt(event, pages, choose, leads) {
  const link = event.target.closest("a");
  const sign = event.target.closest("[data-finding]");
  const step = event.target.closest("[data-step]");
  const row = event.target.closest("[data-part]");
  const target = link && (link.getAttribute("href") || "");
  if (link) event.preventDefault();
  if (target && target.startsWith("page:")) goToPage(target.slice(5), pages, leads);
  else if (sign) choose({ label: sign.dataset.finding });
  else if (step && step.dataset.step) choose({ step: step.dataset.step });
  else if (row) choose({ row: row.dataset.part });
  else if (target) choose({ anchor: target.slice(1) });
}

/* Another picture, or one of these. */
function goToPage(key, pages, leads) {
  const [name] = key.split("#");
  const elsewhere = leads(name);
  const found = pages.find((each) => each.key === name);
  if (elsewhere) location.hash = elsewhere;
  else if (found) found.picture.scrollIntoView({ block: "start" });
}

/* A frame around what is chosen: around all that the first of these selectors finds that finds
   anything. `sign` stands on it where the picture has no room for it. */
function light(pages, selectors, sign = "") {
  for (const old of document.querySelectorAll(".halo, .halo-sign")) old.remove();
  const foundBy = (selector) => pages.flatMap((each) => [...each.picture.querySelectorAll(selector)]);
  const found = selectors.map(foundBy).find((each) => each.length) || [];
  for (const each of found) {
    const { x, y, width, height } = each.getBBox();
    each.append(svg("rect", {
      class: "halo", x: x - 3, y: y - 3, width: width + 6, height: height + 6, rx: 5,
    }));
    if (sign) {
      each.append(svg("text", { class: "halo-sign", x: x + width, y: y + 11, "text-anchor": "end" }, sign));
    }
  }
  if (found.length) showWithin(found[0]);
}

function svg(name, attributes, text = "") {
  const made = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.textContent = text;
  return made;
}

/* Brings the box of the picture before the reader, and what is found into its middle. */
function showWithin(found) {
  const box = found.closest(".sheet");
  const { top, bottom } = box.getBoundingClientRect();
  if (bottom < 0 || top > innerHeight * 0.7) box.scrollIntoView({ block: "start" });
  const [inner, outer] = [found.getBoundingClientRect(), box.getBoundingClientRect()];
  box.scrollBy({
    left: inner.left - outer.left - (outer.width - inner.width) / 2,
    top: inner.top - outer.top - Math.min(80, outer.height / 3),
  });
}

const named = (name, value) => `[data-${name}="${CSS.escape(value)}"]`;
