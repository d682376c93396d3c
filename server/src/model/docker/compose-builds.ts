import { baseName, type FileId, folderOf, resolveIn } from '../../text/file-id.ts';
import type { Sources } from '../sources.ts';
import { isDevelopmentName } from './development-name.ts';

/** What a service of a compose file says about the image that it builds. */
export interface ComposeBuild {
  readonly compose: FileId;
  readonly dockerfile: FileId;
  /** The context folder, `''` for the root. */
  readonly context: string;
  /** The stage it stops at. */
  readonly target: string | undefined;
  /** True when the service sets `user`. */
  readonly setsUser: boolean;
  /** True when the file's name says development, test or override. */
  readonly isDevelopment: boolean;
}

interface Line {
  readonly indent: number;
  readonly key: string;
  readonly value: string;
}

/**
 * The builds of all compose files. A plain look at indentation, which is how these files are written; flow mappings,
 * anchors that carry a build, and values with variables are left out rather than guessed.
 */
export function composeBuilds(sources: Sources): readonly ComposeBuild[] {
  const builds: ComposeBuild[] = [];
  for (const file of sources.files) {
    if (!/^(?:docker-)?compose[\w.-]*\.ya?ml$|^[\w.-]*compose\.ya?ml$/i.test(baseName(file))) continue;
    const text = sources.text(file);
    if (text?.includes('build') === true) builds.push(...buildsOf(file, text));
  }
  return builds;
}

function buildsOf(file: FileId, text: string): readonly ComposeBuild[] {
  const lines = readLines(text);
  const isDevelopment = isDevelopmentName(baseName(file)) || /override/i.test(baseName(file));
  const found: ComposeBuild[] = [];
  for (const [index, line] of lines.entries()) {
    if (line.key !== 'build') continue;
    const below = linesBelow(lines, index);
    const value = (key: string) => below.find((one) => one.key === key && one.indent === below[0]?.indent)?.value;
    const context = line.value === '' ? (value('context') ?? '.') : line.value;
    const dockerfile = value('dockerfile') ?? 'Dockerfile';
    const folder = plain(context) ? resolveIn(folderOf(file), context) : undefined;
    const path = folder === undefined || !plain(dockerfile) ? undefined : resolveIn(folder, dockerfile);
    if (folder === undefined || path === undefined) continue;
    const target = value('target');
    const setsUser = siblings(lines, index).some(
      ({ key, value: user }) => key === 'user' && !/^(?:root|0)(?::|$)/.test(user),
    );
    found.push({
      compose: file,
      dockerfile: path,
      context: folder,
      target: target !== undefined && plain(target) && target !== '' ? target : undefined,
      setsUser,
      isDevelopment,
    });
  }
  return found;
}

/** True for a value that is written out: no variable, alias, flow mapping or URL. */
function plain(value: string): boolean {
  return !/[${}[\]*&|>]|:\/\/|^git@/.test(value);
}

function readLines(text: string): readonly Line[] {
  const lines: Line[] = [];
  for (const line of text.split(/\r\n|\n|\r/)) {
    const match = /^( *)([\w.-]+) *:(?:[ \t]+(.*))?$/.exec(line);
    if (match === null) continue;
    const written = (match[3] ?? '').replace(/(?:^|\s)#.*$/, '').trim();
    const value = /^(?:"[^"]*"|'[^']*')$/.test(written) ? written.slice(1, -1) : written.replace(/^&\S+$/, '');
    lines.push({ indent: (match[1] ?? '').length, key: match[2] ?? '', value });
  }
  return lines;
}

function linesBelow(lines: readonly Line[], index: number): readonly Line[] {
  const indent = lines[index]?.indent ?? 0;
  const rest = lines.slice(index + 1);
  const end = rest.findIndex((line) => line.indent <= indent);
  return end < 0 ? rest : rest.slice(0, end);
}

function siblings(lines: readonly Line[], index: number): readonly Line[] {
  const indent = lines[index]?.indent ?? 0;
  const isOutside = (line: Line | undefined) => line === undefined || line.indent < indent;
  let first = index;
  while (!isOutside(lines[first - 1])) first--;
  let last = index;
  while (!isOutside(lines[last + 1])) last++;
  return lines.slice(first, last + 1).filter((line) => line.indent === indent);
}
