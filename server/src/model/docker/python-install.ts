// Finds the commands of a RUN line that install Python packages, and the files they read.
// Must not look at the image or the project: paths stay words. Look next at stage-walk.ts, which resolves them.
import type { Span } from '../../text/span.ts';
import { isDevelopmentName } from './development-name.ts';
import type { ShellCommand, ShellWord } from './shell-commands.ts';

export type InstallTool = 'pip' | 'uv-pip' | 'uv-sync' | 'poetry' | 'pipenv';

/** A file that an install command reads. */
export interface InstallArgument {
  /** `project` for what the tool finds by itself: `pyproject.toml`, `uv.lock`, `Pipfile`. */
  readonly kind: 'requirement' | 'constraint' | 'project';
  readonly path: string;
  /** The path in the command, without `-r`; the whole command for `project`. */
  readonly span: Span;
}

/** An install command as written. */
export interface InstallCommand {
  readonly tool: InstallTool;
  /** `install`, `sync`, `wheel`, `download`. */
  readonly verb: string;
  readonly arguments: readonly InstallArgument[];
  /** Packages and paths named on the command line. */
  readonly packages: readonly ShellWord[];
  /** True when the project itself is installed, so that its source has to be there. */
  readonly installsProject: boolean;
  /** True when the command asks for packages that only development or tests need: `-r dev.txt`, `--with dev`, `.[test]`. */
  readonly forDevelopment: boolean;
}

type Install = Omit<InstallCommand, 'forDevelopment'>;

/** Options of pip and `uv pip` whose value is the next word. */
const withValue = new Set(
  '-i --index-url --extra-index-url -f --find-links -t --target --prefix --root --platform --python-version --implementation --abi --timeout --retries --trusted-host --cache-dir --src --progress-bar --proxy --cert --client-cert --exists-action --no-binary --only-binary --upgrade-strategy --log --report --config-settings -C --global-option -w --wheel-dir -d --dest -p --python --index --default-index --index-strategy --keyring-provider --resolution --prerelease --exclude-newer --link-mode --refresh-package --reinstall-package -P --upgrade-package --extra --group --only-group --no-group --package -b --build'.split(
    ' ',
  ),
);

/** Reads a simple command; undefined when it installs no Python packages. */
export function readInstall(command: ShellCommand): InstallCommand | undefined {
  const found = readCommand(command);
  return found === undefined ? undefined : { ...found, forDevelopment: asksForDevelopment(found, command) };
}

/** True for names as written: a variable's default says nothing of the build that is deployed. */
function asksForDevelopment({ arguments: files, packages, tool }: Install, { words }: ShellCommand): boolean {
  if (files.some(({ kind, path }) => kind === 'requirement' && isDevelopmentName(baseOf(path)))) return true;
  const isExtra = ({ text }: ShellWord) => isDevelopmentName(/\[([^\]]*)\]/.exec(text)?.[1] ?? '');
  if (packages.some((word) => isLocal(word.text) && isExtra(word))) return true;
  if (tool === 'pip' || tool === 'uv-pip') return words.some((word, i) => words[i - 1]?.text === '-e' && isExtra(word));
  if (words.some(({ text }) => text === '--dev')) return true;
  const names = ['--with', '--group', '--extra', '-E', '--extras', '--only'];
  return isDevelopmentName(optionValue(words, names) ?? '');
}

function readCommand(command: ShellCommand): Install | undefined {
  const words = afterWrappers(command.words);
  const texts = words.map(({ text }) => text);
  const name = baseOf(texts[0] ?? '');
  const [, second = '', third = ''] = texts;
  if (/^pip(?:\d(?:\.\d+)?)?$/.test(name)) return pipCommand(words.slice(1));
  if (/^(?:python|pypy)(?:\d(?:\.\d+)?)?$/.test(name)) {
    const at = texts.indexOf('-m');
    return at > 0 && texts[at + 1] === 'pip' ? pipCommand(words.slice(at + 2)) : undefined;
  }
  if (name === 'pip-sync') return pipInstall('pip', 'sync', words.slice(1));
  if (name === 'uv' && second === 'pip') return pipInstall('uv-pip', third, words.slice(3));
  if (name === 'uv' && second === 'sync') return uvSync(words.slice(2), command);
  if (name === 'poetry') return poetryInstall(words, command);
  if (name === 'pipenv') return pipenvInstall(second, words.slice(2), command);
  return undefined;
}

/**
 * True when the install needs the project's source. uv builds a project only with a `[build-system]`
 * (https://docs.astral.sh/uv/concepts/projects/config/#build-systems), Poetry unless `package-mode` is false.
 * @param pyproject text of `pyproject.toml`; undefined when it is not known.
 */
export function needsProject(install: InstallCommand, pyproject: string | undefined): boolean {
  if (!install.installsProject || pyproject === undefined) return install.installsProject;
  if (install.tool === 'uv-sync') return /^[^\S\r\n]*\[build-system\]|^[^\S\r\n]*package\s*=\s*true\b/m.test(pyproject);
  if (install.tool === 'poetry') return !/^[^\S\r\n]*package-mode\s*=\s*false\b/m.test(pyproject);
  return true;
}

/** The command as a message names it. */
export function installName({ tool, verb }: InstallCommand): string {
  return `${tool === 'uv-pip' ? 'uv pip' : tool === 'uv-sync' ? 'uv' : tool} ${verb}`;
}

function baseOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

