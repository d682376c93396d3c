// What single words of a content security policy mean for browsers: https://www.w3.org/TR/CSP3/#framework-directive-source-list.
import type { FileId } from '../../../text/file-id.ts';
import { effective } from '../effective.ts';
import type { SettingsLeaf } from '../settings-model.ts';
import { truth } from '../truth.ts';
import type { Value } from '../values.ts';
import type { CspDirective, CspLibrary, CspSource } from './csp-policies.ts';

/** What Django puts for the nonce of a request. */
const nonceSentinel = '<CSP_NONCE_SENTINEL>';

/** True for a directive that takes sources; others have words of their own, which stand without quotes. */
export function takesSources(directive: string): boolean {
  return (
    /-src(-elem|-attr)?$/.test(directive) || /^(base-uri|form-action|frame-ancestors|navigate-to)$/.test(directive)
  );
}

/** True for a keyword, nonce or hash without the single quotes that make it one. */
export function isUnquotedKeyword(word: string): boolean {
  const keyword =
    /^(self|none|unsafe-inline|unsafe-eval|unsafe-hashes|strict-dynamic|report-sample|wasm-unsafe-eval)$/i;
  return keyword.test(word) || /^(nonce|sha256|sha384|sha512)-./.test(word);
}

/**
 * True when browsers do not heed `'unsafe-inline'` in a directive, or may not: a nonce, a hash or `'strict-dynamic'` beside it
 * switches it off, and sources that are not seen may be such.
 */
export function mayIgnoreInline(leaf: SettingsLeaf, { name, sources, whole }: CspDirective): boolean {
  if (!whole || sources.some(({ text }) => text === nonceSentinel || /^'(nonce-|sha\d+-|strict-dynamic')/i.test(text)))
    return true;
  // Of django-csp 3, which adds the nonce by this list; without it to `default-src` alone, where a page asks for one.
  const nonces = effective(leaf, 'CSP_INCLUDE_NONCE_IN')?.value;
  return nonces !== undefined && truth(nonces) !== false && mayHave(nonces, name);
}

function mayHave(list: Value, name: string): boolean {
  if (list.kind !== 'sequence') return true;
  return list.elements.some(({ value }) => value.kind !== 'constant' || value.value === name);
}

/** The name of the nonce that a module of the leaf has at hand; undefined without one. */
export function nonceName(leaf: SettingsLeaf, library: CspLibrary, file: FileId): string | undefined {
  if (library === 'django') return leaf.binds(file, 'CSP') ? 'CSP.NONCE' : undefined;
  return library === 'django-csp 4' && leaf.binds(file, 'NONCE') ? 'NONCE' : undefined;
}

const open: readonly { readonly pattern: RegExp; readonly origin: string }[] = [
  { pattern: /^\*(:\*)?$/, origin: 'every host' },
  { pattern: /^https:(\/\/\*)?$/i, origin: 'every host with HTTPS' },
  { pattern: /^http:(\/\/\*)?$/i, origin: 'every host' },
  { pattern: /^data:$/i, origin: 'an address that holds them itself' },
];

/** The sources of a directive that let in what anybody offers; none where `'strict-dynamic'` makes browsers pass them over, or may. */
export function openSources({ value, sources }: CspDirective): readonly (CspSource & { readonly origin: string })[] {
  const isUnseen = value.kind === 'sequence' ? value.elements.some((one) => one.many) : value.kind !== 'constant';
  if (isUnseen || sources.some(({ text }) => text.toLowerCase() === "'strict-dynamic'")) return [];
  return sources.flatMap((source) => {
    const found = open.find(({ pattern }) => pattern.test(source.text));
    return found === undefined ? [] : [{ ...source, origin: found.origin }];
  });
}

/** The dict that a policy written as a header is, in Python: `{"img-src": ["'self'", "data:"]}`; undefined when it is no policy. */
export function policyDict(header: string): string | undefined {
  const directives = header.split(';').flatMap((part) => {
    const [name, ...sources] = part.trim().split(/\s+/);
    return name === undefined || name === '' ? [] : [{ name, sources }];
  });
  const isPolicy = directives.length > 0 && directives.every(({ name }) => /^[a-z]+(-[a-z]+)+$/.test(name));
  if (!isPolicy || /["\\]/.test(header)) return undefined;
  const entries = directives.map(({ name, sources }) => {
    const value = sources.length === 0 ? 'True' : `[${sources.map((one) => `"${one}"`).join(', ')}]`;
    return `"${name}": ${value}`;
  });
  return `{${entries.join(', ')}}`;
}
