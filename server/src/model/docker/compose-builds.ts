// What Compose files say of the images they build: Dockerfile, context, stage, user, and whether it is for development.
// Must not guess: a context behind a variable is undefined, a Dockerfile behind one is left out.
// Look next at yaml-outline.ts (how a file is read) and command-builds.ts (builds by command line and workflow).
import { lastPart } from '../../text/dotted-name.ts';
import { baseName, type FileId, folderOf, resolveIn } from '../../text/file-id.ts';
import type { Sources } from '../sources.ts';
import { isDevelopmentFolder, isDevelopmentName, saysDevelopment } from './development-name.ts';
import { expandWord } from './expand-variables.ts';
import { readYamlOutline, type YamlNode, yamlAt } from './yaml-outline.ts';

/** What a service of a compose file says about the image that it builds. */
export interface ComposeBuild {
  readonly compose: FileId;
  readonly dockerfile: FileId;
  /** The context folder, `''` for the root; undefined when a variable hides it. */
  readonly context: string | undefined;
  /** The stage it stops at. */
  readonly target: string | undefined;
  /** True when the service, or the same one in another file of the folder for deployment, sets a `user` that is not root. */
  readonly setsUser: boolean;
  /** True when the file's name, folder or first comment says development or tests. */
  readonly isDevelopment: boolean;
  /** What its command and settings module say: `runserver` is for development, gunicorn is not. */
  readonly starts: 'development' | 'production' | undefined;
  /** Its `entrypoint` and `command` as shell lines. */
  readonly lines: readonly string[];
}

interface Service {
  readonly compose: FileId;
  readonly name: string;
  readonly nodes: readonly YamlNode[];
  readonly isDevelopment: boolean;
}

const largestFile = 200_000;
const longestChain = 4;

/** The builds of all compose files, in the order of the files. */
export function composeBuilds(sources: Sources): readonly ComposeBuild[] {
  const services: Service[] = [];
  for (const file of sources.files) {
    if (!isComposeFile(file, sources)) continue;
    const text = sources.text(file);
    if (text === undefined || text.length > largestFile) continue;
    const isDevelopment =
      isDevelopmentName(baseName(file)) ||
      /override/i.test(baseName(file)) ||
      isDevelopmentFolder(folderOf(file)) ||
      saysDevelopment(headComment(text));
    const outline = readYamlOutline(text);
    const found = yamlAt(outline, 'services')?.children ?? outline.filter(({ children }) => yamlAt(children, 'build'));
    for (const { key, children } of found) services.push({ compose: file, name: key, nodes: children, isDevelopment });
  }
  return services.flatMap((service) => buildOf(service, services) ?? []);
}

