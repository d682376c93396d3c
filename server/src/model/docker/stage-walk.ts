// Walks the instructions of a Dockerfile stage by stage: variables, folders, users, files, commands.
// Must not judge, and must not choose which stage is deployed: production-image.ts does. What a variable hides is unknown.
// Look next at copy-instruction.ts and run-instruction.ts, which read the two instructions that matter most.
import { readImageReference } from '../../syntax/dockerfile/image-reference.ts';
import type { DockerfileTree, DockerInstruction } from '../../syntax/dockerfile/nodes.ts';
import type { FileId } from '../../text/file-id.ts';
import type { Sources } from '../sources.ts';
import { type BaseImage, readBaseImage } from './base-image.ts';
import type { BuildFiles } from './build-files.ts';
import { placesWritten } from './command-writes.ts';
import { type CopyPlace, type DockerCopy, mountLayers, readCopy, resolveAt } from './copy-instruction.ts';
import type { DockerRun, DockerStage, InstallFile, PythonInstall, UserSetting } from './docker-image.ts';
import { expandWord, type Lookup } from './expand-variables.ts';
import { findInImage, type ImageLayer, type ImageLookup } from './image-files.ts';
import type { ImagePath } from './image-path.ts';
import { installName, needsProject, readInstall } from './python-install.ts';
import { readRequirementTree } from './requirement-includes.ts';
import { assignedNames, type RunCommand, runCommands, withFolders } from './run-instruction.ts';

/** A stage while its target is not chosen. */
export type OpenStage = { -readonly [Key in keyof DockerStage]: DockerStage[Key] };

export interface WalkInput {
  readonly file: FileId;
  readonly tree: DockerfileTree;
  readonly files: BuildFiles;
  readonly sources: Sources;
}

/** ARGs that Docker sets by itself (https://docs.docker.com/reference/dockerfile/#automatic-platform-args-in-the-global-scope). */
const predefined = new Set(
  'TARGETPLATFORM TARGETOS TARGETARCH TARGETVARIANT BUILDPLATFORM BUILDOS BUILDARCH BUILDVARIANT HTTP_PROXY HTTPS_PROXY NO_PROXY http_proxy https_proxy no_proxy'.split(
    ' ',
  ),
);

/** The stages of a Dockerfile in their order; instructions before the first FROM are its global ARGs. */
export function walkStages(input: WalkInput): readonly OpenStage[] {
  const stages: OpenStage[] = [];
  const globals = new Map<string, string | undefined>();
  let walk: StageWalk | undefined;
  const finish = () => {
    if (walk !== undefined) stages.push(walk.finish());
  };
  for (const instruction of input.tree.instructions) {
    if (instruction.keyword === 'FROM' && instruction.from !== undefined) {
      finish();
      walk = new StageWalk(input, instruction, stages, globals);
    } else if (walk !== undefined) walk.add(instruction);
    else if (instruction.keyword === 'ARG') {
      for (const { name, value } of instruction.properties) {
        const known = value === undefined ? undefined : expandWord(value, scopeLookup(globals), input.tree.escape);
        globals.set(name, known);
      }
    }
  }
  finish();
  return stages;
}

function scopeLookup(scope: ReadonlyMap<string, string | undefined>): Lookup {
  return (name) => (scope.has(name) ? scope.get(name) : predefined.has(name) ? undefined : null);
}

class StageWalk {
  readonly #input: WalkInput;
  readonly #stages: readonly OpenStage[];
  readonly #globals: ReadonlyMap<string, string | undefined>;
  readonly #parent: OpenStage | undefined;
  readonly #base: BaseImage | undefined;
  readonly #from: DockerInstruction;
  readonly #environment: Map<string, string | undefined>;
  readonly #scope: Map<string, string | undefined>;
  readonly #layers: ImageLayer[];
  readonly #folders = new Set<ImagePath>();
  readonly #instructions: DockerInstruction[] = [];
  readonly #copies: DockerCopy[] = [];
  readonly #runs: DockerRun[] = [];
  readonly #installs: PythonInstall[] = [];
  readonly #copiesFrom = new Set<OpenStage>();
  #user: UserSetting | undefined;
  #workdir: ImagePath | undefined;
  #cmd: DockerInstruction | undefined;
  #entrypoint: DockerInstruction | undefined;
  #healthcheck: DockerInstruction | undefined;

