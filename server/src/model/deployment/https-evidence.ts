import { baseName } from '../../text/file-id.ts';
import { effective, isSet } from '../settings/questions.ts';
import type { SettingsLeaf } from '../settings/settings-model.ts';
import type { Value } from '../settings/values.ts';
import type { Sources } from '../sources.ts';

/** Settings that make sense only where the site is asked for over HTTPS. */
const httpsSettings = [
  ...['SECURE_SSL_REDIRECT', 'SECURE_PROXY_SSL_HEADER', 'SECURE_SSL_HOST', 'SECURE_REDIRECT_EXEMPT'],
  ...['SESSION_COOKIE_SECURE', 'CSRF_COOKIE_SECURE', 'LANGUAGE_COOKIE_SECURE'],
];
/** Settings with addresses of the site itself or of its own front end. */
const ownAddress =
  /_(ORIGINS?|WHITELIST)$|^([A-Z]+_)?(SITE|BASE|ROOT|PUBLIC|APP|SERVER|BACKEND|FRONTEND|WEBSITE|DOMAIN)_(URL|DOMAIN)$/;
/** Names that only a private network resolves, or that stand for one to be put there. */
const privateName =
  /(^|\.)(localhost|localdomain|local|lan|internal|intranet|home|test|example|invalid|example\.(com|org|net))$/i;
/** Platforms that answer over HTTPS from the first day. */
const platformFile =
  /^(Procfile|app\.json|heroku\.yml|fly\.toml|render\.ya?ml|railway\.(json|toml)|nixpacks\.toml|app\.ya?ml|zappa_settings\.(json|ya?ml)|\.platform\.app\.yaml)$/;
/** What is for developers, tests or readers shows nothing of how the site is served. */
const notServed =
  /(^|[/._-])(tests?|testing|ci|dev|develop|development|local|docs?|examples?|samples?|devcontainer)([/._-]|$)/i;
const tlsEnds =
  /\blisten\s+\S*\b443\b|\bssl_certificate\b|SSLEngine|certbot|letsencrypt|lets-encrypt|certresolver|acme|["' -]443:\d/i;

/** True when settings, a platform or a proxy of the repository show that the site is asked for over HTTPS. */
export function isServedOverHttps(sources: Sources, leaf: SettingsLeaf): boolean {
  return settingsShowHttps(leaf) || platformShowsHttps(sources) || proxyEndsTls(sources);
}

function settingsShowHttps(leaf: SettingsLeaf): boolean {
  if (httpsSettings.some((name) => isSet(leaf, name))) return true;
  const hosts = textsIn(effective(leaf, 'ALLOWED_HOSTS')?.value);
  if (hosts.some((host) => /^\*?\.?[\w-]+(\.[\w-]+)*\.[a-z]{2,}$/i.test(host) && !privateName.test(host))) return true;
  return leaf.names.some(
    (name) =>
      ownAddress.test(name) && textsIn(effective(leaf, name)?.value).some((text) => text.startsWith('https://')),
  );
}

function textsIn(value: Value | undefined): readonly string[] {
  switch (value?.kind) {
    case 'constant':
      return typeof value.value === 'string' ? [value.value] : [];
    case 'environment':
      return textsIn(value.fallback).flatMap((text) => text.split(/[,\s]+/));
    case 'sequence':
      return value.elements.flatMap((element) => textsIn(element.value));
    case 'union':
      return value.variants.flatMap((variant) => textsIn(variant.value));
    default:
      return [];
  }
}

function platformShowsHttps(sources: Sources): boolean {
  for (const file of sources.listing)
    if (platformFile.test(baseName(file)) || /(^|\/)\.(ebextensions|platform)\//.test(file)) return true;
  return false;
}

function proxyEndsTls(sources: Sources): boolean {
  for (const file of sources.files) {
    if (file.endsWith('.py') || notServed.test(file)) continue;
    const text = sources.text(file);
    if (text !== undefined && tlsEnds.test(text.replace(/^\s*#.*$/gm, ''))) return true;
  }
  return false;
}
