// Material opens its drawer, and on phones its search, with <label>s that no
// keyboard reaches (squidfunk/mkdocs-material#4101). This puts a button into each.

const drawer = document.getElementById("__drawer");
const sidebar = document.querySelector(".md-sidebar--primary");

function addButton(toggleId, name) {
  const label = document.querySelector(`.md-header__button[for="${toggleId}"]`);
  if (!label) return null;
  const toggle = document.getElementById(toggleId);
  const button = document.createElement("button");
  const tellState = () => button.setAttribute("aria-expanded", String(toggle.checked));
  const takeFocusBack = () => {
    if (document.activeElement === document.body && button.offsetParent) button.focus();
  };
  button.type = "button";
  button.setAttribute("aria-label", name);
  button.append(...label.childNodes);
  button.addEventListener("click", () => toggle.click());
  toggle.addEventListener("change", () => {
    tellState();
    if (!toggle.checked) setTimeout(takeFocusBack);
  });
  tellState();
  label.append(button);
  return button;
}

addButton("__search", "Search");
const opener = addButton("__drawer", "Menu");

if (opener && sidebar) {
  // On a wide screen the button is not shown and the drawer is a plain sidebar.
  const isOpen = () => drawer.checked && opener.offsetParent !== null;

  // Titles that lead back a level. Material clicks a focused label on Enter.
  sidebar.querySelectorAll(".md-nav__title[for^='__nav']").forEach((title) => {
    title.tabIndex = 0;
  });

  drawer.addEventListener("change", () => {
    if (!isOpen()) return;
    const links = [...sidebar.querySelectorAll(".md-nav__list a[href]")];
    links.find((link) => getComputedStyle(link).visibility === "visible")?.focus();
  });

  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !isOpen()) return;
    drawer.click();
    opener.focus();
  });

  // The page behind an open drawer is covered: leaving the drawer closes it.
  document.addEventListener("focusin", (event) => {
    if (isOpen() && event.target !== opener && !sidebar.contains(event.target)) drawer.click();
  });
}

// Material puts each table of Markdown into a box that scrolls sideways, which no
// keyboard reaches. It does so once the page is read, hence the wait.
addEventListener("load", () => {
  const boxes = document.querySelectorAll(".md-typeset__scrollwrap");
  const name = (box) => {
    const scrolls = box.scrollWidth > box.clientWidth;
    box.toggleAttribute("tabindex", scrolls);
    if (scrolls) box.tabIndex = 0;
    box.role = scrolls ? "region" : null;
    box.ariaLabel = scrolls ? "Table, scrolls sideways" : null;
  };
  const watcher = new ResizeObserver((changes) => changes.forEach((change) => name(change.target)));
  boxes.forEach((box) => watcher.observe(box));
});

// A browser takes a link of which an edge is in sight for one that can be seen.
document.querySelector(".ev-scroll")?.addEventListener("focusin", (event) => {
  event.target.scrollIntoView({ block: "nearest", inline: "nearest" });
});
