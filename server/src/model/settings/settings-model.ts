// The settings of a workspace: which modules there are, which of them Django is started with, and what each setting is there.
// Must not judge. Look next at settings-modules.ts (which), evaluate-module.ts (what) and questions.ts (what rules ask).
import { type FileId, folderOf } from '../../text/file-id.ts';
import type { Location } from '../../text/location.ts';
import type { Span } from '../../text/span.ts';
import type { DjangoVersions } from '../dependencies/django-versions.ts';
import type { ClassFact, PythonFacts } from '../python/facts.ts';
import type { ModuleIndex } from '../python/module-index.ts';
import type { Sources } from '../sources.ts';
import { type ClassAncestry, classAncestry, isSyncOnly, lackingPart } from './classes/class-ancestry.ts';
import type { Environment } from './environment.ts';
import { type ReaderLibrary, toValue } from './evaluate/internal-values.ts';
import { ModuleTable } from './evaluate/module-table.ts';
import type { Namespace, Slot } from './evaluate/namespace.ts';
import { essentialSettings, type FoundModule } from './leaves/module-search.ts';
import { type SettingsFile, settingsFiles } from './leaves/settings-files.ts';
import { findSettingsModules } from './leaves/settings-modules.ts';
import { classPointers, settingsPointers } from './leaves/settings-pointers.ts';
import { masked } from './secret-values.ts';
import { type EnvFile, envFiles } from './topics/env-files.ts';
import type { Assignment, Mutation, Value } from './values.ts';
import type { VariableRead } from './variables/variable-reads.ts';

export interface SettingsInput {
  readonly sources: Sources;
  readonly modules: ModuleIndex;
  readonly facts: ReadonlyMap<FileId, PythonFacts>;
  /** Module name to environment, from configuration. */
  readonly environments: ReadonlyMap<string, Environment>;
  readonly djangoFor: (file: FileId) => DjangoVersions | undefined;
}

export interface SettingsModule {
  /** Dotted, with the class behind a colon where its members are the settings: `config.settings:Production`. */
  readonly module: string;
  readonly file: FileId;
  /** The class of `file` that django-configurations sets up; undefined where the module's own names are the settings. */
  readonly className: string | undefined;
}

/** What a leaf gives a setting at the end of its chain. Texts of secrets are masked. */
export interface Setting {
  readonly name: string;
  readonly value: Value;
  /** The statement that won; undefined for a name bound by other means. */
  readonly assigned: Assignment | undefined;
  /** What changed the value in place after that, in order. */
  readonly mutations: readonly Mutation[];
  /** Code that cannot be seen may give another value, as `from .local import *` of a file that is not here. */
  readonly overridable: boolean;
  /** Nothing but local settings that the repository lacks, and that need not be there, may give another value. */
  readonly onlyLocally: boolean;
  /** A guard of the module compares the value and stops the program. */
  readonly rejected: boolean;
}

/** How a module reads environment variables: the name to call there. */
export interface ReaderInUse {
  readonly library: ReaderLibrary;
  readonly name: string;
  /** Where it is bound, when in that very file. */
  readonly at: Location;
}

export interface SettingsLeaf extends SettingsModule {
  readonly environment: Environment;
  /** True for an unknown module beside one for production, and for a part that lacks what every project sets: it may serve nobody. */
  readonly isIdle: boolean;
  /** Where a setting is written that the leaf lacks: itself, or a class for production that it only builds on. */
  readonly home: FoundModule['home'];
  /** The first line there that is not blank, or that of the class: the place of what the leaf lacks. */
  readonly start: Location;
  /** All of that class, or of the module's text. */
  readonly body: Span;
  /** The module and those that gave it names, itself first. */
  readonly chain: readonly FileId[];
  /** A setting that is not here may exist all the same. */
  readonly open: boolean;
  /** Nothing but local settings that the repository lacks, and that need not be there, may add one. */
  readonly onlyLocallyOpen: boolean;
  readonly django: DjangoVersions | undefined;
  /** Upper-case names, sorted. */
  readonly names: readonly string[];
  /** Names with a lower-case letter, which Django does not read, and the statements that assigned them. */
  readonly ordinaryNames: readonly { readonly name: string; readonly assigned: Assignment }[];
  /** Environment variables at which the module looks before it goes on or stops the program. */
  readonly guarded: ReadonlySet<string>;
  get(name: string): Setting | undefined;
  /** Where the modules of the chain read environment variables, in the order of their evaluation. */
  readonly reads: readonly VariableRead[];
  /** The reader of environment variables that `file`, a module of the chain, has at hand; undefined for plain `os.environ`. */
  reader(file: FileId): ReaderInUse | undefined;
  /** True when the name is bound in `file` at the end, by import or otherwise: `os`. */
  binds(file: FileId, name: string): boolean;
  /** The class that a setting names, with its bases. */
  ancestry(path: string): ClassAncestry;
  /** What the project certainly lacks of a class that a setting names. */
  lacks(path: string): 'module' | 'class' | undefined;
  /** Whether a middleware of the project only answers synchronously. */
  isSyncOnly(path: string): boolean | undefined;
}

