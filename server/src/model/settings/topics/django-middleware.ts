/** The middleware classes of Django, with the series that brought those that 3.2 lacks: read from the sources of Django 3.2 to 6.1. */
const classes: ReadonlyMap<string, string | undefined> = new Map([
  ['django.contrib.admindocs.middleware.XViewMiddleware', undefined],
  ['django.contrib.auth.middleware.AuthenticationMiddleware', undefined],
  ['django.contrib.auth.middleware.LoginRequiredMiddleware', '5.1'],
  ['django.contrib.auth.middleware.PersistentRemoteUserMiddleware', undefined],
  ['django.contrib.auth.middleware.RemoteUserMiddleware', undefined],
  ['django.contrib.flatpages.middleware.FlatpageFallbackMiddleware', undefined],
  ['django.contrib.messages.middleware.MessageMiddleware', undefined],
  ['django.contrib.redirects.middleware.RedirectFallbackMiddleware', undefined],
  ['django.contrib.sessions.middleware.SessionMiddleware', undefined],
  ['django.contrib.sites.middleware.CurrentSiteMiddleware', undefined],
  ['django.middleware.cache.CacheMiddleware', undefined],
  ['django.middleware.cache.FetchFromCacheMiddleware', undefined],
  ['django.middleware.cache.UpdateCacheMiddleware', undefined],
  ['django.middleware.clickjacking.XFrameOptionsMiddleware', undefined],
  ['django.middleware.common.BrokenLinkEmailsMiddleware', undefined],
  ['django.middleware.common.CommonMiddleware', undefined],
  ['django.middleware.csp.ContentSecurityPolicyMiddleware', '6.0'],
  ['django.middleware.csrf.CsrfViewMiddleware', undefined],
  ['django.middleware.gzip.GZipMiddleware', undefined],
  ['django.middleware.http.ConditionalGetMiddleware', undefined],
  ['django.middleware.locale.LocaleMiddleware', undefined],
  ['django.middleware.security.SecurityMiddleware', undefined],
]);

/** The series that brought a class of Django; `undefined` inside for one that was always there, null for a path that no series since 3.2 has. */
export function bringsMiddleware(path: string): { readonly since: string | undefined } | null {
  return classes.has(path) ? { since: classes.get(path) } : null;
}

/** The path of Django's class of that name; undefined when there is none. */
export function djangoPathOf(className: string): string | undefined {
  return [...classes.keys()].find((path) => path.endsWith(`.${className}`));
}
