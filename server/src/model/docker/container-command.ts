// What the container runs: ENTRYPOINT and CMD together, and the scripts of the project that they start.
// Must not judge. A script that is not in the project is unknown, not empty.
// Look next at shell-commands.ts (how a line is read) and server-command.ts (which server it starts).
import { LogicalText } from '../../syntax/dockerfile/logical-text.ts';
import type { DockerInstruction } from '../../syntax/dockerfile/nodes.ts';
import type { FileId } from '../../text/file-id.ts';
import type { Sources } from '../sources.ts';
import type { BuildFiles } from './build-files.ts';
import { resolveAt } from './copy-instruction.ts';
import type { DockerStage } from './docker-image.ts';
import { expandWord } from './expand-variables.ts';
import { findInImage } from './image-files.ts';
import type { ImagePath } from './image-path.ts';
import { type RunCommand, runCommands, withFolders } from './run-instruction.ts';
import { readServerConfigs } from './server-config.ts';
import { readShellCommands, type ShellCommand } from './shell-commands.ts';

/** A command of the container, words resolved as far as they are known. */
export interface StartCommand {
  /** Undefined for what a variable or a substitution hides. */
  readonly words: readonly (string | undefined)[];
  readonly folder: ImagePath | undefined;
  /** The script it stands in; undefined for the Dockerfile itself. */
  readonly script: FileId | undefined;
  /** True when it starts a shell script of the project, whose own commands stand before it. */
  readonly isRead: boolean;
}

export interface ContainerCommand {
  readonly entrypoint: DockerInstruction | undefined;
  readonly cmd: DockerInstruction | undefined;
  /** True when the one that starts the process, or CMD, is no JSON array. */
  readonly shellForm: boolean;
  /** In the order in which they run; the script before what it is given. */
  readonly commands: readonly StartCommand[];
  /** The project's scripts that it starts. */
  readonly scripts: readonly { readonly file: FileId; readonly text: string }[];
  /** The servers' configuration files that are in the project. */
  readonly configs: readonly { readonly file: FileId; readonly text: string }[];
  /** True when it starts a script, or a server with a configuration, that cannot be read here. */
  readonly hasUnreadScript: boolean;
}

const deepestScript = 3;

/** Reads what the stage runs. */
export function readContainerCommand(stage: DockerStage, files: BuildFiles, sources: Sources): ContainerCommand {
  const reader = new CommandReader(stage, files, sources);
  const { entrypoint, cmd } = stage;
  if (entrypoint !== undefined) reader.instruction(entrypoint);
  // A shell-form ENTRYPOINT gets no CMD.
  const isIgnored = entrypoint !== undefined && entrypoint.json === undefined;
  if (cmd !== undefined && !isIgnored) reader.instruction(cmd);
  const configs = readServerConfigs(reader.commands, stage, files, sources);
  return {
    entrypoint,
    cmd,
    shellForm:
      (entrypoint !== undefined && entrypoint.json === undefined) || (cmd !== undefined && cmd.json === undefined),
    commands: reader.commands,
    scripts: reader.scripts,
    configs: configs.found,
    hasUnreadScript: reader.hasUnreadScript || configs.hasUnread,
  };
}

/** Reads a line that is run in the container in place of CMD, as a service of a compose file gives it. */
export function readStartLine(
  line: string,
  stage: DockerStage,
  files: BuildFiles,
  sources: Sources,
): readonly StartCommand[] {
  const reader = new CommandReader(stage, files, sources);
  reader.line(line);
  return reader.commands;
}

class CommandReader {
  readonly commands: StartCommand[] = [];
  readonly scripts: { file: FileId; text: string }[] = [];
  hasUnreadScript = false;
  readonly #stage: DockerStage;
  readonly #files: BuildFiles;
  readonly #sources: Sources;

  constructor(stage: DockerStage, files: BuildFiles, sources: Sources) {
    this.#stage = stage;
    this.#files = files;
    this.#sources = sources;
  }

  instruction(instruction: DockerInstruction): void {
    this.#read(runCommands(instruction), this.#stage.workdir, undefined, 0);
  }

  line(line: string): void {
    const text = new LogicalText(line, [{ start: 0, end: line.length }]);
    this.#read(readShellCommands(text), this.#stage.workdir, undefined, 0);
  }

  #lookup(name: string): string | null | undefined {
    return this.#stage.environment.has(name) ? this.#stage.environment.get(name) : null;
  }

  #read(
    shell: readonly ShellCommand[],
    folder: ImagePath | undefined,
    script: FileId | undefined,
    depth: number,
  ): void {
    const lookup = (name: string) => this.#lookup(name);
    for (const one of withFolders(shell, folder, lookup)) this.#command(one, script, depth);
  }

  #command({ command, folder }: RunCommand, script: FileId | undefined, depth: number): void {
    const words = command.words.map(({ text }) => expandWord(text, (name) => this.#lookup(name)));
    const [name, dash, inner] = words;
    const isShell = name !== undefined && /(?:^|\/)(?:ba|da|a)?sh$/.test(name);
    if (isShell && dash !== undefined && /^-\w*c$/.test(dash) && inner !== undefined && depth < deepestScript) {
      const text = new LogicalText(inner, [{ start: 0, end: inner.length }]);
      this.#read(readShellCommands(text), folder, script, depth + 1);
      return;
    }
    const isRead = this.#followScript(words, folder, depth);
    this.commands.push({ words, folder, script, isRead });
  }

  /** Reads the script that a command starts: its first path, also behind `sh`, `tini --` or `.`. True when it did. */
  #followScript(words: readonly (string | undefined)[], folder: ImagePath | undefined, depth: number): boolean {
    const wrappers = /(?:^|\/)(?:(?:ba|da|a)?sh|tini|dumb-init|exec|env|source|\.)$/;
    const at = words.findIndex((word) => word === undefined || !(wrappers.test(word) || word.startsWith('-')));
    const path = at < 0 ? undefined : words[at];
    if (path === undefined || depth >= deepestScript) return false;
    if (/\.(?:py|ini|cfg|conf|toml)$/.test(path)) return false;
    const isPath = path.includes('/');
    // A bare name is looked up in PATH, and by a shell first where it stands.
    const places = isPath || at > 0 ? [resolveAt(folder, path)] : [];
    if (!isPath) places.push(`/usr/local/bin/${path}`, `/usr/bin/${path}`);
    for (const place of places) {
      const found = place === undefined ? undefined : findInImage(this.#stage.layers, place, this.#files);
      if (found?.state === 'present') {
        return this.#readScript(found.file, folder, depth);
      }
    }
    const isTool = !isPath || /\/s?bin\/[^/]+$/.test(path);
    if (!isTool || /\.sh$|entry-?point|(?:^|\/)(?:start|run|boot)(?:$|[-_.])/.test(path)) this.hasUnreadScript = true;
    return false;
  }

  #readScript(file: FileId, folder: ImagePath | undefined, depth: number): boolean {
    if (this.scripts.some((one) => one.file === file)) return true;
    const text = this.#sources.text(file);
    if (text === undefined) {
      this.hasUnreadScript = true;
      return false;
    }
    this.scripts.push({ file, text });
    if (/^#!.*python/.test(text)) return false;
    this.#read(readShellCommands(new LogicalText(text, [{ start: 0, end: text.length }])), folder, file, depth + 1);
    return true;
  }
}
