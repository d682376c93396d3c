// Builds that the project starts by hand: `docker build` in scripts, Makefiles and workflows, and Docker's build action.
// Must not guess where a command stands: it counts only when the Dockerfile that it names is there.
// Look next at build-context.ts, which weighs these against Compose and the sources of COPY.
import { baseName, type FileId, folderOf, resolveIn } from '../../text/file-id.ts';
import type { Sources } from '../sources.ts';
import { readYamlOutline, type YamlNode, yamlAt } from './yaml-outline.ts';

/** A build that a text of the project starts. */
export interface CommandBuild {
  readonly dockerfile: FileId;
  /** The context folder, `''` for the root; undefined when a variable hides it. */
  readonly context: string | undefined;
}

const largestFile = 200_000;

/** The builds of all scripts, Makefiles and workflows, each once. */
export function commandBuilds(sources: Sources): readonly CommandBuild[] {
  const found = new Map<string, CommandBuild>();
  for (const file of sources.files) {
    const isWorkflow = /(?:^|\/)\.github\/workflows\//.test(file);
    if (!isWorkflow && !/\.sh$|^makefile$/i.test(baseName(file))) continue;
    const text = sources.text(file);
    if (text === undefined || text.length > largestFile || !/docker|podman|buildah/.test(text)) continue;
    const folders = isWorkflow ? [''] : [folderOf(file), ''];
    const builds = [
      ...commandLines(text).flatMap((line) => readCommand(line) ?? []),
      ...(isWorkflow ? actions(text) : []),
    ];
    for (const written of builds) {
      const build = place(written, folders, sources);
      if (build !== undefined) found.set(`${build.dockerfile}\n${build.context}`, build);
    }
  }
  return [...found.values()];
}

/** A build as written: paths from wherever it is started. */
interface WrittenBuild {
  readonly context: string;
  /** From where the command stands; undefined for the `Dockerfile` of the context. */
  readonly dockerfile: string | undefined;
}

function commandLines(text: string): readonly string[] {
  return text.replace(/\\\r?\n/g, ' ').split(/\r?\n|&&|\|\||;/);
}

/** Options of `docker build` that stand alone (https://docs.docker.com/reference/cli/docker/buildx/build/); others take a word. */
const flags = new Set(
  '--no-cache --pull --push --load --rm --force-rm --squash -q --quiet --compress --debug -D --check'.split(' '),
);

function readCommand(line: string): WrittenBuild | undefined {
  const match = /\b(?:docker(?:\s+buildx|\s+image)?|podman|buildah)\s+(?:build|bud)\s+(.*)$/.exec(line);
  const words = match?.[1]?.match(/(?:"[^"]*"|'[^']*'|\$\([^)]*\)|\$\{\{.*?\}\}|[^\s"'])+/g) ?? [];
  let dockerfile: string | undefined;
  let context: string | undefined;
  for (let i = 0; i < words.length; i++) {
    const word = words[i] ?? '';
    if (/^[|>&)#]/.test(word)) break;
    const option = /^(-\w|--[\w-]+)(?:=(.*))?$/s.exec(word);
    if (option === null) context ??= word;
    else if (option[1] === '-f' || option[1] === '--file') dockerfile = option[2] ?? words[++i];
    else if (option[2] === undefined && !flags.has(word)) i++;
  }
  const plain = (one: string | undefined) => one?.replace(/^(["'])(.*)\1$/s, '$2');
  return context === undefined || context === '-'
    ? undefined
    : { context: plain(context) ?? '', dockerfile: plain(dockerfile) };
}

/** The steps of a workflow that use Docker's build action; its context is the checkout unless `context` says another. */
function actions(text: string): readonly WrittenBuild[] {
  const found: WrittenBuild[] = [];
  const seen = new Set<readonly YamlNode[]>();
  const waiting = [readYamlOutline(text)];
  for (let nodes = waiting.pop(); nodes !== undefined; nodes = waiting.pop()) {
    if (seen.has(nodes)) continue;
    seen.add(nodes);
    for (const { children } of nodes) if (children.length > 0) waiting.push(children);
    if (yamlAt(nodes, 'uses')?.value?.startsWith('docker/build-push-action') !== true) continue;
    const value = (key: string) => yamlAt(nodes, 'with', key)?.value;
    found.push({ context: value('context') ?? '.', dockerfile: value('file') });
  }
  return found;
}

/** Finds where the paths lead: from the first folder in which the Dockerfile is there. */
function place(
  { context, dockerfile }: WrittenBuild,
  folders: readonly string[],
  sources: Sources,
): CommandBuild | undefined {
  if (/:\/\/|^git@/.test(context)) return undefined;
  const isKnown = !/[$`]/.test(context);
  for (const folder of folders) {
    const place = isKnown ? resolveIn(folder, context) : undefined;
    if (isKnown && place === undefined) continue;
    const path = dockerfile ?? (isKnown ? `${context}/Dockerfile` : undefined);
    const file = path === undefined || /[$`]/.test(path) ? undefined : resolveIn(folder, path);
    if (file !== undefined && sources.has(file)) return { dockerfile: file, context: place };
  }
  return undefined;
}
