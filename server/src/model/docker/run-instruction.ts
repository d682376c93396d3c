import { LogicalText } from '../../syntax/dockerfile/logical-text.ts';
import type { DockerInstruction } from '../../syntax/dockerfile/nodes.ts';
import { resolveAt } from './copy-instruction.ts';
import type { Lookup } from './expand-variables.ts';
import { expandWord } from './expand-variables.ts';
import type { ImagePath } from './image-path.ts';
import { readShellCommands, type ShellCommand } from './shell-commands.ts';

/** A command of a RUN with the folder in which it runs. */
export interface RunCommand {
  readonly command: ShellCommand;
  /** Undefined when a `cd` before it is not known. */
  readonly folder: ImagePath | undefined;
}

/** The commands of a RUN: of its line, its JSON form or its here-document. */
export function runCommands(instruction: DockerInstruction): readonly ShellCommand[] {
  if (instruction.json !== undefined) return jsonCommands(instruction.json);
  const commands = readShellCommands(instruction.argument);
  const isShell = commands.every(
    ({ words }) => words.length === 0 || /(?:^|\/)(?:ba|da|a)?sh$/.test(words[0]?.text ?? ''),
  );
  if (!isShell || instruction.heredocs.length === 0) return commands;
  return instruction.heredocs.flatMap(({ body }) => readShellCommands(body));
}

/** The one command of a JSON form; that of `["sh", "-c", "…"]` is read as shell, without places inside the string. */
function jsonCommands(json: NonNullable<DockerInstruction['json']>): readonly ShellCommand[] {
  const [shell, dash, script] = json;
  if (/(?:^|\/)(?:ba|da|a)?sh$/.test(shell?.value ?? '') && /^-\w*c$/.test(dash?.value ?? '') && script !== undefined) {
    const inner = readShellCommands(new LogicalText(script.value, [{ start: 0, end: script.value.length }]));
    const moved = ({ text }: { text: string }) => ({ text, span: script.span });
    return inner.map((one) => ({
      ...one,
      assignments: one.assignments.map(moved),
      words: one.words.map(moved),
      writes: one.writes.map(moved),
      span: script.span,
    }));
  }
  // No shell reads the strings: a quote or dollar in them is a plain character.
  const words = json.map(({ value, span }) => ({ text: value.replace(/([\\"'$`])/g, '\\$1'), span }));
  const first = json[0];
  const last = json.at(-1);
  if (first === undefined || last === undefined) return [];
  const span = { start: first.span.start, end: last.span.end };
  return [{ assignments: [], words, operator: undefined, writes: [], conditional: false, depth: 0, span }];
}

/** Follows `cd` through the commands; a subshell's `cd` ends with it. */
export function withFolders(
  commands: readonly ShellCommand[],
  start: ImagePath | undefined,
  lookup: Lookup,
): readonly RunCommand[] {
  const folders: (ImagePath | undefined)[] = [start];
  return commands.map((command) => {
    while (folders.length > command.depth + 1) folders.pop();
    while (folders.length <= command.depth) folders.push(folders.at(-1));
    const folder = folders.at(-1);
    const [name, target] = command.words;
    if (name?.text === 'cd') {
      const path = target === undefined ? undefined : expandWord(target.text, lookup);
      folders[folders.length - 1] = path === undefined ? undefined : resolveAt(folder, path);
    }
    return { command, folder };
  });
}

/** The names that a RUN's own commands set, whose values are then not those of ENV and ARG. */
export function assignedNames(commands: readonly ShellCommand[]): ReadonlySet<string> {
  const names = new Set<string>();
  for (const { assignments, words } of commands) {
    for (const { text } of words.length === 0 ? assignments : [])
      names.add(text.slice(0, text.indexOf('=')).replace(/\+$/, ''));
    const declares = ['export', 'local', 'read', 'for', 'declare'].includes(words[0]?.text ?? '');
    for (const { text } of declares ? words.slice(1) : []) names.add(text.split('=')[0] ?? '');
  }
  return names;
}
