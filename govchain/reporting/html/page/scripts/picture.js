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

/* `choose` is told what was chosen, `leads` says where a link to another picture leads, if not to
   one of these. */
function pictureBox(told, name, choose = () => {}, leads = () => "") {
  const box = el("div", {
    class: "sheet", tabindex: "0", role: "region", "aria-label": say("picture", { name }),
  });
  const pages = told.pages.map((each) => ({ ...each, picture: drawn(each.svg) }));
  for (const each of pages) {
    each.picture.setAttribute("role", "group");
    each.picture.setAttribute("aria-label", each.title);
    box.append(each.picture);
  }
  box.addEventListener("click", (event) => chooseAt(event, pages, choose, leads));
  return { box, pages };
}

function chooseAt(event, pages, choose, leads) {
  const link = event.target.closest("a");
  const sign = event.target.closest("[data-finding]");
  const step = event.target.closest("[data-step]");
  const target = link && (link.getAttribute("href") || "");
  if (link) event.preventDefault();
  if (target && target.startsWith("page:")) goToPage(target.slice(5), pages, link, leads);
  else if (sign) choose({ label: sign.dataset.finding });
  else if (step && step.dataset.step) choose({ step: step.dataset.step });
}

/* Another picture, or one of these. */
function goToPage(key, pages, link, leads) {
  const [name] = key.split("#");
  const elsewhere = leads(name, pages.find((each) => each.picture.contains(link)));
  const found = pages.find((each) => each.key === name);
  if (elsewhere) location.hash = elsewhere;
  else if (found) found.picture.scrollIntoView({ block: "start" });
}

/* A frame around what is chosen. */
function light(pages, wanted) {
  for (const old of document.querySelectorAll(".halo")) old.remove();
  let first = null;
  for (const each of pages) {
    for (const found of each.picture.querySelectorAll(wanted)) {
      const box = found.getBBox();
      const halo = document.createElementNS(SVG, "rect");
      const place = { x: box.x - 3, y: box.y - 3, width: box.width + 6, height: box.height + 6 };
      for (const [key, value] of Object.entries(place)) halo.setAttribute(key, value);
      halo.setAttribute("class", "halo");
      halo.setAttribute("rx", "5");
      found.append(halo);
      first = first || found;
    }
  }
  if (first) showWithin(first);
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