  constructor(
    input: WalkInput,
    from: DockerInstruction,
    stages: readonly OpenStage[],
    globals: ReadonlyMap<string, string | undefined>,
  ) {
    this.#input = input;
    this.#from = from;
    this.#stages = stages;
    this.#globals = globals;
    const image = expandWord(from.from?.image.text ?? '', scopeLookup(globals), input.tree.escape);
    const parent = stages.findLast(({ name }) => name !== undefined && name === image?.toLowerCase());
    this.#parent = parent;
    const isImage = parent === undefined && image !== undefined && image !== '' && image !== 'scratch';
    this.#base = parent?.base ?? (isImage ? readBaseImage(readImageReference(image)) : undefined);
    this.#environment = new Map(parent?.environment);
    this.#scope = new Map(parent?.scope);
    this.#layers = [...(parent?.layers ?? [])];
    const isBare = image === 'scratch' || this.#base?.isKnown === true;
    if (parent === undefined && !isBare) this.#layers.push({ kind: 'unknown', to: '/', instruction: from });
    this.#user = parent?.user;
    // Without WORKDIR an official image stands in its root; others may set a folder of their own.
    this.#workdir = parent === undefined ? (isBare ? '/' : undefined) : parent.workdir;
    this.#cmd = parent?.cmd;
    this.#entrypoint = parent?.entrypoint;
    this.#healthcheck = parent?.healthcheck;
  }

