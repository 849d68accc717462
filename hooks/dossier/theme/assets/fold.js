// On a phone the sections of a dossier below the first begin closed. Without this script all of
// them are open.

const parts = [...document.querySelectorAll("details.ev-part")];

function targetOfAddress() {
  try {
    return document.getElementById(decodeURIComponent(location.hash.slice(1)));
  } catch {
    return null; // `#%` names nothing.
  }
}

function openTarget() {
  const target = targetOfAddress();
  const part = target?.closest("details.ev-part");
  if (!part || part.open) return;
  part.open = true;
  target.scrollIntoView();
}

if (matchMedia("(max-width: 44.984375em)").matches) {
  for (const part of parts.slice(1)) part.open = false;
}
openTarget();
addEventListener("hashchange", openTarget);