export interface SettingsModel {
  /** Every settings module, leaf or not. */
  readonly modules: readonly SettingsModule[];
  readonly leaves: readonly SettingsLeaf[];
  /** The modules by their texts, each file once. */
  readonly files: readonly SettingsFile[];
  /** Files of environment variables that git would take. */
  readonly envFiles: readonly EnvFile[];
  /** AUTH_USER_MODEL (`app.Model`) for code at `file`, from the leaf nearest to it; undefined when none says so. */
  userModelFor(file: FileId): string | undefined;
}

const settingName = /^[A-Z][A-Z0-9_]*$/;

/** Finds the settings modules of the workspace and evaluates those that Django is started with. */
export function buildSettings(input: SettingsInput): SettingsModel {
  const pointers = settingsPointers(input.sources, input.facts);
  const modules = findSettingsModules({
    modules: input.modules,
    facts: input.facts,
    pointers,
    classPointers: classPointers(input.sources, input.facts),
    configured: input.environments,
  });
  const table = new ModuleTable(input.sources, input.modules);
  const isReusable = isReusableApp(input.sources);
  const leaves = modules.flatMap(({ environment, ...found }) => {
    if (environment === undefined) return [];
    const isHarness = isReusable && isForLocalhost(namesOf(found, table));
    return [leafOf(found, isHarness ? 'development' : environment, table, input)];
  });
  const files = settingsFiles(modules, input.sources, (file) => ({
    reader: readerIn(table, file),
    hasOs: table.load(file)?.slots.has('os') === true,
  }));
  return { modules, leaves, files, envFiles: envFiles(input.sources), userModelFor: (file) => userModel(leaves, file) };
}

function isFragment(names: Namespace | undefined): boolean {
  return names?.open === false && !names.openLocally && !essentialSettings.some((name) => names.slots.has(name));
}

/** True for a package that others install, which nothing in the repository deploys: its own project is there to develop and test it. */
function isReusableApp(sources: Sources): boolean {
  const isPackage = ['setup.py', 'setup.cfg', 'pyproject.toml'].some(
    (file) => sources.text(file as FileId)?.includes('Framework :: Django') === true,
  );
  return (
    isPackage &&
    ![...sources.listing].some((file) =>
      /(^|\/)(dockerfile|procfile|(docker-)?compose|fly\.toml|app\.ya?ml)/i.test(file),
    )
  );
}

/** True for what `startproject` begins with: `DEBUG` on and no host, so that only this machine is answered. */
function isForLocalhost(names: Namespace | undefined): boolean {
  const debug = names?.slots.get('DEBUG')?.value;
  const hosts = names?.slots.get('ALLOWED_HOSTS')?.value;
  const isOn = debug?.kind === 'constant' && debug.value === true;
  return isOn && (hosts === undefined || (hosts.kind === 'sequence' && hosts.elements.length === 0));
}

function leafOf(
  found: Omit<FoundModule, 'environment'>,
  environment: Environment,
  table: ModuleTable,
  input: SettingsInput,
): SettingsLeaf {
  const { file, module, className, home } = found;
  const names = namesOf(found, table);
  const published = new Map<string, Setting>();
  const ancestries = new Map<string, ClassAncestry>();
  const slot = (name: string): Slot | undefined => (settingName.test(name) ? names?.slots.get(name) : undefined);
  return {
    module,
    file,
    className,
    home,
    environment,
    isIdle: environment === 'unknown' && (found.isBesideProduction || (!found.isPointed && isFragment(names))),
    start: { file: home.file, span: firstLine(input, home) },
    body: classFact(input, home)?.span ?? { start: 0, end: input.sources.text(file)?.length ?? 0 },
    chain: table.chain(file),
    open: names === undefined || names.open || names.openLocally,
    onlyLocallyOpen: names?.open === false && names.openLocally,
    django: input.djangoFor(file),
    ordinaryNames: ordinaryNames(names),
    guarded: names?.guarded ?? new Set(),
    names: [...(names?.slots.keys() ?? [])].filter((name) => settingName.test(name)).sort(),
    get(name) {
      const kept = published.get(name);
      const found = kept === undefined ? slot(name) : undefined;
      if (found === undefined) return kept;
      const setting = publish(name, found);
      published.set(name, setting);
      return setting;
    },
    reads: readsOf(found, table, input.facts),
    reader: (at) => readerIn(table, at),
    binds: (at, name) => table.load(at)?.slots.has(name) === true,
    lacks: (path) => lackingPart(path, file, input.modules, input.facts),
    isSyncOnly: (path) => isSyncOnly(path, file, input.modules, input.facts),
    ancestry(path) {
      const kept = ancestries.get(path) ?? classAncestry(path, file, input.modules, input.facts);
      ancestries.set(path, kept);
      return kept;
    },
  };
}

