/* Elements are made here and nowhere else: a text is set as text, never read as markup. */
function el(name, attributes, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes || {})) {
    if (value === undefined || value === null || value === false) continue;
    if (key.startsWith("on")) made.addEventListener(key.slice(2), value);
    else if (key === "wide") made.style.width = `${Math.max(0, Math.min(1, value)) * 100}%`;
    else made.setAttribute(key, value === true ? "" : value);
  }
  append(made, children);
  return made;
}

function append(parent, children) {
  for (const child of children.flat(Infinity)) {
    if (child === undefined || child === null || child === false || child === "") continue;
    parent.append(typeof child === "string" ? unbroken(child) : child);
  }
}

/* A number stays with its unit: where a line ends, they go down together. */
const unbroken = (text) => text.replace(/(\d) (?=\p{Script=Han})/gu, "$1\u00a0");

function fill(parent, ...children) {
  parent.replaceChildren();
  append(parent, children);
}

/* A box that scrolls, in a frame that has a shadow on each side on which there is more to see. */
function framed(box) {
  const frame = el("div", { class: "frame" }, box);
  const show = () => {
    const { scrollLeft, scrollTop, clientWidth, clientHeight, scrollWidth, scrollHeight } = box;
    const isMore = {
      left: scrollLeft > 1, right: scrollLeft + clientWidth < scrollWidth - 1,
      up: scrollTop > 1, down: scrollTop + clientHeight < scrollHeight - 1,
    };
    for (const [side, is] of Object.entries(isMore)) frame.classList.toggle(`more-${side}`, is);
  };
  box.addEventListener("scroll", show, { passive: true });
  const watched = new ResizeObserver(show);
  for (const each of [box, ...box.children]) watched.observe(each);
  return frame;
}

/* While it is printed nothing takes the place of the reader. */
let isPrinting = false;

/* What stands below one another, the first `most` of it, and a button for more. */
function inPortions(list, items, most, made, more) {
  let shown = 0;
  const button = el("button", { class: "more portion", type: "button", onclick: () => grow(true) });
  function grow(isAsked) {
    const from = shown;
    shown = Math.min(items.length, shown + most);
    for (let n = from; n < shown; n++) list.append(made(items[n], n));
    fill(button, more(items.length - shown));
    button.hidden = shown >= items.length;
    const first = list.children[from];
    if (isAsked && first && !isPrinting) (first.querySelector("a,button,summary") || first).focus();
  }
  grow(false);
  return button;
}

/* Once before the next picture of the screen, however many keys were pressed. */
function soon(doing) {
  let waiting = 0;
  return (...given) => {
    cancelAnimationFrame(waiting);
    waiting = requestAnimationFrame(() => doing(...given));
  };
}
