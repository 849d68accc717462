/* Unlocks the document that this page holds, with the key that stands in the address after
   the #. A browser sends that part to nobody, and this code neither sends nor keeps it: it
   makes no request, stores nothing, and the page's policy (Content-Security-Policy, above)
   lets no other code run and nothing be fetched.

   Is it the published code? Take what stands between the script tags, to the byte, and
   compare its SHA-256 with the one of theme/share/loader.js in the package:
     openssl dgst -sha256 -binary loader.js | base64
   The policy above names the same value after `script-src 'sha256-`. */
"use strict";

const MOST_BYTES = 64 * 1024 * 1024;
// What holds data alone is no code, and the policy lets none run.
const DROPPED = "script:not([type='application/ld+json']),style,iframe,frame,object,embed,base,meta,link,form,template,noscript,animate,set";
// Browsers skip white space within a scheme.
const spaced = word => [...word].join("[\\0-\\x20]*");
const CODE = new RegExp(`^[\\0-\\x20]*(${spaced("javascript:")}|${spaced("vbscript:")})`, "i");
const place = id => document.getElementById(id);
const utf8 = text => new TextEncoder().encode(text);
// Without one of these the page could not be shown: browsers of the last three years have all.
const isCurrent = () => self.DecompressionStream && self.TextDecoder && self.DOMParser && document.fonts && Promise.allSettled
  && self.CSSStyleSheet && CSSStyleSheet.prototype.replaceSync && document.adoptedStyleSheets && document.body.replaceChildren;
const fail = code => { throw Object.assign(new Error(code), { code }); };

function join(...parts) {
  const all = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let end = 0;
  for (const part of parts) { all.set(part, end); end += part.length; }
  return all;
}

function fromBase64(text) {
  if (Uint8Array.fromBase64) return Uint8Array.fromBase64(text, { lastChunkHandling: "strict" });
  return Uint8Array.from(atob(text), sign => sign.charCodeAt(0));
}

async function keyIn(fragment) {
  let text = fragment;
  // Some mail programs write signs as %23, and some write the % of that as %25.
  for (let n = 0; n < 3; n++) text = text.replace(/%([0-9a-f]{2})/gi, (_, code) => String.fromCharCode(parseInt(code, 16)));
  text = text.replace(/[A-Z]/g, sign => sign.toLowerCase());
  const found = /k1([a-z2-7]{56})(?![a-z2-7])/.exec(text);
  if (!found) fail(text.includes("k1") ? "truncated" : "nokey");
  const bytes = new Uint8Array(35);
  let bits = 0, held = 0, end = 0;
  for (const sign of found[1]) {
    bits = (bits << 5) | "abcdefghijklmnopqrstuvwxyz234567".indexOf(sign);
    held += 5;
    if (held >= 8) { held -= 8; bytes[end++] = bits >> held; bits &= (1 << held) - 1; }
  }
  const key = bytes.slice(0, 32);
  const sum = new Uint8Array(await crypto.subtle.digest("SHA-256", join(utf8("dossier-share/v1 link"), key)));
  if ([0, 1, 2].some(n => sum[n] !== bytes[32 + n])) fail("typo");
  return key;
}

async function withPassphrase(key, kdf, passphrase) {
  const word = await crypto.subtle.importKey("raw", utf8(passphrase.normalize("NFC")), "PBKDF2", false, ["deriveBits"]);
  const how = { name: "PBKDF2", hash: "SHA-256", salt: fromBase64(kdf.salt), iterations: kdf.iter };
  return join(key, new Uint8Array(await crypto.subtle.deriveBits(how, word, 256)));
}

/* Nobody has vouched for the header yet, so it may not ask for days of work. */
function readHeader(text) {
  const header = JSON.parse(new TextDecoder().decode(fromBase64(text)));
  const { v, alg, id, kdf } = header;
  const isKnown = v === 1 && alg === "A256GCM";
  const isFair = !kdf || (kdf.name === "PBKDF2-SHA256" && Number.isInteger(kdf.iter) && kdf.iter >= 6e5 && kdf.iter <= 1e7);
  const path = /\/s\/([a-z2-7]{26})\/(index\.html)?$/.exec(location.pathname);
  if (!isKnown || !isFair || (path && path[1] !== id)) fail("tampered");
  return header;
}

async function unlock(secret, header, headerText, cipherText) {
  const base = await crypto.subtle.importKey("raw", secret, "HKDF", false, ["deriveBits", "deriveKey"]);
  secret.fill(0);
  const hkdf = info => ({ name: "HKDF", hash: "SHA-256", salt: fromBase64(header.salt), info: utf8("dossier-share/v1 " + info) });
  const check = new Uint8Array(await crypto.subtle.deriveBits(hkdf("check"), base, 128));
  if (fromBase64(header.kcv).join() !== check.join()) fail(header.kdf ? "passphrase" : "wrongkey");
  const key = await crypto.subtle.deriveKey(hkdf("enc"), base, { name: "AES-GCM", length: 256 }, false, ["decrypt"]);
  const how = { name: "AES-GCM", iv: new Uint8Array(12), additionalData: utf8("dossier-share/v1." + headerText), tagLength: 128 };
  return new Uint8Array(await crypto.subtle.decrypt(how, key, fromBase64(cipherText)));
}

async function gunzip(data) {
  const reader = new Blob([data]).stream().pipeThrough(new DecompressionStream("gzip")).getReader();
  const parts = [];
  for (let size = 0; ;) {
    const { done, value } = await reader.read();
    if (done) return join(...parts);
    size += value.length;
    if (size > MOST_BYTES) fail("tampered");
    parts.push(value);
  }
}

