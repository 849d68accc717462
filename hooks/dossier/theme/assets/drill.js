// Questions remember, in this browser alone, whether their answer was known. Without
// this script, or without storage, the cards are complete: the marks stay hidden.

const WORDS = { new: "New", known: "Known" };

function spell(state) {
  if (!state.startsWith("missed")) return WORDS[state];
  const times = Number(state.split(" ")[1] ?? 1);
  return times === 1 ? "Missed once" : times === 2 ? "Missed twice" : `Missed ${times} times`;
}

function read(key) {
  const state = localStorage.getItem(key) ?? "";
  return /^(known|missed [1-9][0-9]{0,3})$/.test(state) ? state : "new";
}

function setUp(card) {
  const key = `drill:${location.pathname}:${card.dataset.drill}`;
  const told = card.querySelector(".ev-drill__s");
  const buttons = card.querySelectorAll("[data-mark]");
  const show = (state) => {
    card.dataset.state = state.split(" ")[0];
    told.textContent = spell(state);
    told.parentElement.hidden = false;
    for (const button of buttons) {
      button.setAttribute("aria-pressed", String(button.dataset.mark === card.dataset.state));
    }
  };
  for (const button of buttons) {
    button.addEventListener("click", () => {
      const missed = Number(read(key).split(" ")[1] ?? 0);
      const state = button.dataset.mark === "missed" ? `missed ${missed + 1}` : "known";
      localStorage.setItem(key, state);
      show(state);
    });
  }
  // A card of the style guide shows a state until it is marked.
  const state = read(key);
  show(state === "new" ? (card.dataset.sample ?? state) : state);
  card.querySelector(".ev-mark").hidden = false;
}

for (const list of document.querySelectorAll(".ev-drill")) {
  try {
    const cards = [...list.querySelectorAll("[data-drill]")];
    cards.forEach(setUp);
    // What was missed comes back first.
    list.prepend(...cards.filter((card) => card.dataset.state === "missed"));
  } catch (error) {
    if (!(error instanceof DOMException)) throw error; // the browser keeps no storage
  }
}
