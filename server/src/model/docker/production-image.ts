// The one place that decides whether a Dockerfile builds a Django application for production, and which stage that is.
// Must not lint: what is left out here is noted and no rule sees it.
// Look next at stage-walk.ts (where stages come from) and compose-builds.ts (what compose says of them).
import type { DockerfileTree } from '../../syntax/dockerfile/nodes.ts';
import { baseName, type FileId, folderOf, isInFolder } from '../../text/file-id.ts';
import type { Sources } from '../sources.ts';
import type { BuildFiles } from './build-files.ts';
import type { ComposeBuild } from './compose-builds.ts';
import type { ContainerCommand } from './container-command.ts';
import { isDevelopmentFolder, isDevelopmentName, isProductionName, saysDevelopment } from './development-name.ts';
import type { DockerStage } from './docker-image.ts';
import { bringsFile, type ImageLayer } from './image-files.ts';
import { serverCommands } from './server-command.ts';
import { stageChain } from './stage-chain.ts';

/** Folders whose Dockerfiles are material, not deployments. */
const materialFolders = new Set(
  'test tests testing fixtures testdata example examples sample samples doc docs documentation templates template cookiecutter node_modules site-packages vendor .devcontainer devcontainer .github .gitpod benchmarks'.split(
    ' ',
  ),
);

/** Why a Dockerfile is left out by its path alone; undefined when its path says nothing against it. */
export function reasonToSkipPath(file: FileId): string | undefined {
  const folders = file.split('/').slice(0, -1);
  const material = folders.find((folder) => materialFolders.has(folder.toLowerCase()) || /[{}]/.test(folder));
  if (material !== undefined) return `it lies in \`${material}\`, which holds no deployment`;
  const named = [...folders, baseName(file)].find(isDevelopmentPart);
  return named === undefined ? undefined : `\`${named}\` says that it is for development`;
}

/** True for a plain `Dockerfile` beside one that names production: the plain one is for development then. */
export function hasProductionSibling(file: FileId, dockerfiles: readonly FileId[]): boolean {
  if (!/^(?:docker|container)file$/i.test(baseName(file))) return false;
  return dockerfiles.some((one) => folderOf(one) === folderOf(file) && one !== file && isProductionName(baseName(one)));
}

/** A folder counts when its whole name says so; `Dockerfile.dev` when one word of it does. */
function isDevelopmentPart(part: string, index: number, parts: readonly string[]): boolean {
  if (index === parts.length - 1) return isDevelopmentName(part);
  return isDevelopmentFolder(part);
}

/** True for a file name that Docker users give to a Dockerfile. */
export function isDockerfileName(name: string): boolean {
  if (
    /\.(?:dockerignore|md|rst|txt|py|sh|ya?ml|json|j2|jinja2?|tmpl|tpl|template|erb|bak|orig|swp|html?|log)$/i.test(
      name,
    )
  )
    return false;
  return (
    /^(?:docker|container)file(?:[.\-_][\w.-]+)?$/i.test(name) || /^[\w.-]+[.\-_](?:docker|container)file$/i.test(name)
  );
}

/** The stage that is deployed: what compose builds, else by name, else the last; a Python stage before one of another kind. */
export function chooseTarget<Stage extends DockerStage>(
  stages: readonly Stage[],
  builds: readonly ComposeBuild[],
): Stage | undefined {
  const deployed = builds.filter(({ isDevelopment }) => !isDevelopment);
  const targets = new Set(deployed.map(({ target }) => target?.toLowerCase()));
  const [only] = targets;
  const composed = targets.size === 1 && only !== undefined ? stages.find(({ name }) => name === only) : undefined;
  if (composed !== undefined && !isDevelopmentName(composed.name ?? '') && isPythonStage(composed)) return composed;
  const last = stages.at(-1);
  if (last !== undefined && isDeployable(last)) return last;
  const named = stages.findLast((stage) => isDeployable(stage) && isProductionName(stage.name ?? ''));
  if (named !== undefined && isDevelopmentName(last?.name ?? '')) return named;
  // A last stage for tests stands on the one that is deployed.
  let parent = last;
  while (parent !== undefined && isDevelopmentName(parent.name ?? '')) {
    parent = stages.find((stage) => stage === parent?.parent);
  }
  if (parent !== undefined && isDeployable(parent)) return parent;
  // Behind a web server's stage only a stage that starts something is an image of its own; others make files for it.
  return stages.findLast((stage) => isDeployable(stage) && (stage.cmd ?? stage.entrypoint) !== undefined);
}

