/** User or password of a URL, or a parameter that names a secret. */
const urlWithSecret = /:\/\/[^/\s@'"]+@|(?:^|[?&;\s])[\w-]{0,20}(?:pass|pwd|secret|token|key|sig)[\w-]{0,20}=[^\s=]/i;
/** The form of keys that services hand out: https://docs.github.com/en/code-security/reference/secret-security/supported-secret-scanning-patterns */
const serviceKey =
  /\b(?:sk|pk|rk)_(?:live|test)_|\b(?:AKIA|ASIA)[A-Z0-9]{12}|\bAIza[\w-]{20}|\bgh[pousr]_|\bgithub_pat_|\bglpat-|\bxox[abprs]-|\bSG\.[\w-]{10}|\bkey-[0-9a-f]{20}|\beyJ[\w-]{10}|-----BEGIN|\b(?:sq0|shp|dop_v1_|hf_|npm_|pypi-)\w{10}/;
/** The value of an `Authorization` header. */
const header = /^(?:bearer|basic|token|api-?key)\s+\S{6}/i;
const longWord = /[A-Za-z0-9+/_=-]{20,}/g;

/** True for a text that has the form of a secret, whatever its name: a password in a URL, a key of a service, a word made at random. */
export function looksSecret(text: string): boolean {
  if (urlWithSecret.test(text) || serviceKey.test(text) || header.test(text)) return true;
  return (text.match(longWord) ?? []).some(isRandom);
}

/** Many kinds of characters without words between: `x8Kf…`, or nothing but hexadecimal digits. */
function isRandom(word: string): boolean {
  if (/^[0-9a-f]{32,}$/i.test(word)) return true;
  const changes = word.match(/[0-9][A-Za-z]|[A-Za-z][0-9]/g)?.length ?? 0;
  const isMixed = /[a-z]/.test(word) && /[A-Z]/.test(word) && /[0-9]/.test(word);
  return isMixed && changes >= 3;
}
