// @ts-check
// What the pages do beyond TypeDoc's own script: a menu for narrow windows that keyboards can open, and regions that
// scroll and can be reached.

const page = document.documentElement;
const trigger = /** @type {HTMLElement} */ (document.getElementById("menu-trigger"));
const menu = /** @type {HTMLElement} */ (document.querySelector(".col-sidebar"));
menu.id = "menu";

/** @param {boolean} open */
function setMenu(open) {
  page.classList.toggle("has-menu", open);
  trigger.ariaExpanded = String(open);
  (open ? menu.querySelector("a") : trigger)?.focus();
}

trigger.addEventListener("click", () => setMenu(true));
document.querySelector(".overlay")?.addEventListener("click", () => setMenu(false));
document.addEventListener("keydown", ({ key }) => {
  if (key === "Escape" && page.classList.contains("has-menu")) setMenu(false);
});
// A link to a place on the same page leaves the menu open otherwise.
menu.addEventListener("click", ({ target }) => {
  if (target instanceof Element && target.closest("a") && page.classList.contains("has-menu")) setMenu(false);
});

function markScrollingRegions() {
  for (const region of document.querySelectorAll("main pre, main table, main .tsd-signature")) {
    const scrolls = region.scrollWidth > region.clientWidth || region.scrollHeight > region.clientHeight;
    if (scrolls) region.setAttribute("tabindex", "0");
    else region.removeAttribute("tabindex");
  }
}

markScrollingRegions();
addEventListener("resize", markScrollingRegions);

// What may be chosen in a list must not hold links: it is itself what one chooses.
const results = /** @type {HTMLElement} */ (document.getElementById("tsd-search-results"));
new MutationObserver(() => {
  for (const link of results.querySelectorAll("a")) {
    if (!link.hasAttribute("href")) continue;
    const { href } = link;
    link.dataset["href"] = href;
    link.removeAttribute("href");
    link.removeAttribute("tabindex");
    link.addEventListener("click", ({ ctrlKey, metaKey }) => {
      if (ctrlKey || metaKey) open(href);
      else location.assign(href);
    });
  }
}).observe(results, { childList: true });
