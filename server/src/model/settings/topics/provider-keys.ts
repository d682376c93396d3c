// Shapes of the keys that well-known services hand out, and where one stands among the literals of a module.
// Must not let a key's text out. Look next at secret-text.ts (what else is known of a secret).
import type { PythonFile } from '../../../syntax/python/parse-python.ts';
import { walkAll } from '../../../syntax/python/walk.ts';
import type { FileId } from '../../../text/file-id.ts';
import type { Location } from '../../../text/location.ts';

/** What a service's key is called in a message, and what it opens. */
export type ProviderKey =
  | 'AWS secret access key'
  | 'Anthropic API key'
  | 'GitHub token'
  | 'Google API key'
  | 'JSON web token'
  | 'Mailgun API key'
  | 'OpenAI API key'
  | 'SendGrid API key'
  | 'Slack token'
  | 'Slack webhook'
  | 'Stripe live key'
  | 'Stripe test key'
  | 'Twilio auth token'
  | 'private key';

/** Prefixes as the services document them; every pattern is linear. */
const shapes: readonly (readonly [ProviderKey, RegExp])[] = [
  ['Stripe live key', /\b[sr]k_live_[A-Za-z0-9]{16,}/],
  ['Stripe test key', /\b[sr]k_test_[A-Za-z0-9]{16,}/],
  ['GitHub token', /\bgh[pousr]_[A-Za-z0-9]{36}|\bgithub_pat_[A-Za-z0-9_]{36}/],
  ['Slack token', /\bxox[abeprs]-[A-Za-z0-9-]{20,}/],
  ['Slack webhook', /\bhooks\.slack\.com\/services\/T[A-Z0-9]{6,}\/B[A-Z0-9]{6,}\/[A-Za-z0-9]{20,}/],
  ['SendGrid API key', /\bSG\.[A-Za-z0-9_-]{16,}\.[A-Za-z0-9_-]{16,}/],
  ['Mailgun API key', /\bkey-[0-9a-f]{32}\b/],
  ['Anthropic API key', /\bsk-ant-[A-Za-z0-9_-]{24,}/],
  ['OpenAI API key', /\bsk-(?:proj-|svcacct-)[A-Za-z0-9_-]{32,}|\bsk-[A-Za-z0-9]{40,}/],
  ['Google API key', /\bAIza[A-Za-z0-9_-]{35}(?![A-Za-z0-9_-])/],
  ['JSON web token', /\beyJ[A-Za-z0-9_-]{10,}\.eyJ[A-Za-z0-9_-]{10,}\.[A-Za-z0-9_-]{16,}/],
];
const privateKey = /-----BEGIN (?:RSA |EC |DSA |OPENSSH |ENCRYPTED )?PRIVATE KEY-----([\s\S]*)/;

/** The service whose key a text is, or has within it; undefined for a stand-in, as `sk_live_xxxxxxxx`. */
export function providerOf(text: string): ProviderKey | undefined {
  if (text.length < 20) return undefined;
  for (const [provider, shape] of shapes) {
    const found = shape.exec(text)?.[0];
    if (found !== undefined) return isMadeUp(found) ? undefined : provider;
  }
  const body = privateKey
    .exec(text)?.[1]
    ?.replace(/-----END[\s\S]*/, '')
    .replace(/\\n|\s/g, '');
  return body !== undefined && body.length >= 64 && !isMadeUp(body) ? 'private key' : undefined;
}

/** Few different characters, a row as on the keyboard, or words that say so. */
function isMadeUp(key: string): boolean {
  if (new Set(key).size < 12) return true;
  return /x{4}|0{6}|\.{3}|\*{3}|123456|abcdef(?!\d)|example|your|dummy|fake|sample|placeholder|changeme|redacted/i.test(
    key,
  );
}

/** A service's key that is written in a module. */
export interface WrittenKey {
  readonly provider: ProviderKey;
  /** The name or dict key it is given to; undefined where there is none. */
  readonly name: string | undefined;
  readonly at: Location;
}

/** An id of a service beside which its secret stands, which alone has a shape that others have too. */
const pairs: readonly { readonly id: RegExp; readonly secret: RegExp; readonly provider: ProviderKey }[] = [
  { id: /^(?:AKIA|ASIA)[A-Z2-7]{16}$/, secret: /^[A-Za-z0-9/+]{40}$/, provider: 'AWS secret access key' },
  { id: /^AC[0-9a-f]{32}$/, secret: /^[0-9a-f]{32}$/, provider: 'Twilio auth token' },
];

interface Literal {
  readonly text: string;
  readonly name: string | undefined;
  readonly at: Location;
}

/** The services' keys among the string literals of a module, in their order. */
export function writtenKeys(tree: PythonFile, file: FileId): readonly WrittenKey[] {
  const literals = literalsOf(tree, file);
  const found: WrittenKey[] = [];
  for (const { text, name, at } of literals) {
    const provider = providerOf(text) ?? pairedProvider(text, literals);
    if (provider !== undefined) found.push({ provider, name, at });
  }
  return found;
}

function pairedProvider(text: string, literals: readonly Literal[]): ProviderKey | undefined {
  if (text.length !== 40 && text.length !== 32) return undefined;
  return pairs.find(
    ({ id, secret }) =>
      secret.test(text) && !isMadeUp(text) && literals.some((one) => id.test(one.text) && !isMadeUp(one.text)),
  )?.provider;
}

function literalsOf(tree: PythonFile, file: FileId): readonly Literal[] {
  const names = new Map<number, string>();
  const literals: Literal[] = [];
  walkAll(tree.body, (node) => {
    // A string that is a statement is a comment.
    if (node.kind === 'ExprStmt' && node.value.kind === 'Str') return false;
    if (node.kind === 'Assign')
      for (const target of node.targets) if (target.kind === 'Name') names.set(node.value.start, target.id);
    if (node.kind === 'Keyword' && node.arg !== null) names.set(node.value.start, node.arg);
    if (node.kind === 'Dict')
      node.values.forEach((value, i) => {
        const key = node.keys[i];
        if (key?.kind === 'Str') names.set(value.start, key.value);
      });
    if (node.kind === 'Str' && node.value.length >= 20) {
      const span = { start: node.start, end: node.end };
      literals.push({ text: node.value, name: names.get(node.start), at: { file, span } });
    }
    return true;
  });
  return literals;
}
