/* On paper: all that was chosen, and pictures on sheets of A4, cut where nothing is cut through. */
const MOST_PRINTED = 100;
const LONG_SIDE = 1040, SHORT_SIDE = 712; // px of A4 between its margins
const MOST_ABOVE = 150, TITLE = 30; // what stands above the first picture, on its sheet
const LEAST_SCALE = 0.61; // below, the smallest letters are no longer read
const unfolded = []; // what is closed on the screen and told on paper

addEventListener("beforeprint", () => {
  isPrinting = true;
  for (const each of document.querySelectorAll(".lead details:not([open])")) {
    each.open = true;
    unfolded.push(each);
  }
  for (const button of document.querySelectorAll(".portion")) {
    for (let n = 0; n < MOST_PRINTED && !button.hidden; n++) button.click();
  }
  const pictures = [...document.querySelectorAll(".sheet > svg")];
  pictures.forEach((picture, n) => putOnSheets(picture, n ? 0 : roomAbove(picture)));
  const first = document.querySelector(".slice");
  document.body.classList.toggle("lying", Boolean(first) && first.classList.contains("lying"));
});

addEventListener("afterprint", () => {
  isPrinting = false;
  for (const each of unfolded.splice(0)) each.open = false;
  for (const each of document.querySelectorAll(".slice")) each.remove();
  for (const each of document.querySelectorAll(".sliced")) each.classList.remove("sliced");
  document.body.classList.remove("lying");
});

function roomAbove(picture) {
  const [title, box] = [content.querySelector("h1"), picture.parentElement]
    .map((each) => each.getBoundingClientRect().top);
  return Math.min(MOST_ABOVE, TITLE + box - title);
}

/* The picture as slices, each for a sheet that stands or lies; `above` is lost of the first. */
function putOnSheets(picture, above) {
  const { width, height } = picture.viewBox.baseVal;
  const sheet = sheetFor(width, height, above);
  const across = cuts(picture, "x", width, sheet.width / sheet.scale, 0);
  const down = cuts(picture, "y", height, sheet.height / sheet.scale, above / sheet.scale);
  for (const [top, bottom] of down) {
    for (const [left, right] of across) {
      const slice = picture.cloneNode(true);
      slice.removeAttribute("style"); // which has the size on the screen
      slice.setAttribute("viewBox", `${left} ${top} ${right - left} ${bottom - top}`);
      slice.setAttribute("width", (right - left) * sheet.scale);
      slice.setAttribute("height", (bottom - top) * sheet.scale);
      slice.setAttribute("class", `slice ${sheet.isLying ? "lying" : "upright"}`);
      picture.parentElement.append(slice);
    }
  }
  picture.classList.add("sliced");
}

/* The sheet on which the picture can be read, as the tables beside it have it; whole if it can be. */
function sheetFor(width, height, above) {
  const standing = { isLying: false, width: SHORT_SIDE, height: LONG_SIDE };
  const lying = { isLying: true, width: LONG_SIDE, height: SHORT_SIDE };
  const hasTable = document.querySelector("table.wide, table.matrix");
  const sheet = !hasTable && SHORT_SIDE / width >= LEAST_SCALE ? standing : lying;
  const whole = Math.min(1, sheet.width / width, (sheet.height - above) / height);
  const scale = whole >= LEAST_SCALE ? whole : Math.min(1, sheet.width / width);
  return { ...sheet, scale: Math.max(LEAST_SCALE, scale) };
}

/* From where to where each slice reaches; it ends where fewest texts and boxes are cut through. */
function cuts(picture, axis, length, room, lost) {
  const found = [];
  const boxes = length > room - lost ? boxesOf(picture, axis, room) : [];
  for (let from = 0; from < length;) {
    const most = from + room - (from ? 0 : lost);
    const to = most >= length ? length : bestCut(boxes, most - (most - from) * 0.3, most);
    found.push([from, to]);
    from = to;
  }
  return found;
}

function bestCut(boxes, least, most) {
  let best = { at: most, crossed: Infinity };
  for (let at = most; at > least && best.crossed; at -= 2) {
    const crossed = boxes.reduce((sum, [from, to, weight]) =>
      (from < at - 1 && to > at + 1 ? sum + weight : sum), 0);
    if (crossed < best.crossed) best = { at, crossed };
  }
  return best.at;
}

const HEADING = 17, KEPT_BELOW = 40; // a text so large stays with so much of what follows

/* Where texts and boxes begin and end, but what lies behind all of them: a text weighs more. */
function boxesOf(picture, axis, room) {
  const outer = picture.getBoundingClientRect();
  const [start, size] = axis === "x" ? ["left", "width"] : ["top", "height"];
  const scale = picture.viewBox.baseVal[size] / outer[size];
  return [...picture.querySelectorAll("text, rect")].map((each) => {
    const box = each.getBoundingClientRect();
    const from = (box[start] - outer[start]) * scale;
    const isHeading = axis === "y" && parseFloat(each.getAttribute("font-size")) >= HEADING;
    const to = from + box[size] * scale + (isHeading ? KEPT_BELOW : 0);
    return [from, to, each.tagName === "text" ? 1000 : 1];
  }).filter(([from, to]) => to - from < room / 2);
}
