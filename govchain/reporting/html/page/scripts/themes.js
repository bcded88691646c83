/* The themes: all in a picture and with their goals in a list, and each with its picture. */
async function showThemes(main, at) {
  const [data, drawnPages, lists] = await Promise.all([
    told(spoken), part(`themes-${spoken}`), part(`lists-${spoken}`),
  ]);
  const name = page.themes[at.id];
  if (at.id && !name) return fill(main, el("h1", { tabindex: "-1" }, say("not-there")));
  const isOf = ({ key }) => (at.id ? isPageOf(at.id, key) : !key.startsWith("theme-"));
  const shown = drawnPages.filter(isOf);
  const list = lists.find((each) => each.name === "themes");
  const picture = shown.length > 0 && pictureBox({ pages: shown, isWhole: true }, name || title("themes"), undefined,
    (key) => leadsToTheme(key, at.id) || (data.matters.has(key) && toMatter(key)));
  fill(main, el("h1", { tabindex: "-1" }, name || title("themes")), themeChips(at, drawnPages),
    (at.id || picture) && el("p", { class: "bar-of-picture" },
      at.id && [el("a", { href: address("findings", { theme: at.id }) }, say("of-theme")), " "],
      picture && picture.sizes),
    picture && picture.frame,
    !at.id && (list ? listSection(list, at) : el("p", {}, say("none"))));
}

function themeChips(at, drawnPages) {
  const drawn = Object.entries(page.themes).filter(([id]) =>
    drawnPages.some(({ key }) => isPageOf(id, key)));
  const chip = (text, id) => el("a", {
    class: "chip", href: address(id ? `themes/${encodeURIComponent(id)}` : "themes"),
    "aria-current": (at.id || "") === id ? "page" : null,
  }, text);
  return el("nav", { class: "chips", "aria-label": say("themes") },
    chip(title("all"), ""), drawn.map(([id, name]) => chip(name, id)));
}

/* The pictures of a theme are called by it, the second and further ones with their number. */
function isPageOf(id, key) {
  const rest = key.startsWith(`theme-${id}`) && key.slice(`theme-${id}`.length);
  return rest === "" || (/^-\d+$/.test(rest) && !(`${id}${rest}` in page.themes));
}

function leadsToTheme(key, shownId) {
  const id = Object.keys(page.themes).find((each) => isPageOf(each, key));
  return id && id !== shownId && address(`themes/${encodeURIComponent(id)}`);
}