/** Drops `sudo -H`, `env A=b`, `uv run`, `poetry run` and the like before a command. */
function afterWrappers(words: readonly ShellWord[]): readonly ShellWord[] {
  let rest = words;
  for (let round = 0; round < 4; round++) {
    const name = baseOf(rest[0]?.text ?? '');
    const second = rest[1]?.text;
    if (['sudo', 'env', 'nice', 'command'].includes(name)) rest = rest.slice(1);
    else if (['uv', 'poetry', 'pipenv'].includes(name) && second === 'run') rest = rest.slice(2);
    else return rest;
    while (/^(?:-|[A-Za-z_]\w*=)/.test(rest[0]?.text ?? '')) rest = rest.slice(1);
  }
  return rest;
}

/** `pip --quiet install …`: options may come before the verb. */
function pipCommand(words: readonly ShellWord[]): Install | undefined {
  let verb = 0;
  while (words[verb]?.text.startsWith('-') === true) verb += withValue.has(words[verb]?.text ?? '') ? 2 : 1;
  return pipInstall('pip', words[verb]?.text ?? '', words.slice(verb + 1));
}

function pipInstall(tool: 'pip' | 'uv-pip', verb: string, words: readonly ShellWord[]): Install | undefined {
  if (!['install', 'wheel', 'download', 'sync'].includes(verb)) return undefined;
  const files: InstallArgument[] = [];
  const packages: ShellWord[] = [];
  let installsProject = false;
  for (let i = 0; i < words.length; i++) {
    const word = words[i];
    if (word === undefined) continue;
    const option = fileOption(word, words[i + 1]);
    if (option !== undefined) {
      files.push(option.argument);
      if (option.takesNext) i++;
    } else if (word.text === '-e' || word.text === '--editable') {
      const target = words[++i];
      if (target !== undefined && isLocal(target.text)) installsProject = true;
    } else if (withValue.has(word.text)) i++;
    else if (!word.text.startsWith('-')) {
      if (verb === 'sync') files.push({ kind: 'requirement', path: word.text, span: word.span });
      else packages.push(word);
      if (isLocal(word.text)) installsProject = true;
    }
  }
  return { tool, verb, arguments: files, packages, installsProject: installsProject && verb !== 'sync' };
}

/** `-r F`, `-rF`, `--requirement F`, `--requirement=F`, and the same with `-c`. */
function fileOption(
  word: ShellWord,
  next: ShellWord | undefined,
): { readonly argument: InstallArgument; readonly takesNext: boolean } | undefined {
  const match = /^(?:(-r|--requirements?)|(-c|--constraints?))(?:=(.+)|(?<=^-[rc])([^=].*)|)$/s.exec(word.text);
  if (match === null) return undefined;
  const kind = match[1] === undefined ? 'constraint' : 'requirement';
  const attached = match[3] ?? match[4];
  if (attached === undefined) {
    if (next === undefined) return undefined;
    return { argument: { kind, path: next.text, span: next.span }, takesNext: true };
  }
  const span = { start: word.span.end - attached.length, end: word.span.end };
  return { argument: { kind, path: attached, span }, takesNext: false };
}

/** True for a path of the file system: `.`, `.[prod]`, `./lib`, `/src`; a wheel is a file, not a project. */
function isLocal(text: string): boolean {
  const plain = text.replace(/^["']|["']$/g, '');
  return /^(?:\.{1,2}(?:$|[[/])|\/)/.test(plain) && !/\.(?:whl|tar\.gz|zip)$/.test(plain);
}

function project(path: string, command: ShellCommand): InstallArgument {
  return { kind: 'project', path, span: command.span };
}

function optionValue(words: readonly ShellWord[], names: readonly string[]): string | undefined {
  for (const [index, { text }] of words.entries()) {
    const equals = text.indexOf('=');
    if (names.includes(equals < 0 ? text : text.slice(0, equals)))
      return equals < 0 ? words[index + 1]?.text : text.slice(equals + 1);
  }
  return undefined;
}

function inFolder(folder: string | undefined, name: string): string {
  return folder === undefined ? name : `${folder}/${name}`;
}

function uvSync(words: readonly ShellWord[], command: ShellCommand): Install {
  const folder = optionValue(words, ['--project', '--directory']);
  const has = (name: string) => words.some(({ text }) => text === name);
  const files = ['pyproject.toml', 'uv.lock'].map((name) => project(inFolder(folder, name), command));
  const skips = has('--no-install-project') || has('--no-install-workspace') || has('--no-install-local');
  return { tool: 'uv-sync', verb: 'sync', arguments: files, packages: [], installsProject: !skips };
}

function poetryInstall(words: readonly ShellWord[], command: ShellCommand): Install | undefined {
  const has = (name: string) => words.some(({ text }) => text === name);
  if (!has('install') && !has('sync')) return undefined;
  if (has('self')) return undefined;
  const folder = optionValue(words, ['-C', '--directory', '-P', '--project']);
  const files = ['pyproject.toml', 'poetry.lock'].map((name) => project(inFolder(folder, name), command));
  const verb = has('install') ? 'install' : 'sync';
  return { tool: 'poetry', verb, arguments: files, packages: [], installsProject: !has('--no-root') };
}

function pipenvInstall(verb: string, words: readonly ShellWord[], command: ShellCommand): Install | undefined {
  if (verb !== 'install' && verb !== 'sync') return undefined;
  const files: InstallArgument[] = [];
  const packages: ShellWord[] = [];
  for (let i = 0; i < words.length; i++) {
    const word = words[i];
    if (word === undefined) continue;
    const option = fileOption(word, words[i + 1]);
    if (option !== undefined) {
      files.push(option.argument);
      if (option.takesNext) i++;
    } else if (!word.text.startsWith('-')) packages.push(word);
  }
  if (files.length === 0 && packages.length === 0)
    files.push(project('Pipfile', command), project('Pipfile.lock', command));
  return { tool: 'pipenv', verb, arguments: files, packages, installsProject: false };
}
