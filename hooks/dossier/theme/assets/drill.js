// Questions remember whether their answer was known. What a browser keeps, whatever is served at
// the same address later can read: so all marks are one text, sealed with a secret that stands
// in pages of this project's server alone. Without the secret, as in a folder, or without storage,
// marks last as long as the page. Without this script the cards are complete, and the marks hidden.

const WORDS = { new: "New", known: "Known" };
const { secret, page } = document.currentScript.dataset;
const NONCE_BYTES = 12;

// Material keeps more than a choice of colours by name, such as the labels of tabs.
const keepByName = window.__md_set;
window.__md_set = (name, ...rest) => name === "__palette" && keepByName?.(name, ...rest);

function spell(state) {
  if (!state.startsWith("missed")) return WORDS[state];
  const times = Number(state.split(" ")[1] ?? 1);
  return times === 1 ? "Missed once" : times === 2 ? "Missed twice" : `Missed ${times} times`;
}

// What earlier versions kept told companies and questions, and the path that a token hides.
function forgetReadable() {
  for (const key of Object.keys(localStorage)) {
    if (/^drill:|^\/[\w-]{22}\/.*\.__\w+$/.test(key)) localStorage.removeItem(key);
  }
}

async function openSeal() {
  const bytes = Uint8Array.from(secret.match(/../g), (pair) => parseInt(pair, 16));
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  const place = btoa(String.fromCharCode(...digest.slice(0, NONCE_BYTES)));
  const key = await crypto.subtle.importKey("raw", bytes, "AES-GCM", false, ["encrypt", "decrypt"]);
  return { place, key };
}

async function unseal({ place, key }) {
  try {
    const kept = Uint8Array.from(atob(localStorage.getItem(place)), (sign) => sign.charCodeAt(0));
    const iv = kept.slice(0, NONCE_BYTES);
    const text = await crypto.subtle.decrypt({ name: "AES-GCM", iv }, key, kept.slice(NONCE_BYTES));
    return JSON.parse(new TextDecoder().decode(text));
  } catch {
    return {}; // nothing was kept, or somebody else wrote it
  }
}

async function seal({ place, key }, marks) {
  const iv = crypto.getRandomValues(new Uint8Array(NONCE_BYTES));
  const text = new TextEncoder().encode(JSON.stringify(marks));
  const sealed = new Uint8Array(await crypto.subtle.encrypt({ name: "AES-GCM", iv }, key, text));
  const kept = Array.from([...iv, ...sealed], (byte) => String.fromCharCode(byte)).join("");
  localStorage.setItem(place, btoa(kept));
}

function stateOf(marks, card) {
  const state = marks[`${page} ${card.dataset.drill}`];
  return /^(known|missed [1-9][0-9]{0,3})$/.test(state) ? state : "new";
}

function setUp(card, marks, keep) {
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
      const missed = Number(stateOf(marks, card).split(" ")[1] ?? 0);
      const state = button.dataset.mark === "missed" ? `missed ${missed + 1}` : "known";
      marks[`${page} ${card.dataset.drill}`] = state;
      show(state);
      keep(`${page} ${card.dataset.drill}`, state);
    });
  }
  // A card of the style guide shows a state until it is marked.
  const state = stateOf(marks, card);
  show(state === "new" ? (card.dataset.sample ?? state) : state);
  card.querySelector(".ev-mark").hidden = false;
}

async function setUpAll() {
  let marks = {};
  let keep = () => {};
  try {
    forgetReadable();
    if (secret && window.crypto?.subtle) {
      const sealed = await openSeal();
      marks = await unseal(sealed);
      let last = Promise.resolve();
      // Read again before each mark: another tab may have added some.
      keep = (name, state) => {
        last = last.then(async () => seal(sealed, { ...(await unseal(sealed)), [name]: state }));
        last = last.catch(() => {}); // the browser is full, or keeps no storage any more
      };
    }
  } catch (error) {
    if (!(error instanceof DOMException)) throw error; // the browser keeps no storage
  }
  for (const list of document.querySelectorAll(".ev-drill")) {
    const cards = [...list.querySelectorAll("[data-drill]")];
    for (const card of cards) setUp(card, marks, keep);
    // What was missed comes back first.
    list.prepend(...cards.filter((card) => card.dataset.state === "missed"));
  }
}

setUpAll();
