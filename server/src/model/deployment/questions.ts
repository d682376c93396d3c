// What rules may ask that takes more than one area: settings with proxies, models with requirements.
// Must not report, word or fix anything. Look next at project.ts, which holds the areas.
import type { FileId } from '../../text/file-id.ts';
import type { DependencyModel } from '../dependencies/dependency-model.ts';
import { effective } from '../settings/questions.ts';
import type { SettingsModel } from '../settings/settings-model.ts';
import type { Sources } from '../sources.ts';
import { someProxyText } from './proxy-texts.ts';

export { isCorsFrom, isCorsRequired, runsCors, takesTokensOnly, usesCors } from './cors-library.ts';
export { browserDoubt, httpsDoubt } from './doubt.ts';
export {
  mayHaveUnseenFront,
  proxyNamesHeader,
  proxyRedirects,
  proxySendsHsts,
  proxySetsForwarded,
} from './front.ts';
export { platformEndsTls, showsHttps } from './https-evidence.ts';
export { insecureCookie } from './insecure-cookies.ts';
export { isNamedElsewhere, isReadSomewhere } from './name-uses.ts';
export { untrustedTlsFront } from './redirect-loop.ts';
export {
  isCspFour,
  isCspRequired,
  mayBeSentElsewhere,
  runsCspLibrary,
  runsOwnCsp,
  sentPolicies,
} from './sent-policies.ts';

/** The parts of a project that these questions join. */
export interface DeploymentParts {
  readonly sources: Sources;
  readonly dependencies: DependencyModel;
  readonly settings: SettingsModel;
}

const mysqlDrivers = ['mysqlclient', 'pymysql', 'mysql-connector-python', 'django-mysql'];

/** True when a proxy or platform whose configuration is in the repository sends static files itself, so that they never reach Django. */
export function proxyServesStatic({ sources }: Pick<DeploymentParts, 'sources'>): boolean {
  return someProxyText(sources, (text) => /\bAlias\s+"?\/static|\bstatic_dir:/.test(text) || hasStaticLocation(text));
}

/** True for a text with nginx's `location /static/ { alias …; }`. By pieces and not by one pattern, whose time would grow with the square of the text. */
function hasStaticLocation(text: string): boolean {
  const pieces = text.split(/(?=[{}])/);
  return pieces.some((head, index) => {
    const location = head.indexOf('location');
    if (location < 0 || !head.includes('static', location + 'location'.length)) return false;
    const block = pieces[index + 1];
    return block?.startsWith('{') === true && /\b(alias|root)\b/.test(block);
  });
}

/** True when code at `file` may run on MySQL or MariaDB: a driver is required, or a settings module names the engine. */
export function mayUseMysql({ dependencies, settings }: Omit<DeploymentParts, 'sources'>, file: FileId): boolean {
  if (mysqlDrivers.some((name) => dependencies.requirement(name, file) !== undefined)) return true;
  return settings.leaves.some((leaf) => {
    const databases = effective(leaf, 'DATABASES')?.value;
    if (databases?.kind !== 'dict') return false;
    return databases.entries.some(({ value }) => {
      const engine = value.kind === 'dict' ? value.entries.find(({ key }) => key === 'ENGINE')?.value : undefined;
      return engine?.kind === 'constant' && String(engine.value).includes('mysql');
    });
  });
}
