import { baseName, type FileId } from '../../../text/file-id.ts';
import type { PythonFacts } from '../../python/facts.ts';
import type { Sources } from '../../sources.ts';

/** What kind of file names a settings module. `deployment` is what runs in production: wsgi, asgi, images, process files. */
export type PointerKind = 'manage' | 'server' | 'deployment' | 'development' | 'test' | 'other';

/** A file that names a settings module, as `wsgi.py` or a Dockerfile's `ENV`. */
export interface SettingsPointer {
  readonly file: FileId;
  readonly module: string;
  readonly kind: PointerKind;
}

/** A place that names the class which django-configurations sets up. */
export interface ClassPointer {
  readonly file: FileId;
  readonly name: string;
  readonly kind: PointerKind;
}

/** What names something: words in front of the name, and the variable of the environment. */
interface Naming {
  readonly variable: string;
  readonly option: string;
  readonly pattern: RegExp;
  readonly nameLine: RegExp;
}

const ofModule = naming('DJANGO_SETTINGS_MODULE', '--settings', '--ds');
const ofClass = naming('DJANGO_CONFIGURATION', '--configuration', '--dc');

/** The variable or an option in front of a name, whatever the syntax: `=`, `:`, a blank, quotes, `${…:-name}`. */
function naming(variable: string, option: string, short: string): Naming {
  const between = '["\']?[ \\t]{0,8}[=:, ]{0,2}[ \\t]{0,8}["\']?(?:\\$\\{[A-Za-z_]{1,64}:?-)?';
  return {
    variable,
    option,
    pattern: new RegExp(`(?:${variable}|${option}|${short})${between}([A-Za-z_][\\w.]{0,200})`, 'g'),
    nameLine: new RegExp(`^\\s*-?\\s*(name|key): *["']?${variable}["']?\\s*$`),
  };
}
/** Longer lines are no configuration that somebody wrote. */
const longestLine = 2_000;
const valueLine = /^\s*value: *["']?([A-Za-z_][\w.]{0,200})["']?\s*$/;
/** A further line of an item of a list: no dash before its key. */
const itemLine = /^\s+[\w-]+:/;
const textFile =
  /(^|\/)(Dockerfile|Containerfile|Procfile|Makefile|Justfile|app)[^/]*$|(^|\/)\.ebextensions\/[^/]+\.config$|\.(dockerfile|ya?ml|toml|ini|cfg|env|sh|conf|service|json)$|(^|\/)\.env[^/]*$/i;
const imageName = /^(Dockerfile|Containerfile)|\.dockerfile$/i;
const developmentName = /(^|[^a-z])(dev|devel|develop|development|local|debug|override|devcontainer)([^a-z]|$)/i;
const testName = /(^|[^a-z])(test|tests|testing|ci|pytest|tox)([^a-z]|$)/i;

/** Every place that names a settings module, Python and not. */
export function settingsPointers(
  sources: Sources,
  facts: ReadonlyMap<FileId, PythonFacts>,
): readonly SettingsPointer[] {
  const found: SettingsPointer[] = [];
  for (const [file, { settingsModules }] of facts)
    for (const { module } of settingsModules) found.push({ file, module, kind: pythonKind(file) });
  for (const { name: module, file, kind } of namedInTexts(sources, ofModule)) found.push({ file, module, kind });
  return found;
}

/** Every place that names a configuration class, Python and not. */
export function classPointers(sources: Sources, facts: ReadonlyMap<FileId, PythonFacts>): readonly ClassPointer[] {
  const found: ClassPointer[] = [];
  for (const [file, { settingsClasses }] of facts)
    for (const { name } of settingsClasses) found.push({ file, name, kind: pythonKind(file) });
  return [...found, ...namedInTexts(sources, ofClass)];
}

function namedInTexts(sources: Sources, what: Naming): readonly ClassPointer[] {
  const found: ClassPointer[] = [];
  for (const file of sources.files) {
    if (file.endsWith('.py') || !textFile.test(file)) continue;
    const text = sources.text(file);
    if (text?.includes(what.variable) !== true && text?.includes(what.option) !== true) continue;
    const isImage = imageName.test(baseName(file));
    for (const name of namedIn(text, isImage, what)) found.push({ file, name, kind: textKind(file, text) });
  }
  return found;
}

function namedIn(text: string, isImage: boolean, { pattern, nameLine }: Naming): readonly string[] {
  const names: string[] = [];
  // A Dockerfile's `RUN DJANGO_SETTINGS_MODULE=… manage.py …` holds for that command alone.
  let counts = true;
  let continues = false;
  let isNamed = false;
  for (const line of text.split('\n')) {
    if (line.length > longestLine) continue;
    // Kubernetes and its likes: `- name: DJANGO_SETTINGS_MODULE`, and the value on a later line of the same item.
    const value: string | undefined = isNamed ? valueLine.exec(line)?.[1] : undefined;
    if (value !== undefined) names.push(value);
    isNamed = nameLine.test(line) || (isNamed && value === undefined && itemLine.test(line));
    if (isImage && !continues) counts = /^\s*(ENV|ARG|CMD|ENTRYPOINT)\b/i.test(line);
    continues = /\\\s*$/.test(line);
    if (!counts || /^\s*#/.test(line)) continue;
    for (const match of line.matchAll(pattern)) {
      // A name that ends with a dot goes on with a variable.
      const name = match[1];
      if (name !== undefined && !name.endsWith('.')) names.push(name);
    }
  }
  return names;
}

function pythonKind(file: FileId): PointerKind {
  const name = baseName(file);
  if (name === 'manage.py') return 'manage';
  if (/^(wsgi|asgi)\w*\.py$/.test(name)) return 'server';
  if (/^gunicorn[\w.]*\.py$/.test(name)) return 'deployment';
  return /^(conftest|test_\w+|runtests|tests)\.py$/.test(name) ? 'test' : 'other';
}

function textKind(file: FileId, text: string): PointerKind {
  const name = baseName(file);
  if (
    /^(pytest\.ini|tox\.ini|setup\.cfg|pyproject\.toml|noxfile)/.test(name) ||
    /(^|\/)\.(github|circleci|gitlab-ci)/.test(file)
  )
    return 'test';
  if (testName.test(file)) return 'test';
  if (developmentName.test(file)) return 'development';
  if (imageName.test(name) || name.startsWith('Procfile')) return 'deployment';
  if (
    /^(app|render|heroku)\.ya?ml$|\.service$|(^|\/)\.do\/|(^|\/)\.ebextensions\/|(^|\/)(k8s|kubernetes|helm|deploy|deployment)s?\//i.test(
      file,
    )
  )
    return 'deployment';
  if (/prod|staging|deploy/i.test(name) || /^\[(uwsgi\]|program:)/m.test(text)) return 'deployment';
  return 'other';
}
