import type { FileId } from '../../text/file-id.ts';
import type { Location } from '../../text/location.ts';
import type { SettingsLeaf } from '../settings/settings-model.ts';
import type { Sources } from '../sources.ts';

/** Files that code, templates and configuration of a site are made of; prose may name anything. */
const mayUse = /\.(py|pyi|html|htm|jinja|jinja2|j2|txt|xml|ya?ml|toml|cfg|ini|sh)$/;

/**
 * True when a name stands anywhere in the workspace as a word of its own, in code, text or template. An assignment does not count, nor
 * does a keyword argument, as of `override_settings`.
 * @param except statements that do not count either, as one that changes a list in place.
 */
export function isNamedElsewhere(sources: Sources, name: string, except: readonly Location[]): boolean {
  const word = new RegExp(`(?<!\\w)${name}(?!\\w|\\s*=(?!=))`, 'g');
  for (const file of sources.files) {
    const text = mayUse.test(file) ? sources.text(file) : undefined;
    if (text?.includes(name) !== true) continue;
    for (const { index } of text.matchAll(word)) if (!isInside(except, file, index)) return true;
  }
  return false;
}

function isInside(places: readonly Location[], file: FileId, offset: number): boolean {
  return places.some((one) => one.file === file && one.span.start <= offset && offset < one.span.end);
}

/** True when a lower-case name of a settings module is read: in the modules of the leaf, or through `settings` or an import elsewhere. */
export function isReadSomewhere(sources: Sources, leaf: SettingsLeaf, name: string): boolean {
  // Neither part of a dotted name or text nor a keyword or target before `=`.
  const inModules = new RegExp(`(?<![\\w.'"])${name}(?![\\w'"]|\\s*=(?!=))`);
  const elsewhere = new RegExp(
    `settings\\.${name}(?!\\w)|(?<!\\w)import\\s[^\\n]*(?<!\\w)${name}(?!\\w)|['"]${name}['"]`,
  );
  for (const file of sources.files) {
    const text = file.endsWith('.py') ? sources.text(file) : undefined;
    if (text?.includes(name) !== true) continue;
    if ((leaf.chain.includes(file) ? inModules : elsewhere).test(text)) return true;
  }
  return false;
}
