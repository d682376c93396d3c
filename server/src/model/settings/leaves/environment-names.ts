import { baseName, type FileId, folderOf } from '../../../text/file-id.ts';
import type { Environment } from '../environment.ts';

const tokens: { readonly [token: string]: Environment } = {
  ...entries('production', 'prod production live staging stage deploy deployment heroku'),
  ...entries('development', 'local localhost debug devcontainer vagrant compose sandbox codespaces'),
  ...entries('test', 'test tests testing ci pytest unittest unittests e2e travis testsettings'),
};

function entries(environment: Environment, words: string): { readonly [token: string]: Environment } {
  return Object.fromEntries(words.split(' ').map((word) => [word, environment]));
}

/** What the name of a module says: `config.settings.production`, `settings_dev`, `docker_compose`. */
export function environmentOfName(file: FileId): Environment | undefined {
  const stem = baseName(file) === '__init__.py' ? folderOf(file) : file.replace(/\.py$/, '');
  const parts = stem.split('/').slice(-2);
  const name = parts.at(-1) ?? '';
  const own = fromTokens(name);
  if (own !== undefined) return own;
  if (/(^|\/)(tests?|testing|test_?project|test_?app)\//.test(file)) return 'test';
  // `environments/production/settings.py`, `development/config.py`: then the folder speaks, if that is all of its name.
  const folder = parts.length > 1 ? (parts[0] ?? '') : '';
  return environmentOfWord(folder);
}

/** What the name of a settings class says: `Production`, `DevSettings`, `CI`. */
export function environmentOfClass(name: string): Environment | undefined {
  return fromTokens(name.replace(/([a-z0-9])([A-Z])/g, '$1_$2').replace(/continuous_?integration/i, 'ci'));
}

function fromTokens(name: string): Environment | undefined {
  const words = name.toLowerCase().split(/[^a-z0-9]+|_/);
  for (const wanted of ['test', 'development', 'production'] as const)
    if (words.some((word) => environmentOfWord(word) === wanted)) return wanted;
  return undefined;
}

/** Whatever begins with `dev` is for developers, `devstack` as `devbox`, but for devices and operations. */
function environmentOfWord(word: string): Environment | undefined {
  if (Object.hasOwn(tokens, word)) return tokens[word];
  return /^dev(?!i|ops)/.test(word) ? 'development' : undefined;
}

/** `devproject/settings.py`, `sandbox/settings.py`: the whole project, its `wsgi.py` too, is there to work on a library. */
export function isDevelopersProject(file: FileId): boolean {
  const inPackage = baseName(folderOf(file)) === 'settings' ? folderOf(file) : file;
  const folder = baseName(folderOf(inPackage));
  return environmentOfWord(folder) === 'development';
}

/** `docker_compose.py`, `devcontainer.py`: named for a machine of developers, where the server too falls back on it. */
export function namesDevelopersMachine(file: FileId): boolean {
  return /(^|[^a-z])(compose|devcontainer|vagrant|codespaces)([^a-z]|$)/.test(baseName(file));
}

/** True for what no deployment uses: modules of developers and of tests. */
export function isForDevelopers(environment: Environment | undefined): boolean {
  return environment === 'development' || environment === 'test';
}
