import type { FileId } from '../../text/file-id.ts';
import type { DependencyModel } from '../dependencies/dependency-model.ts';
import type { PythonFacts } from '../python/facts.ts';
import { type CspPolicy, installs, runsMiddleware, seriesFrom, writtenPolicies } from '../settings/questions.ts';
import type { SettingsLeaf } from '../settings/settings-model.ts';
import type { Sources } from '../sources.ts';
import { isFromVersion } from './package-versions.ts';
import { someProxyText } from './proxy-texts.ts';

const ownMiddleware = 'django.middleware.csp.ContentSecurityPolicyMiddleware';
/** The second one is of django-csp and builds on the first, whose source is not here. */
const libraryMiddleware = ['csp.middleware.CSPMiddleware', 'csp.contrib.rate_limiting.RateLimitedCSPMiddleware'];
/** A class that may send a policy of its own making, or build on one that does. */
const alike = /^(?!django\.|csp\.).*(csp|contentsecurity|content_security|securityheaders|security_headers)/i;

/** Whether Django's own CSP middleware runs; undefined when that cannot be told. */
export function runsOwnCsp(leaf: SettingsLeaf): boolean | undefined {
  return runsMiddleware(leaf, [ownMiddleware], alike);
}

/** Whether that of django-csp runs; undefined when that cannot be told. */
export function runsCspLibrary(leaf: SettingsLeaf): boolean | undefined {
  return runsMiddleware(leaf, libraryMiddleware, alike);
}

/** Whether django-csp is version 4 or later; undefined when the requirements do not tell. */
export function isCspFour(
  project: { readonly dependencies: DependencyModel },
  leaf: SettingsLeaf,
): boolean | undefined {
  return isFromVersion(project, leaf.file, 'django-csp', '4.0');
}

/** True when the requirements name django-csp. */
export function isCspRequired(project: { readonly dependencies: DependencyModel }, leaf: SettingsLeaf): boolean {
  return project.dependencies.requirement('django-csp', leaf.file) !== undefined;
}

/** The policies that go out as far as can be seen: those that no middleware sends or the installed version does not read are left out. */
export function sentPolicies(
  project: { readonly dependencies: DependencyModel },
  leaf: SettingsLeaf,
): readonly CspPolicy[] {
  return writtenPolicies(leaf).filter(({ library }) => {
    if (library === 'django') {
      const isTooOld = leaf.django !== undefined && !seriesFrom(leaf.django, '6.0').some;
      return !isTooOld && runsOwnCsp(leaf) !== false;
    }
    const runs = runsCspLibrary(leaf) ?? installs(leaf, 'csp') ?? isCspRequired(project, leaf);
    return runs && isCspFour(project, leaf) !== (library === 'django-csp 3');
  });
}

/** True when something other than MIDDLEWARE may send a policy: a proxy whose configuration is here, or views with a decorator for it. */
export function mayBeSentElsewhere({
  sources,
  python,
}: {
  readonly sources: Sources;
  readonly python: ReadonlyMap<FileId, PythonFacts>;
}): boolean {
  if (someProxyText(sources, (text) => /content[-_]?security[-_]?policy/i.test(text))) return true;
  const decorators = /^(csp\.decorators|django\.views\.decorators\.csp)$/;
  return [...python.values()].some(({ imports }) =>
    imports.some(({ module, name }) => decorators.test(module) || (name === 'csp' && module.endsWith('decorators'))),
  );
}
