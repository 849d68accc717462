// Checks whether the key shown signed the statement shown (OpenSSH's PROTOCOL.sshsig).
// Where a browser cannot, "not checked here" stays.
{
const need = holds => { if (!holds) throw Error(); };
const bytes = text => Uint8Array.from(text, sign => sign.charCodeAt());
const string = text => String.fromCharCode(0, 0, text.length >> 8, text.length & 255) + text;
const url = text => btoa(text).replace(/[+/=]/g, sign => "-_"["+/".indexOf(sign)] ?? "");

const fieldsOf = rest => {
  const next = () => {
    const end = bytes(rest.slice(0, 4)).reduce((sum, byte) => sum * 256 + byte, 0) + 4;
    const found = rest.slice(4, end);
    need(rest.length >= end);
    rest = rest.slice(end);
    return found;
  };
  const number = () => /^(?![\x80-\xff])\0*(.*)/s.exec(next())[1];
  return { next, number, end: () => need(!rest) };
};

const check = async (statement, armored, line) => {
  const body = /^-{5}BEGIN (SSH SIGNATURE-{5})\n([^-]+)\n-{5}END \1\n?$/.exec(armored)[2].replaceAll("\n", "");
  const raw = atob(body), whole = fieldsOf(raw.slice(10));
  need(btoa(raw) === body && raw.startsWith("SSHSIG\0\0\0\x01"));
  const [blob, space, reserved, digest, signed] = Array.from("12345", whole.next);
  const key = fieldsOf(blob), kind = key.next(), inner = fieldsOf(signed), algorithm = inner.next();
  const rsa = /^rsa-sha2-(256|512)$/.exec(algorithm), hash = /^sha(256|512)$/.exec(digest)[1];
  need(kind === (rsa ? "ssh-rsa" : algorithm) && line === `${kind} ${btoa(blob)}`
    && space === "dossier" && !reserved);
  let value = inner.next(), how = { name: "Ed25519" }, data;
  if (rsa) {
    how = { name: "RSASSA-PKCS1-v1_5", hash: "SHA-" + rsa[1] };
    data = { kty: "RSA", e: url(key.number()), n: url(key.number()) };
  } else {
    if (kind !== "ssh-ed25519") {
      need(kind + key.next() === "ecdsa-sha2-nistp256nistp256");
      how = { name: "ECDSA", namedCurve: "P-256", hash: "SHA-256" };
      const halves = fieldsOf(value), half = () => halves.number().padStart(32, "\0");
      value = half() + half();
      halves.end();
    }
    data = bytes(key.next());
  }
  for (const part of [whole, inner, key]) part.end();
  const { subtle } = crypto, sum = await subtle.digest("SHA-" + hash, new TextEncoder().encode(statement));
  const text = [space, "", digest, String.fromCharCode(...new Uint8Array(sum))];
  const known = await subtle.importKey(rsa ? "jwk" : "raw", data, how, false, ["verify"]);
  need(await subtle.verify(how, known, bytes(value), bytes("SSHSIG" + text.map(string).join(""))));
};

(self.checkSignatures = () => document.querySelectorAll("[data-signed]").forEach(async proof => {
  const [state, ...parts] = proof.querySelectorAll("[data-part]");
  let found = "good";
  try {
    await check(...parts.map(part => part.textContent));
  } catch (error) {
    if (!self.crypto?.subtle || error.name === "NotSupportedError") return;
    found = "bad";
  }
  state.textContent = state.dataset[proof.dataset.signed = found];
}))();
}