  finish(): OpenStage {
    return {
      file: this.#input.file,
      index: this.#stages.length,
      name: this.#from.from?.alias?.text,
      from: this.#from,
      instructions: this.#instructions,
      parent: this.#parent,
      base: this.#base,
      inTarget: false,
      user: this.#user,
      workdir: this.#workdir,
      environment: this.#environment,
      scope: this.#scope,
      copies: this.#copies,
      runs: this.#runs,
      installs: this.#installs,
      layers: this.#layers,
      cmd: this.#cmd,
      entrypoint: this.#entrypoint,
      healthcheck: this.#healthcheck,
      files: this.#input.files,
      copiesFrom: [...this.#copiesFrom],
    };
  }

  add(instruction: DockerInstruction): void {
    this.#instructions.push(instruction);
    const rest = instruction.argument.text.trim();
    switch (instruction.keyword) {
      case 'ARG':
        for (const { name, value } of instruction.properties) this.#declare(name, value);
        break;
      case 'ENV':
        this.#setEnvironment(instruction);
        break;
      case 'WORKDIR': {
        const path = this.#expand(rest);
        this.#workdir = path === undefined ? undefined : resolveAt(this.#workdir, path);
        if (this.#workdir !== undefined) this.#folders.add(this.#workdir);
        break;
      }
      case 'USER':
        this.#user = { instruction, name: this.#expand(rest) };
        break;
      case 'COPY':
      case 'ADD': {
        const copy = readCopy(instruction, this.#place());
        if (copy === undefined) break;
        this.#copies.push(copy);
        this.#layers.push(...copy.layers);
        break;
      }
      case 'RUN':
        this.#run(instruction);
        break;
      case 'CMD':
        this.#cmd = instruction;
        break;
      case 'ENTRYPOINT':
        // A new ENTRYPOINT resets a CMD that comes from the base stage.
        if (this.#cmd !== undefined && !this.#instructions.includes(this.#cmd)) this.#cmd = undefined;
        this.#entrypoint = instruction;
        break;
      case 'HEALTHCHECK':
        this.#healthcheck = instruction;
        break;
    }
  }

  #expand(text: string): string | undefined {
    return expandWord(text, scopeLookup(this.#scope), this.#input.tree.escape);
  }

  #declare(name: string, value: string | undefined): void {
    if (this.#environment.has(name)) return;
    if (value !== undefined) this.#scope.set(name, this.#expand(value));
    else if (this.#globals.has(name)) this.#scope.set(name, this.#globals.get(name));
    else this.#scope.set(name, undefined);
  }

  #setEnvironment(instruction: DockerInstruction): void {
    // All values of one ENV see the variables as they were before it.
    const values = instruction.properties.map(({ name, value }) => [name, this.#expand(value ?? '')] as const);
    for (const [name, value] of values) {
      this.#environment.set(name, value);
      this.#scope.set(name, value);
    }
  }

  #place(): CopyPlace {
    return {
      layers: this.#layers,
      workdir: this.#workdir,
      folders: this.#folders,
      files: this.#input.files,
      expand: (text) => this.#expand(text),
      stageLayers: (name) => {
        const stage =
          this.#stages.findLast((one) => one.name !== undefined && one.name === name.toLowerCase()) ??
          (/^\d+$/.test(name) ? this.#stages[Number(name)] : undefined);
        if (stage !== undefined) this.#copiesFrom.add(stage);
        return stage?.layers;
      },
    };
  }

  #run(instruction: DockerInstruction): void {
    const shell = runCommands(instruction);
    const names = assignedNames(shell);
    const scope = scopeLookup(this.#scope);
    const lookup: Lookup = (name) => (names.has(name) ? undefined : scope(name));
    const commands = withFolders(shell, this.#workdir, lookup);
    const hasCache = instruction.flags.some(({ name, options }) => name === 'mount' && options.get('type') === 'cache');
    const run: DockerRun = { instruction, commands, hasCache };
    this.#runs.push(run);
    const mounted = mountLayers(instruction, this.#place());
    for (const one of commands) {
      this.#install(run, one, [...this.#layers, ...mounted], lookup);
      this.#write(instruction, one, lookup);
    }
  }

  #write(instruction: DockerInstruction, { command, folder }: RunCommand, lookup: Lookup): void {
    const expand = (text: string) => expandWord(text, lookup);
    if (command.words[0]?.text === 'mkdir') {
      for (const { text } of command.words.slice(1)) {
        const path = text.startsWith('-') ? undefined : expand(text);
        const made = path === undefined ? undefined : resolveAt(folder, path);
        if (made !== undefined) this.#folders.add(made);
      }
    }
    const places = placesWritten(command, folder, expand);
    for (const to of places === 'anything' ? ['/'] : places) this.#layers.push({ kind: 'unknown', to, instruction });
  }

  #install(run: DockerRun, { command, folder }: RunCommand, layers: readonly ImageLayer[], lookup: Lookup): void {
    const found = readInstall(command);
    if (found === undefined) return;
    let needsSource = false;
    const files = found.arguments.map((argument): InstallFile => {
      const path = expandWord(argument.path, lookup);
      const imagePath = path === undefined || /^[a-z][a-z+]*:\/\//i.test(path) ? undefined : resolveAt(folder, path);
      const none: ImageLookup = { state: 'maybe' };
      const lookedUp = imagePath === undefined ? none : findInImage(layers, imagePath, this.#input.files);
      if (argument.kind === 'project' || imagePath === undefined || lookedUp.state !== 'present') {
        const included = lookedUp.state === 'present' ? [lookedUp.file] : [];
        return { ...argument, imagePath, lookup: lookedUp, included, missing: [] };
      }
      const start = { file: lookedUp.file, imagePath };
      const tree = readRequirementTree(start, layers, this.#input.files, this.#input.sources);
      needsSource ||= tree.needsSource;
      return { ...argument, imagePath, lookup: lookedUp, included: tree.included, missing: tree.missing };
    });
    const [main] = files;
    const text = main?.lookup.state === 'present' ? this.#input.sources.text(main.lookup.file) : undefined;
    needsSource ||= needsProject(found, text);
    const { span, conditional } = command;
    const { file } = this.#input;
    this.#installs.push({
      ...found,
      file,
      run,
      span,
      name: installName(found),
      folder,
      files,
      needsSource,
      conditional,
    });
  }
}
