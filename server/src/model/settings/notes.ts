import type { Location } from '../../text/location.ts';
import type { Sources } from '../sources.ts';
import type { SettingsLeaf } from './settings-model.ts';

/** The comment that stands at a place: behind it on its last line, and on the lines directly above its first one; `''` without any. */
export function noteAt(sources: Sources, { file, span }: Location): string {
  const lines = sources.lines(file);
  const text = sources.text(file);
  if (lines === undefined || text === undefined) return '';
  const last = lines.lineSpan(lines.position(span.end).line);
  const words = [/#(.*)/.exec(text.slice(span.end, last.end))?.[1] ?? ''];
  for (let line = lines.position(span.start).line - 1; line >= 0; line--) {
    const comment = /^\s*#(.*)/.exec(lines.lineText(line))?.[1];
    if (comment === undefined) break;
    words.unshift(comment);
  }
  return words.join(' ').trim();
}

/** True when a comment in the modules of a leaf speaks of a setting, which a commented-out assignment alone does not. */
export function isDiscussed(sources: Sources, leaf: Pick<SettingsLeaf, 'chain'>, name: string): boolean {
  const named = new RegExp(`\\b${name}\\b`);
  const onlyCode = new RegExp(`^\\s*${name}\\s*=[^#]*$`);
  return leaf.chain.some((file) => {
    const text = sources.text(file);
    if (text?.includes(name) !== true) return false;
    return text.split(/\r?\n/).some((line) => {
      const comment = /#(.*)/.exec(line)?.[1];
      return comment !== undefined && named.test(comment) && !onlyCode.test(comment);
    });
  });
}
