// Filters over long lists: a list shows what has every value that is chosen. Without scripts
// the filters are not shown, and the lists are whole.

for (const form of document.querySelectorAll("form[data-filter]")) {
  const list = document.getElementById(form.dataset.filter);
  const items = [...list.querySelectorAll("[data-facets]")];
  const folds = [...list.querySelectorAll("details.ev-fold")];
  const opened = new Map(folds.map((fold) => [fold, fold.open]));
  const selects = [...form.querySelectorAll("select")];

  form.addEventListener("change", () => {
    const chosen = selects
      .filter((select) => select.value)
      .map((select) => `${select.parentElement.firstChild.data.trim()}\t${select.value}`);
    let shown = 0;
    for (const item of items) {
      const has = item.dataset.facets.split("\n");
      item.hidden = !chosen.every((token) => has.includes(token));
      shown += !item.hidden;
    }
    for (const fold of folds) {
      fold.hidden = !fold.querySelector("[data-facets]:not([hidden])");
      fold.open = chosen.length > 0 || opened.get(fold);
    }
    form.querySelector("output").value = chosen.length ? `${shown} of ${items.length}` : "";
  });
  form.addEventListener("submit", (event) => event.preventDefault());
  // A browser that comes back to the page has kept what was chosen.
  form.dispatchEvent(new Event("change"));
}
