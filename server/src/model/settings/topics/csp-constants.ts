/** Names that both `csp.constants` (django-csp 4) and `django.utils.csp.CSP` (Django 6.0) have for the words of a policy. */
const words: Readonly<Record<string, string>> = {
  NONE: "'none'",
  REPORT_SAMPLE: "'report-sample'",
  SELF: "'self'",
  STRICT_DYNAMIC: "'strict-dynamic'",
  UNSAFE_EVAL: "'unsafe-eval'",
  UNSAFE_HASHES: "'unsafe-hashes'",
  UNSAFE_INLINE: "'unsafe-inline'",
  WASM_UNSAFE_EVAL: "'wasm-unsafe-eval'",
};

const homes = ['csp.constants.', 'django.utils.csp.CSP.'];

/** Stands for the nonce of a request: django-csp has an object for it, Django a text of its own. */
export const nonceConstants: readonly string[] = homes.map((home) => `${home}NONCE`);

/** The text of a constant for policies, by its dotted name; undefined for any other name, `NONCE` included. */
export function cspConstant(path: string): string | undefined {
  const home = homes.find((one) => path.startsWith(one));
  const name = home === undefined ? '' : path.slice(home.length);
  return Object.hasOwn(words, name) ? words[name] : undefined;
}
