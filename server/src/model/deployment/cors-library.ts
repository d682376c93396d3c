import type { DependencyModel } from '../dependencies/dependency-model.ts';
import { entryOf, installs, runsMiddleware, servesNoBrowser, settled } from '../settings/questions.ts';
import type { SettingsLeaf } from '../settings/settings-model.ts';
import { isFromVersion } from './package-versions.ts';

const middleware = ['corsheaders.middleware.CorsMiddleware'];
/** A project's own class that may do the work or build on the library's. */
const alike = /^(?!django\.|corsheaders\.).*cors/i;

/** Whether django-cors-headers answers requests; undefined when that cannot be told. */
export function runsCors(leaf: SettingsLeaf): boolean | undefined {
  return runsMiddleware(leaf, middleware, alike);
}

/** True when the settings of django-cors-headers count: nothing shows that its middleware is missing, and something that it is used. */
export function usesCors(project: { readonly dependencies: DependencyModel }, leaf: SettingsLeaf): boolean {
  const runs = runsCors(leaf);
  if (runs !== undefined) return runs;
  return installs(leaf, 'corsheaders') ?? isCorsRequired(project, leaf);
}

/** True when the requirements name django-cors-headers. */
export function isCorsRequired(project: { readonly dependencies: DependencyModel }, leaf: SettingsLeaf): boolean {
  return project.dependencies.requirement('django-cors-headers', leaf.file) !== undefined;
}

/** Whether django-cors-headers is of the series `first` or later; undefined when the requirements do not tell. */
export function isCorsFrom(
  project: { readonly dependencies: DependencyModel },
  leaf: SettingsLeaf,
  first: string,
): boolean | undefined {
  return isFromVersion(project, leaf.file, 'django-cors-headers', first);
}

/** True for an API that knows its clients by a token of theirs alone, which no other site can send. */
export function takesTokensOnly(leaf: SettingsLeaf): boolean {
  if (servesNoBrowser(leaf)) return true;
  const classes = entryOf(settled(leaf, 'REST_FRAMEWORK')?.value, 'DEFAULT_AUTHENTICATION_CLASSES');
  if (classes?.kind !== 'sequence' || classes.elements.length === 0) return false;
  return classes.elements.every(
    ({ value }) =>
      value.kind === 'constant' && /Token|JWT/i.test(String(value.value)) && !/Cookie/i.test(String(value.value)),
  );
}
