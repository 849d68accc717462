// The search of a site: its index is read once somebody searches, in the parts that the words
// fall into, and excerpts come from the pages that were found. Words are folded and taken apart as
// in dossier/render/search.py.

const button = document.querySelector("[data-search]");
const dialog = document.getElementById("ev-search");
const field = dialog.querySelector("input");
const list = dialog.querySelector("ol");
const status = dialog.querySelector("output");
const root = new URL(button.dataset.search, document.baseURI);

const DENSE = "\\u3040-\\u30ff\\u3400-\\u9fff\\uf900-\\ufaff";
const SIGN = `(?:(?![${DENSE}])[\\p{L}\\p{N}])`;
const WORD = new RegExp(`[${DENSE}]|${SIGN}+(?:[.,'’]${SIGN}+)*`, "gu");
const LONGEST = 40;
const MOST = 20;
const AROUND = 70;

const fold = (text) => text.toLowerCase().normalize("NFD").replace(/\p{M}/gu, "");
const wordsOf = (text) => (fold(text).match(WORD) ?? []).map((word) => word.slice(0, LONGEST));

const files = new Map();
function read(name, take = (answer) => answer.json()) {
  if (!files.has(name)) {
    const answer = fetch(new URL(name, root)).then((found) => {
      if (!found.ok) throw new Error(`${found.status} ${name}`);
      return take(found);
    });
    answer.catch(() => files.delete(name));
    files.set(name, answer);
  }
  return files.get(name);
}

// The pages on which a word begins with what was typed, each with how well it fits.
async function pagesOf(typed, index) {
  const found = new Map();
  for (const [number, first] of index.parts.entries()) {
    const next = index.parts[number + 1];
    if ((next !== undefined && next <= typed) || (first > typed && !first.startsWith(typed)))
      continue;
    for (const [word, steps] of Object.entries(await read(`search/${number}.json`))) {
      if (!word.startsWith(typed)) continue;
      const weight = (word === typed ? 2 : 1) * Math.log(1 + index.pages.length / steps.length);
      let page = 0;
      for (const step of steps) {
        page += step;
        found.set(page, Math.max(found.get(page) ?? 0, weight));
      }
    }
  }
  return found;
}

const begins = (text, typed) => wordsOf(text).some((word) => word.startsWith(typed));

async function search(query) {
  const typed = wordsOf(query);
  if (!typed.length) return [];
  const index = await read("search/index.json");
  const sets = await Promise.all(typed.map((word) => pagesOf(word, index)));
  const results = [];
  for (const page of sets[0].keys()) {
    if (!sets.every((set) => set.has(page))) continue;
    const [address, title, headings] = index.pages[page];
    const heading = headings.find(([, name]) => typed.every((word) => begins(name, word)));
    const named = typed.filter((word) => begins(title, word)).length;
    const fits = sets.reduce((sum, set) => sum + set.get(page), 0);
    results.push({ address, title, heading, score: fits + 6 * named + (heading ? 3 : 0) });
  }
  return results.sort((a, b) => b.score - a.score || (a.address < b.address ? -1 : 1));
}

// What stands where most of the words are together on a page, the first of them told apart.
function excerptOf(page, typed) {
  const text = page.replace(/\s+/g, " ");
  const seen = [];
  for (const { 0: word, index } of text.matchAll(/[\p{L}\p{N}\p{M}.,'’]+/gu)) {
    const each = wordsOf(word);
    const hit = typed.findIndex((begun) => each.some((one) => one.startsWith(begun)));
    if (hit >= 0) seen.push({ word, index, hit });
  }
  let best;
  let most = 0;
  for (const [number, { index }] of seen.entries()) {
    const near = seen.slice(number, number + AROUND / 2).filter((other) => other.index < index + AROUND);
    const size = new Set(near.map(({ hit }) => hit)).size;
    if (size > most) [best, most] = [seen[number], size];
    if (most === typed.length) break;
  }
  if (!best) return undefined;
  const { word, index } = best;
  const start = Math.max(0, text.lastIndexOf(" ", Math.max(0, index - AROUND)) + 1);
  const after = index + word.length;
  const end = text.indexOf(" ", after + AROUND);
  return [
    (start ? "… " : "") + text.slice(start, index),
    word,
    text.slice(after, end < 0 ? undefined : end) + (end < 0 ? "" : " …"),
  ];
}

function textOf(html) {
  const page = new DOMParser().parseFromString(html, "text/html");
  const content = page.getElementById("content") ?? page.body;
  for (const unseen of content.querySelectorAll("script, style, svg, template")) unseen.remove();
  const walker = page.createTreeWalker(content, NodeFilter.SHOW_TEXT);
  const texts = [];
  while (walker.nextNode()) texts.push(walker.currentNode.data);
  return texts.join(" ");
}

async function addExcerpt(item, address, typed) {
  const text = await read(address || "./", (answer) => answer.text().then(textOf));
  const parts = excerptOf(text, typed);
  if (!parts) return;
  const mark = document.createElement("mark");
  mark.textContent = parts[1];
  const line = document.createElement("p");
  line.append(parts[0], mark, parts[2]);
  item.append(line);
}

function draw({ address, title, heading }) {
  const item = document.createElement("li");
  const link = document.createElement("a");
  link.href = new URL(address + (heading ? `#${heading[0]}` : ""), root);
  link.textContent = heading && heading[1] !== title ? `${title} › ${heading[1]}` : title;
  item.append(link);
  return item;
}

let asked = 0;
async function show() {
  const mine = ++asked;
  const typed = wordsOf(field.value);
  let results;
  try {
    results = await search(field.value);
  } catch {
    if (mine === asked) status.value = status.dataset.failed;
    return;
  }
  if (mine !== asked) return;
  const shown = results.slice(0, MOST);
  const items = shown.map(draw);
  list.replaceChildren(...items);
  const { none, one, other } = status.dataset;
  const said = results.length === 1 ? one : other.replace("#", results.length);
  status.value = typed.length ? (results.length ? said : none) : "";
  for (const [number, { address }] of shown.entries()) {
    if (mine !== asked) return;
    await addExcerpt(items[number], address, typed).catch(() => {});
  }
}

function open() {
  if (!dialog.open) dialog.showModal();
  field.select();
  read("search/index.json").catch(() => {});
}

const isTyping = (target) =>
  target.closest?.("input:not([type=radio], [type=checkbox]), select, textarea, [contenteditable]");
const links = () => [...list.querySelectorAll("a")];

button.addEventListener("click", open);
field.addEventListener("input", show);
dialog.querySelector("form").addEventListener("submit", (event) => {
  if (event.submitter) return;
  event.preventDefault();
  links()[0]?.click();
});
dialog.addEventListener("click", (event) => {
  // What is clicked is the dialog itself only beside what it holds.
  if (event.target === dialog || event.target.closest("a")) dialog.close();
});
dialog.addEventListener("keydown", (event) => {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (!step) return;
  event.preventDefault();
  const stops = [field, ...links()];
  const next = stops.indexOf(document.activeElement) + step;
  stops[Math.min(Math.max(next, 0), stops.length - 1)].focus();
});
document.addEventListener("keydown", (event) => {
  const isPlain = !event.ctrlKey && !event.metaKey && !event.altKey;
  if (!(event.key === "/" && isPlain) || dialog.open || isTyping(event.target)) return;
  event.preventDefault();
  open();
});
