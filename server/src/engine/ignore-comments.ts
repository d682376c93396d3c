import type { Sources } from '../model/sources.ts';
import type { FileId } from '../text/file-id.ts';
import type { Span } from '../text/span.ts';

/** One rule or row named in an ignore comment. */
export interface IgnoredRule {
  /** `rule` or `rule:row` as written. */
  readonly selector: string;
  readonly span: Span;
}

/** `# djpreflight: ignore[rule-id, …] reason` */
export interface IgnoreComment {
  readonly file: FileId;
  /** The whole comment from `#`. */
  readonly span: Span;
  /** Empty when the brackets are missing or hold nothing. */
  readonly rules: readonly IgnoredRule[];
  readonly reason: string;
  /** 0-based line that the comment silences: its own, or the next line of code when it stands alone. */
  readonly line: number;
}

const marker = 'djpreflight:';
const comment = /#\s*djpreflight:\s*ignore(?:\[([^\]\n]*)\])?([^\n]*)$/;

/** The ignore comments of one file. Python's are comments to the parser, so a string that looks like one is none. */
export function ignoreComments(sources: Sources, file: FileId): readonly IgnoreComment[] {
  const text = sources.text(file);
  if (text === undefined || !text.includes(marker)) return [];
  const spans = file.endsWith('.py') ? (sources.python(file)?.comments ?? []) : hashComments(text);
  return spans.flatMap((span) => {
    const found = parseComment(sources, file, text, span);
    return found === undefined ? [] : [found];
  });
}

/** Lines of a Dockerfile, TOML, YAML, INI or requirements file that are comments. */
function hashComments(text: string): readonly Span[] {
  const spans: Span[] = [];
  for (const match of text.matchAll(/^[ \t]*(#[^\r\n]*)/gm)) {
    const start = match.index + match[0].length - (match[1]?.length ?? 0);
    spans.push({ start, end: match.index + match[0].length });
  }
  return spans;
}

function parseComment(sources: Sources, file: FileId, text: string, span: Span): IgnoreComment | undefined {
  const match = comment.exec(text.slice(span.start, span.end));
  const lines = sources.lines(file);
  if (match === null || lines === undefined) return undefined;
  const inside = match[1];
  const rules: IgnoredRule[] = [];
  if (inside !== undefined) {
    let at = span.start + match.index + match[0].indexOf('[') + 1;
    for (const part of inside.split(',')) {
      const selector = part.trim();
      const start = at + part.length - part.trimStart().length;
      if (selector !== '') rules.push({ selector, span: { start, end: start + selector.length } });
      at += part.length + 1;
    }
  }
  const own = lines.position(span.start).line;
  const alone = lines.lineText(own).trimStart().startsWith('#');
  let line = own;
  if (alone) {
    // A comment of its own silences the next line of code, also across further comments and blank lines.
    do line++;
    while (line < lines.lineCount && /^\s*(#.*)?$/.test(lines.lineText(line)));
  }
  return { file, span, rules, reason: (match[2] ?? '').trim(), line };
}
