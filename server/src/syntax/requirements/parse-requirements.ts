// A pip requirements or constraints file -> requirements, includes and errors, with places.
// Must not follow includes, compare versions, or throw. parse-requirement.ts reads one requirement; model/dependencies joins files.
import type { Span } from '../../text/span.ts';
import { parseRequirement } from './parse-requirement.ts';
import type {
  Requirement,
  RequirementsFile,
  RequirementsInclude,
  RequirementsProblem,
  UnnamedRequirement,
} from './requirements-file.ts';

export { normalizedName, parseRequirement } from './parse-requirement.ts';

/** A logical line: continuations are blanks of the same length, so that offsets stay those of the file. */
interface LogicalLine {
  readonly text: string;
  readonly start: number;
}

/** A hopeless file is told once, not once a line. */
const mostProblems = 20;

class Collected implements RequirementsFile {
  readonly requirements: Requirement[] = [];
  readonly unnamed: UnnamedRequirement[] = [];
  readonly includes: RequirementsInclude[] = [];
  readonly errors: RequirementsProblem[] = [];

  problem(message: string, span: Span): void {
    if (this.errors.length < mostProblems) this.errors.push({ message, span });
  }
}

/**
 * Parses pip's requirements file format: comments, continuations, hashes, markers, `-r`, `-c`, `-e`, other options left out.
 * Never throws; offsets are UTF-16 units of `text`, a byte order mark counts as one.
 * Format: https://pip.pypa.io/en/stable/reference/requirements-file-format/
 */
export function parseRequirements(text: string): RequirementsFile {
  const found = new Collected();
  for (const line of logicalLines(text)) readLine(withoutComment(line.text), line.start, found);
  const { requirements, unnamed, includes, errors } = found;
  return { requirements, unnamed, includes, errors };
}

/** Joins lines that end in a backslash; a line that is only a comment never goes on. */
function logicalLines(text: string): readonly LogicalLine[] {
  const lines: LogicalLine[] = [];
  let at = text.startsWith('\uFEFF') ? 1 : 0;
  let open: { parts: string[]; start: number } | undefined;
  while (at < text.length) {
    const { end, next } = lineEnd(text, at);
    const line = text.slice(at, end);
    open ??= { parts: [], start: at };
    if (line.endsWith('\\') && !/^\s*#/.test(line)) {
      open.parts.push(line.slice(0, -1), ' '.repeat(next - end + 1));
    } else {
      open.parts.push(line);
      lines.push({ text: open.parts.join(''), start: open.start });
      open = undefined;
    }
    at = next;
  }
  if (open !== undefined) lines.push({ text: open.parts.join(''), start: open.start });
  return lines;
}

function lineEnd(text: string, from: number): { end: number; next: number } {
  for (let end = from; end < text.length; end++) {
    const code = text.charCodeAt(end);
    if (code === 10) return { end, next: end + 1 };
    if (code === 13) return { end, next: text.charCodeAt(end + 1) === 10 ? end + 2 : end + 1 };
  }
  return { end: text.length, next: text.length };
}

/** A `#` begins a comment at the start of a line or behind white space, so that `#egg=` stays. */
function withoutComment(line: string): string {
  for (let at = line.indexOf('#'); at >= 0; at = line.indexOf('#', at + 1)) {
    if (at === 0 || /\s/.test(line[at - 1] ?? '')) return line.slice(0, at);
  }
  return line;
}

function readLine(line: string, start: number, found: Collected): void {
  const lead = line.length - line.trimStart().length;
  const trimmed = line.trim();
  if (trimmed === '') return;
  const at = start + lead;
  if (trimmed.startsWith('-')) readOption(trimmed, at, found);
  else readRequirement(withoutOptions(trimmed), at, false, found);
}

function readRequirement(text: string, start: number, editable: boolean, found: Collected): void {
  const parsed = parseRequirement(text, start, editable);
  if (parsed.kind === 'named') found.requirements.push(parsed.requirement);
  else if (parsed.kind === 'unnamed') found.unnamed.push(parsed.requirement);
  else found.problem(parsed.problem.message, parsed.problem.span);
}

/** pip takes everything from the first word that begins with a dash as options: `--hash=…`, `--config-settings …`. */
function withoutOptions(text: string): string {
  const option = /\s-{1,2}[a-z]/i.exec(text);
  return (option === null ? text : text.slice(0, option.index)).trimEnd();
}

const valueOption = /^(?:(--requirement|--constraint|--editable)(?:=|\s+|$)|(-[rce])\s*)/;

/** `-r`, `-c` and `-e` count; other options say where packages come from, not which. */
function readOption(text: string, start: number, found: Collected): void {
  const match = valueOption.exec(text);
  if (match === null) return;
  const option = match[1] ?? match[2] ?? '';
  const rest = text.slice(match[0].length);
  const written = /^(?:"([^"]*)"|'([^']*)')/.exec(rest);
  const isEditable = option === '-e' || option === '--editable';
  const path = written?.[1] ?? written?.[2] ?? (isEditable ? withoutOptions(rest) : (rest.split(/\s/, 1)[0] ?? ''));
  if (path === '') {
    found.problem(`\`${option}\` needs a value`, { start, end: start + text.length });
    return;
  }
  const pathStart = start + match[0].length + (written === null ? 0 : 1);
  if (isEditable) {
    readRequirement(path, pathStart, true, found);
    return;
  }
  const pathSpan = { start: pathStart, end: pathStart + path.length };
  const end = pathSpan.end + (written === null ? 0 : 1);
  const kind = option === '-r' || option === '--requirement' ? 'requirement' : 'constraint';
  found.includes.push({ kind, path, pathSpan, span: { start, end } });
}