async function documentIn(plain, header) {
  const today = new Date();
  const day = [today.getFullYear(), today.getMonth() + 1, today.getDate()].map(n => String(n).padStart(2, "0")).join("-");
  if (header.exp && day > header.exp) fail("expired");
  const data = plain.subarray(4, 4 + new DataView(plain.buffer).getUint32(0));
  return JSON.parse(new TextDecoder().decode(header.z ? await gunzip(data) : data));
}

function clean(html) {
  const parsed = new DOMParser().parseFromString(html, "text/html");
  parsed.querySelectorAll(DROPPED).forEach(node => node.remove());
  for (const node of parsed.querySelectorAll("*")) {
    for (const { name, value } of [...node.attributes]) {
      const isCode = /^on/i.test(name) || CODE.test(value);
      if (isCode || name === "style") node.removeAttribute(name);
    }
    if (node.localName === "a" && !(node.getAttribute("href") || "#").startsWith("#")) node.rel = "noopener noreferrer";
  }
  return [...parsed.body.childNodes].map(node => document.adoptNode(node));
}

let leaving;
/* A link within the document must not replace the key in the address. Nor may it make an entry
   of the history: other pages of the same host could read the address of one that was made here
   (navigation.entries()). Escape, or the gesture on Android, leads back to where the reader was. */
function follow(event) {
  const link = event.target.closest("a[href^='#']");
  if (!link) return;
  event.preventDefault();
  const target = place(decodeURIComponent(link.getAttribute("href").slice(1)));
  if (!target || event.type !== "click") return;
  const { scrollX, scrollY } = self;
  leaving?.destroy();
  leaving = self.CloseWatcher && new CloseWatcher();
  if (leaving) leaving.onclose = () => { link.focus({ preventScroll: true }); scrollTo(scrollX, scrollY); };
  document.querySelectorAll(".is-target").forEach(node => node.classList.remove("is-target"));
  target.classList.add("is-target");
  if (!target.hasAttribute("tabindex")) target.tabIndex = -1;
  target.focus({ preventScroll: true });
  target.scrollIntoView();
}

/* Paper says where the rest is. The key stands in the page only while it is printed. */
function signPaper(event) {
  const link = event.type === "beforeprint" && /^https?:$/.test(location.protocol) ? `: ${location.href}` : "";
  document.querySelectorAll("[data-link]").forEach(node => { node.textContent = link; });
}

async function show(content) {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(content.css);
  const nodes = clean(content.html);
  // Emptied first, or the sheet would move what still stands here.
  document.body.replaceChildren();
  document.querySelector("style").remove();
  document.adoptedStyleSheets = [sheet];
  document.documentElement.lang = content.lang;
  // With the fonts there before the text, nothing moves.
  await Promise.allSettled([...document.fonts].map(font => font.load()));
  document.body.replaceChildren(...nodes);
  self.checkSignatures?.();
  addEventListener("beforeprint", signPaper);
  addEventListener("afterprint", signPaper);
  document.addEventListener("click", follow);
  document.addEventListener("auxclick", follow);
}

/* Waits until all of the page is there, and says meanwhile how much of it is. */
async function loaded() {
  if (document.readyState !== "loading") return;
  const said = place("doing").textContent;
  const timer = setInterval(() => {
    const signs = [...place("c")?.childNodes ?? []].reduce((sum, node) => sum + node.length, 0);
    if (signs > 1e6) place("doing").textContent = `Loading the document: ${(signs / 1e6).toFixed(1)} MB so far…`;
  }, 500);
  await new Promise(done => { document.addEventListener("DOMContentLoaded", done, { once: true }); });
  clearInterval(timer);
  place("doing").textContent = said;
}

function tell(code) {
  place("alert").dataset.code = code;
  place("alert").textContent = "";  // an old browser has no replaceChildren
  place("alert").appendChild(place(code).content.cloneNode(true));
  place("wait").hidden = true;
}

/* Waits for a passphrase, and returns the content that it unlocks. */
function ask(attempt) {
  place("ask").hidden = false;
  place("wait").hidden = true;
  place("pass").focus();
  return new Promise((done, failed) => {
    place("ask").addEventListener("submit", async event => {
      event.preventDefault();
      try {
        done(await attempt(place("pass").value));
      } catch (error) {
        if (error.code !== "passphrase") { failed(error); return; }
        tell(error.code);
        place("pass").select();
      }
    });
  });
}

async function main() {
  // Whoever reads this reads the rest, however long it takes to come.
  place("late").hidden = true;
  if (self !== top) fail("framed");
  if (!isCurrent()) fail("old");
  if (!self.crypto?.subtle) fail(self.isSecureContext === false ? "nocrypto" : "old");
  const key = await keyIn(location.hash.slice(1));
  await loaded();
  const headerText = place("h").textContent, cipherText = place("c").textContent;
  const header = readHeader(headerText);
  const open = async secret => documentIn(await unlock(secret, header, headerText, cipherText), header);
  const attempt = async word => open(await withPassphrase(key, header.kdf, word));
  const content = await (header.kdf ? ask(attempt) : open(key));
  // What was unlocked is as it was sealed: no word of tampering, whatever fails from here.
  await show(content).catch(() => fail("old"));
  if (header.kdf) place("content")?.focus();
}

// A link that is mended in the address bar loads no page by itself.
addEventListener("hashchange", () => location.reload());
main().catch(error => {
  place("ask")?.remove();
  // A DOMException's code is a number.
  tell(typeof error.code === "string" ? error.code : "tampered");
});