function isDeployable(stage: DockerStage): boolean {
  return isPythonStage(stage) && !isDevelopmentName(stage.name ?? '');
}

/** True when the stage brings Python: by its base, by what it installs, or by an environment copied from such a stage. */
function isPythonStage(stage: DockerStage): boolean {
  if (stage.base?.isPython === true) return true;
  return stageChain(stage).some(({ installs, runs }) => {
    const text = runs.map(({ instruction }) => instruction.argument.text).join(' ');
    return (
      installs.length > 0 ||
      /(?:apt|apt-get|apk|yum|dnf|microdnf|zypper)\s[^;&|]*\b(?:install|add)\b[^;&|]*\bpython3?\b/.test(text) ||
      /\b(?:pyenv install|uv python install|uv venv)\b/.test(text)
    );
  });
}

/** True when the comments above the first FROM say that the image is for development. */
export function headSaysDevelopment(tree: DockerfileTree): boolean {
  const start = tree.instructions.find(({ keyword }) => keyword === 'FROM')?.span.start ?? 0;
  const head = tree.comments.filter(({ span }) => span.end <= start).map(({ text }) => text);
  return saysDevelopment(head.join(' '));
}

/**
 * True when something shows that Python packages get into the image: an install, a base that has Python or is not known,
 * or a Python start command.
 */
export function bringsPackages(target: DockerStage, command: ContainerCommand): boolean {
  if (stagesBehind(target).some(({ installs, base }) => installs.length > 0 || base?.isKnown !== true || base.isPython))
    return true;
  if (command.scripts.length > 0 || command.hasUnreadScript || serverCommands(command.commands).length > 0) return true;
  return command.commands.some(({ words }) => words.some((word) => /python|manage\.py|celery/.test(word ?? '')));
}

/** Folders and files that show where Django code lies. */
export interface DjangoEvidence {
  readonly files: readonly FileId[];
}

const djangoFileNames = new Set(['manage.py', 'wsgi.py', 'asgi.py', 'settings.py', 'apps.py', 'urls.py', 'models.py']);

/** The files that speak of Django and are no tests or examples. */
export function findDjango(sources: Sources): DjangoEvidence {
  const files: FileId[] = [];
  for (const file of sources.files) {
    if (djangoFileNames.has(baseName(file)) && sources.text(file)?.includes('django') === true) files.push(file);
  }
  return { files };
}

/**
 * Why an image is no Django application: the context holds no Django code, the target brings no Python, or nothing of
 * the code gets into it. Undefined when it is one.
 */
export function reasonNotDjango(target: DockerStage, files: BuildFiles, django: DjangoEvidence): string | undefined {
  const inContext = django.files.filter((file) => isInFolder(file, files.folder));
  if (inContext.length === 0) return 'its build context holds no Django code';
  if (!isPythonStage(target)) return 'its last stage brings no Python';
  const layers = stagesBehind(target).flatMap((stage) => stage.layers);
  if (inContext.some((file) => layers.some((layer) => bringsFile(layer, file, files)))) return undefined;
  return isOpaque(layers) ? undefined : 'no Django code of the project is copied into it';
}

/** The stage, its chain, and the stages whose files they take. */
export function stagesBehind(target: DockerStage): readonly DockerStage[] {
  const found = new Set<DockerStage>([target]);
  for (const stage of found) {
    if (stage.parent !== undefined) found.add(stage.parent);
    for (const one of stage.copiesFrom) found.add(one);
  }
  return [...found];
}

/** True when a COPY hides its source behind a variable. */
function isOpaque(layers: readonly ImageLayer[]): boolean {
  return layers.some(
    ({ kind, instruction }) =>
      kind === 'unknown' &&
      (instruction.keyword === 'COPY' || instruction.keyword === 'ADD') &&
      !instruction.flags.some(({ name }) => name === 'from') &&
      instruction.words.some(({ text }) => text.includes('$')),
  );
}