function headComment(text: string): string {
  const lines = text.split(/\r\n|\n|\r/);
  const end = lines.findIndex((line) => !/^\s*(?:#|$|---)/.test(line));
  return lines.slice(0, end < 0 ? lines.length : end).join(' ');
}

interface BuildSource {
  readonly node: YamlNode;
  /** The folder that its paths start from. */
  readonly folder: string;
}

function buildOf(service: Service, all: readonly Service[]): ComposeBuild | undefined {
  const source = buildSource(service, all, 0);
  if (source === undefined) return undefined;
  const { node, folder } = source;
  const value = (key: string) => yamlAt(node.children, key)?.value;
  if (yamlAt(node.children, 'dockerfile_inline') !== undefined) return undefined;
  const context = contextFolder(node.value ?? value('context') ?? '.', folder);
  if (context === 'elsewhere') return undefined;
  const written = expand(value('dockerfile') ?? 'Dockerfile');
  const dockerfile = written === undefined ? undefined : resolveIn(context ?? folder, written);
  if (dockerfile === undefined) return undefined;
  return {
    compose: service.compose,
    dockerfile,
    context,
    target: expand(value('target') ?? '') || undefined,
    setsUser: all.some((one) => isSame(one, service) && setsUser(one)),
    isDevelopment: service.isDevelopment,
    starts: whatStarts(service.nodes),
    lines: startLines(service.nodes),
  };
}

/** The service itself, or the one of that name in a file for deployment that Compose can lay over it. */
function isSame(one: Service, service: Service): boolean {
  if (one === service) return true;
  return one.name === service.name && !one.isDevelopment && folderOf(one.compose) === folderOf(service.compose);
}

/** The `build` of a service: its own, else that of the service it extends or that its file is laid over. */
function buildSource(service: Service, all: readonly Service[], depth: number): BuildSource | undefined {
  if (depth > longestChain) return undefined;
  const own = yamlAt(service.nodes, 'build');
  const folder = folderOf(service.compose);
  const isWhole = own?.value !== undefined || ['context', 'dockerfile'].some((key) => yamlAt(own?.children ?? [], key));
  if (own !== undefined && isWhole) return { node: own, folder };
  const base = extended(service, all) ?? (own === undefined ? undefined : laidOver(service, all));
  const found = base === undefined ? undefined : buildSource(base, all, depth + 1);
  if (found === undefined || own === undefined) return own === undefined ? found : { node: own, folder };
  const keys = new Set(own.children.map(({ key }) => key));
  const rest = found.node.children.filter(({ key }) => !keys.has(key));
  return { folder: found.folder, node: { ...found.node, children: [...own.children, ...rest] } };
}

function extended(service: Service, all: readonly Service[]): Service | undefined {
  const node = yamlAt(service.nodes, 'extends');
  const name = node?.value ?? yamlAt(node?.children ?? [], 'service')?.value;
  const file = yamlAt(node?.children ?? [], 'file')?.value;
  const compose = file === undefined ? service.compose : resolveIn(folderOf(service.compose), file);
  return all.find((one) => one !== service && one.compose === compose && one.name === name);
}

/** The service of the main file of the folder that has the same name. */
function laidOver({ compose, name }: Service, all: readonly Service[]): Service | undefined {
  if (isMain(compose)) return undefined;
  return all.find((one) => isMain(one.compose) && folderOf(one.compose) === folderOf(compose) && one.name === name);
}

/** By its name, or `production.yml` at the root that lists services, as many projects keep one file an environment. */
function isComposeFile(file: FileId, sources: Sources): boolean {
  if (/^(?:docker-)?compose[\w.-]*\.ya?ml$|^[\w.-]*compose\.ya?ml$/i.test(baseName(file))) return true;
  const isEnvironment = /^(?:local|dev|development|prod|production|stage|staging)\.ya?ml$/i.test(file);
  return isEnvironment && /^services:/m.test(sources.text(file) ?? '');
}

function isMain(compose: FileId): boolean {
  return /^(?:docker-)?compose\.ya?ml$/i.test(baseName(compose));
}

/** The folder; undefined when a variable hides it; `elsewhere` for a repository and a folder outside the root. */
function contextFolder(written: string, folder: string): string | undefined {
  if (/:\/\/|^git@|^~/.test(written)) return 'elsewhere';
  const path = expand(written);
  if (path === undefined) return undefined;
  return resolveIn(folder, path === '' ? '.' : path) ?? 'elsewhere';
}

/** The value with the defaults of its variables; undefined when one has none. */
function expand(text: string): string | undefined {
  if (!text.includes('$')) return text;
  return expandWord(text, (name) => (text.includes(`{${name}:-`) || text.includes(`{${name}-`) ? null : undefined));
}

function setsUser({ nodes }: Service): boolean {
  const user = yamlAt(nodes, 'user')?.value;
  return user !== undefined && user !== '' && !/^(?:root|0)(?::|$)/.test(user);
}

function whatStarts(nodes: readonly YamlNode[]): ComposeBuild['starts'] {
  const words = ['command', 'entrypoint'].map((key) => allText(yamlAt(nodes, key))).join(' ');
  const settings = environmentValue(nodes, 'DJANGO_SETTINGS_MODULE') ?? '';
  if (/\b(?:gunicorn|uvicorn|daphne|hypercorn|granian|uwsgi|waitress-serve)\b/.test(words)) return 'production';
  if (/\brunserver(?:_plus)?\b/.test(words) || isDevelopmentName(lastPart(settings))) return 'development';
  return undefined;
}

function startLines(nodes: readonly YamlNode[]): readonly string[] {
  return ['entrypoint', 'command'].flatMap((key): readonly string[] => {
    const node = yamlAt(nodes, key);
    const line = node?.value ?? (node?.children ?? []).map(({ value }) => quoted(value ?? '')).join(' ');
    return line === '' ? [] : [line];
  });
}

/** An item of a list as one word of a shell line. */
function quoted(item: string): string {
  return /^[\w@%+=:,./$-]+$/.test(item) ? item : `"${item.replace(/["\\]/g, '\\$&')}"`;
}

function allText(node: YamlNode | undefined): string {
  return [node?.value, ...(node?.children ?? []).map(({ value }) => value)].join(' ');
}

function environmentValue(nodes: readonly YamlNode[], name: string): string | undefined {
  for (const { key, value } of yamlAt(nodes, 'environment')?.children ?? []) {
    if (key === name) return value;
    if (key === '' && value?.startsWith(`${name}=`) === true) return value.slice(name.length + 1);
  }
  return undefined;
}
