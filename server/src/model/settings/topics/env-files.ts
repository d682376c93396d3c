// Files of environment variables that lie among the project's own, and which of their keys hold a credential.
// Must not give a value. Look next at credentials.ts (which names are a credential's) and secret-text.ts (which texts are).
import { baseName, type FileId, folderOf } from '../../../text/file-id.ts';
import type { Location } from '../../../text/location.ts';
import type { Sources } from '../../sources.ts';
import { secretOf } from '../secret-text.ts';
import { namesCredential } from './credentials.ts';

/** A `.env` file that the ignore files of git do not cover. */
export interface EnvFile {
  readonly file: FileId;
  /** The `.gitignore` nearest to it; undefined where nothing says that git is used. */
  readonly ignoreFile: FileId | undefined;
  /** The keys whose value is a credential that may be real, in their order. */
  readonly secrets: readonly { readonly name: string; readonly at: Location }[];
}

const envName = /^\.env([._-][\w.-]+)?$/;
/** What is there to be copied, or for tests alone. */
const harmlessName =
  /(^|[._-])(examples?|samples?|templates?|dist|tpl|defaults?|schema|docs?|tests?|testing|ci|e2e|dev\w*)([._-]|$)/i;
const mostLines = 2000;

/** The `.env` files of a workspace that git would take. */
export function envFiles(sources: Sources): readonly EnvFile[] {
  const found: EnvFile[] = [];
  for (const file of sources.files) {
    const name = baseName(file);
    if (!envName.test(name) || harmlessName.test(file)) continue;
    const text = sources.text(file) ?? '';
    const ignoreFiles = ignoreFilesFor(file, sources);
    const isCovered = ignoreFiles.some((ignoreFile) => covers(sources.text(ignoreFile) ?? '', ignoreFile, file));
    if (!isCovered) found.push({ file, ignoreFile: ignoreFiles[0], secrets: secretsIn(text, file) });
  }
  return found;
}

function secretsIn(text: string, file: FileId): EnvFile['secrets'] {
  const secrets: { name: string; at: Location }[] = [];
  const line = /^[ \t]*(?:export[ \t]+)?([A-Za-z_]\w*)[ \t]*=[ \t]*(.*?)[ \t]*\r?$/gm;
  for (const match of [...text.matchAll(line)].slice(0, mostLines)) {
    const [whole, name = '', raw = ''] = match;
    if (!isCredential(name, unquoted(raw))) continue;
    const start = match.index + whole.indexOf(name);
    secrets.push({ name, at: { file, span: { start, end: start + name.length } } });
  }
  return secrets;
}

function unquoted(raw: string): string {
  const quoted = /^(["'])(.*)\1/.exec(raw);
  return quoted?.[2] ?? raw.replace(/\s+#.*$/, '');
}

/** A text that somebody made for this place: no stand-in, no word, no reference to another variable. */
function isCredential(name: string, value: string): boolean {
  const secret = secretOf(value, { file: '' as FileId, span: { start: 0, end: 0 } }, undefined);
  if (secret.provider !== undefined) return secret.provider !== 'Stripe test key';
  if (secret.url !== undefined) return !secret.url.isTemplate && !secret.url.isStandIn && !secret.url.isLocal;
  const isNamed = namesCredential(name) && !secret.isStandIn && !secret.isOther && !secret.insecurePrefix;
  return isNamed && !secret.isWord && secret.length >= 8 && secret.distinct >= 6 && !/^\$|\$\{/.test(value);
}

/** The `.gitignore` files that speak of a file, nearest first. */
function ignoreFilesFor(file: FileId, sources: Sources): readonly FileId[] {
  const found: FileId[] = [];
  for (let folder = folderOf(file); ; folder = folderOf(folder)) {
    const ignoreFile = `${folder === '' ? '' : `${folder}/`}.gitignore` as FileId;
    if (sources.text(ignoreFile) !== undefined) found.push(ignoreFile);
    if (folder === '') return found;
  }
}

/** True for a plain name or path with stars; the walk of the workspace has judged the rest. */
function covers(text: string, ignoreFile: FileId, file: FileId): boolean {
  const folder = folderOf(ignoreFile);
  const path = folder === '' ? file : file.slice(folder.length + 1);
  return text.split(/\r?\n/, mostLines).some((line) => {
    const pattern = line.trim();
    if (pattern === '' || pattern.startsWith('#') || pattern.startsWith('!')) return false;
    const isTied = pattern.includes('/');
    return matchesStars(pattern.replace(/^\//, ''), isTied ? path : baseName(file));
  });
}

/** A pattern in which `*` stands for any characters but `/`. */
function matchesStars(pattern: string, path: string): boolean {
  const [first = '', ...rest] = pattern.split('*');
  if (rest.length === 0) return pattern === path;
  const last = rest.pop() ?? '';
  if (!path.startsWith(first) || !path.endsWith(last) || path.length < first.length + last.length) return false;
  let at = first.length;
  for (const part of rest) {
    const found = path.indexOf(part, at);
    if (found < 0) return false;
    at = found + part.length;
  }
  return at <= path.length - last.length && !path.slice(first.length, path.length - last.length).includes('/');
}