function ordinaryNames(names: Namespace | undefined): SettingsLeaf['ordinaryNames'] {
  return [...(names?.slots ?? [])].flatMap(([name, { value, assigned }]) =>
    settingName.test(name) || assigned === undefined || toValue(value) !== value ? [] : [{ name, assigned }],
  );
}

function publish(name: string, slot: Slot): Setting {
  const { assigned, mutations, overridable, overridableLocally, rejected } = slot;
  return {
    name,
    value: masked(name, toValue(slot.value)),
    assigned,
    mutations,
    overridable: overridable || overridableLocally,
    onlyLocally: overridableLocally && !overridable,
    rejected,
  };
}

/** The leaf as the repository holds it: without the local settings that need not be there. */
export function asCommitted(leaf: SettingsLeaf): SettingsLeaf {
  const isOpen = leaf.open && !leaf.onlyLocallyOpen;
  return {
    ...leaf,
    open: isOpen,
    get(name) {
      const setting = leaf.get(name);
      return setting?.onlyLocally === true ? { ...setting, overridable: false } : setting;
    },
  };
}

type Found = Pick<FoundModule, 'file' | 'className'>;

function namesOf({ file, className }: Found, table: ModuleTable): Namespace | undefined {
  return className === undefined ? table.load(file) : table.loadClass(file, className)?.names;
}

/** What a leaf reads; not what classes beside its own do. */
function readsOf(
  { file, className }: Found,
  table: ModuleTable,
  facts: SettingsInput['facts'],
): readonly VariableRead[] {
  const reads = table.chain(file).flatMap((one) => table.reads(one));
  const one = className === undefined ? undefined : table.loadClass(file, className);
  if (one === undefined) return reads;
  const isIn = (inner: Location, file: FileId, span: Span): boolean =>
    inner.file === file && span.start <= inner.span.start && inner.span.end <= span.end;
  const isForeign = ({ at }: VariableRead): boolean =>
    facts.get(at.file)?.classes.some(({ span }) => isIn(at, at.file, span)) === true &&
    !one.classes.some(({ file, span }) => isIn(at, file, span));
  return [...reads.filter((read) => !isForeign(read)), ...one.reads];
}

function classFact({ facts }: SettingsInput, { file, className }: FoundModule['home']): ClassFact | undefined {
  return facts.get(file)?.classes.findLast((one) => one.name === className);
}

function firstLine(input: SettingsInput, home: FoundModule['home']): Span {
  const lines = input.sources.lines(home.file);
  const inFile = classFact(input, home);
  if (inFile !== undefined && lines !== undefined) return lines.lineSpan(lines.position(inFile.nameSpan.start).line);
  for (let i = 0; lines !== undefined && i < lines.lineCount; i++)
    if (lines.lineText(i).trim() !== '') return lines.lineSpan(i);
  return { start: 0, end: 0 };
}

function readerIn(table: ModuleTable, file: FileId): ReaderInUse | undefined {
  for (const [name, { value }] of table.load(file)?.slots ?? []) {
    const imported = value.kind === 'lazy' ? table.load(value.file)?.slots.get(value.name)?.value : value;
    if (imported?.kind === 'reader') return { library: imported.library, name, at: value.at };
    if (imported?.kind === 'symbol' && imported.path === 'decouple.config')
      return { library: 'decouple', name, at: value.at };
  }
  return undefined;
}

function userModel(leaves: readonly SettingsLeaf[], file: FileId): string | undefined {
  let best: { readonly shared: number; readonly label: string } | undefined;
  for (const leaf of leaves) {
    const value = leaf.get('AUTH_USER_MODEL')?.value;
    if (value?.kind !== 'constant' || typeof value.value !== 'string') continue;
    const shared = sharedFolders(file, leaf.file) + (leaf.environment === 'production' ? 0.5 : 0);
    if (best === undefined || shared > best.shared) best = { shared, label: value.value };
  }
  return best?.label;
}

function sharedFolders(a: FileId, b: FileId): number {
  const own = folderOf(a).split('/');
  const other = folderOf(b).split('/');
  let shared = 0;
  while (shared < own.length && own[shared] === other[shared]) shared++;
  return shared;
}
