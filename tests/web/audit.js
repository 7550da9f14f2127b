// What is wrong with a page, by kind: an object of lists of words, each list empty when nothing is. Asked in a window as
// narrow as a telephone's. Contrast is that of WCAG 2.2, 1.4.3, for text of any size.
(() => {
  const faults = { headings: [], tables: [], language: [], pictures: [], contrast: [], width: [], requests: [], places: [] };
  const all = (selector) => [...document.querySelectorAll(selector)];
  const words = (node) => (node.textContent || "").trim().slice(0, 20);
  const fault = (kind, node, what) => faults[kind].push(`${what}: <${node.tagName.toLowerCase()}> ${words(node)}`);

  let last = 0;
  for (const node of all("h1, h2, h3, h4, h5, h6")) {
    const level = Number(node.tagName[1]);
    if (level > last + 1) fault("headings", node, `h${level} follows ${last ? `h${last}` : "nothing"}`);
    if (!words(node)) fault("headings", node, "empty");
    last = level;
  }
  if (!last) faults.headings.push("no heading");

  const named = (node) => node.getAttribute("aria-label")
    || (node.getAttribute("aria-labelledby") || "").split(" ").map((id) => document.getElementById(id)).filter(Boolean).map(words).join("");
  for (const node of all("table")) {
    if (![...node.querySelectorAll("th")].length) fault("tables", node, "no head");
    if (!node.caption && !named(node) && !node.closest("[role=region][aria-label]")) fault("tables", node, "no name");
    const widths = new Set([...node.rows].map((row) => [...row.cells].reduce((sum, cell) => sum + cell.colSpan, 0)));
    if (widths.size > 1) fault("tables", node, "rows of unequal length");
  }
  for (const node of all("th")) if (!["col", "row"].includes(node.scope)) fault("tables", node, "no scope");

  if (!/^[a-z]{2,3}(-[A-Za-z0-9]+)*$/.test(document.documentElement.lang)) faults.language.push("no lang");
  for (const node of all("img")) if (!(node.alt || "").trim()) fault("pictures", node, "no alt");
  for (const node of all("svg")) if (node.getAttribute("role") !== "img" || !named(node)) fault("pictures", node, "no title");

  const numbers = (colour) => colour.match(/[\d.]+/g).map(Number);
  const light = ([red, green, blue]) => [red, green, blue]
    .map((part) => part / 255).map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4))
    .reduce((sum, part, at) => sum + part * [0.2126, 0.7152, 0.0722][at], 0);
  const over = ([red, green, blue, alpha = 1], below) => [red, green, blue].map((part, at) => alpha * part + (1 - alpha) * below[at]);
  const ground = (node) => {
    const layers = [];
    for (let one = node; one; one = one.parentElement) layers.push(numbers(getComputedStyle(one).backgroundColor));
    return layers.reverse().reduce((below, layer) => over(layer, below), [255, 255, 255]);
  };
  const seen = new Set();
  for (const node of all("body *")) {
    const own = [...node.childNodes].some((child) => child.nodeType === Node.TEXT_NODE && child.data.trim());
    const box = node.getBoundingClientRect();
    if (!own || !box.width || !box.height || ["TITLE", "DESC", "SCRIPT"].includes(node.tagName.toUpperCase())) continue;
    const style = getComputedStyle(node), below = ground(node);
    const ink = over(numbers(node.closest("svg") ? style.fill : style.color), below);
    const [dark, bright] = [light(ink), light(below)].sort((one, two) => one - two);
    const ratio = (bright + 0.05) / (dark + 0.05);
    const key = `${ratio.toFixed(2)} of ${node.className.baseVal ?? node.className}`;
    if (ratio < 4.5 && !seen.has(key)) fault("contrast", node, key);
    seen.add(key);
  }

  const root = document.documentElement;
  if (root.scrollWidth > root.clientWidth) {
    faults.width.push(`${root.scrollWidth} of ${root.clientWidth} pixels`);
    for (const node of all("body *")) {
      if (node.getBoundingClientRect().right > root.clientWidth + 1 && !node.closest("[role=region]")) fault("width", node, "too wide");
    }
  }
  for (const node of all("[role=region], .table, .chart")) {
    if (node.scrollWidth > node.clientWidth && node.tabIndex < 0) fault("width", node, "cannot be scrolled by keys");
  }
  faults.requests = performance.getEntriesByType("resource").map((entry) => entry.name).filter((name) => !name.startsWith("data:"));

  if (all("main").length !== 1) faults.places.push(`${all("main").length} main`);
  for (const node of document.body.children) {
    if (!["MAIN", "NAV", "HEADER", "FOOTER", "SCRIPT", "STYLE"].includes(node.tagName) && !node.matches("a.skip")) fault("places", node, "in no landmark");
  }
  for (const node of all("nav, [role=region]")) if (!named(node)) fault("places", node, "no name");
  for (const node of all("a[href^='#']")) if (!document.getElementById(node.getAttribute("href").slice(1))) fault("places", node, "leads nowhere");
  const ids = all("[id]").map((node) => node.id);
  for (const id of ids.filter((one, at) => ids.indexOf(one) !== at)) faults.places.push(`${id} twice`);
  return JSON.stringify({ ...faults, window: root.clientWidth });
})()
