import { baseName, type FileId } from '../../text/file-id.ts';
import { isSet } from '../settings/questions.ts';
import type { SettingsLeaf } from '../settings/settings-model.ts';
import type { Sources } from '../sources.ts';
import { someProxyText } from './proxy-texts.ts';

/**
 * Settings by which Django itself deals with HTTPS. Secure cookies and `https://` origins do not count: with them alone it does not even
 * know that a request came over HTTPS, so the header is left to what ends TLS.
 */
const httpsSettings = ['SECURE_SSL_REDIRECT', 'SECURE_PROXY_SSL_HEADER', 'SECURE_SSL_HOST', 'SECURE_REDIRECT_EXEMPT'];
/** Platforms that answer over HTTPS from the first day. */
const platformFile =
  /^(Procfile|app\.json|heroku\.yml|fly\.toml|render\.ya?ml|railway\.(json|toml)|nixpacks\.toml|zappa_settings\.(json|ya?ml)|\.platform\.app\.yaml)$/;
/** What is for developers, tests or readers shows nothing of how the site is served. */
const notServed =
  /(^|[/._-])(tests?|testing|ci|dev|develop|development|local|docs?|examples?|samples?|devcontainer)([/._-]|$)/i;
const tlsEnds =
  /\blisten\s+\S*\b443\b|\bssl_certificate\b|SSLEngine|certbot|letsencrypt|lets-encrypt|certresolver|acme/i;
/** A port that compose opens; there is TLS behind it only where something has a certificate. */
const opensTlsPort = /["' -]443:\d/;
const listensPlainly = /\blisten\s+\S*\b80\b/;

/** True when settings, a platform or a proxy of the repository show that the site is asked for over HTTPS. */
export function showsHttps({ sources }: { readonly sources: Sources }, leaf: SettingsLeaf): boolean {
  return httpsSettings.some((name) => isSet(leaf, name)) || platformEndsTls({ sources }) || proxyEndsTls(sources);
}

/** True when the repository is made for a platform that answers over HTTPS and speaks plain HTTP with Django. */
export function platformEndsTls({ sources }: { readonly sources: Sources }): boolean {
  for (const file of sources.listing)
    if (
      isAppEngine(sources, file) ||
      platformFile.test(baseName(file)) ||
      /(^|\/)\.(ebextensions|platform)\//.test(file)
    )
      return true;
  return false;
}

/** App Engine's file names a runtime; others of that name are compose files and the like. */
function isAppEngine(sources: Sources, file: FileId): boolean {
  return /(^|\/)app\.ya?ml$/.test(file) && /^(runtime|env):/m.test(sources.text(file) ?? '');
}

function proxyEndsTls(sources: Sources): boolean {
  if (someProxyText(sources, (text, file) => shows(tlsEnds, text, file))) return true;
  const opens = someProxyText(sources, (text, file) => shows(opensTlsPort, text, file));
  return opens && !someProxyText(sources, (text, file) => shows(listensPlainly, text, file));
}

/** True for a text that shows a proxy of the running site which answers over HTTPS, or a port that is opened for one. */
export function endsTls(text: string, file: FileId): boolean {
  return shows(tlsEnds, text, file) || shows(opensTlsPort, text, file);
}

/** What stands in a comment, or is not for the running site, shows nothing. */
function shows(sign: RegExp, text: string, file: FileId): boolean {
  return !notServed.test(file) && sign.test(text.replace(/^[^\S\r\n]*#.*$/gm, ''));
}
