// What a proxy or platform in front of Django does in its place, by the files of the repository.
// A front that is not in the repository cannot be seen. Look next at https-evidence.ts (is there HTTPS at all) and doubt.ts.
import { baseName, type FileId } from '../../text/file-id.ts';
import type { Sources } from '../sources.ts';
import { someProxyText } from './proxy-texts.ts';

type WithSources = { readonly sources: Sources };

/**
 * Fronts that send HSTS by default: https://vercel.com/docs/headers/response-headers,
 * https://kubernetes.github.io/ingress-nginx/user-guide/nginx-configuration/configmap/#hsts.
 */
const sendsHsts = /(^|\/)((vercel|now)\.json|ingress[^/]*\.ya?ml)$/;

/**
 * Fronts that answer http with a redirect, or not at all, from the first day: Vercel, Render, Railway, Caddy, Platform.sh, Zappa's API
 * gateway, Cloud Run, Kamal, AWS Copilot, an ingress with TLS.
 */
const redirectsItself =
  /(^|\/)((vercel|now)\.json|render\.ya?ml|railway\.(json|toml)|Caddyfile[^/]*|zappa_settings\.\w+|\.platform\.app\.ya?ml|\.do\/[^/]+\.ya?ml|cloudbuild[^/]*\.ya?ml|config\/deploy(\.\w+)?\.yml|copilot\/[^/]+\/manifest\.yml|ingress[^/]*\.ya?ml)$/;

const redirects = [
  // nginx, Apache, HAProxy, uWSGI
  /\breturn\s+30[1278]\s+["']?https:/,
  /\b(rewrite|RewriteRule|Redirect\w*)\b[^\n]*\shttps:/i,
  /\bredirect\s+(scheme|prefix)\s+https|redirect-(permanent|302):\s*https|error_page\s+497\s/,
  // Traefik, ingress, fly.io, App Engine, DigitalOcean
  /redirect-?scheme|redirections|entry-?points\.\w+\.http\.redirect|ssl-?redirect|force_https\s*=\s*true|secure:\s*always/i,
  // images that redirect unless they are told not to
  /\b(nginx-proxy|https-portal|letsencrypt_host|linuxserver\/swag|image:\s*["']?caddy|caddy-docker-proxy)\b/i,
];

/** Infrastructure that may hold a load balancer and is not read. */
const unseenFront = /\.tf$|(^|\/)(k8s|kubernetes|helm|charts?|kustomize|terraform|ansible|cloudformation)\//i;

/** True when a proxy's configuration in the repository, or the platform that it is made for, sends the HSTS header, so that Django need not. */
export function proxySendsHsts({ sources }: WithSources): boolean {
  return (
    lists(sources, sendsHsts) ||
    someProxyText(sources, (text) => /strict[-_]transport[-_]security|stsSeconds/i.test(text))
  );
}

/** True when a proxy's configuration in the repository names a response header, as `X-Frame-Options`. */
export function proxyNamesHeader({ sources }: WithSources, header: string): boolean {
  const name = header.toLowerCase();
  return someProxyText(sources, (text, file) => isProxy(file) && text.toLowerCase().includes(name));
}

/** nginx's `proxy_cookie_flags` and `proxy_cookie_path`, Apache's `Header edit Set-Cookie`, HAProxy's `replace-header Set-Cookie`. */
const cookieLine = /^[^#\n]*\b(?:proxy_cookie_(?:flags|path)|set-cookie)\b([^\n]*)/gim;

/** True when a proxy of the repository marks the cookies that pass it as `Secure`, so that Django need not. */
export function proxySecuresCookies({ sources }: WithSources): boolean {
  return someProxyText(sources, (text, file) => {
    if (!isProxy(file) || !/proxy_cookie_|set-cookie/i.test(text)) return false;
    return [...text.matchAll(cookieLine)].some(([, rest = '']) => /(^|[^\w])secure\b/i.test(rest));
  });
}

/** True when a proxy or platform of the repository sends whoever asks over http to https, so that Django need not. */
export function proxyRedirects({ sources }: WithSources): boolean {
  return lists(sources, redirectsItself) || someProxyText(sources, (text) => redirects.some((one) => one.test(text)));
}

/** True when the repository describes infrastructure that may hold a front of which nothing is known. */
export function mayHaveUnseenFront({ sources }: WithSources): boolean {
  return lists(sources, unseenFront);
}

/** True when the front sets a header of the kind `X-Forwarded-Host` itself, so that what a client sends is lost: Caddy and Traefik always do. */
export function proxySetsForwarded({ sources }: WithSources, header: string): boolean {
  const name = header.toLowerCase();
  return (
    lists(sources, /(^|\/)(Caddyfile|traefik[^/]*\.(ya?ml|toml))$/) ||
    someProxyText(sources, (text) => /image:\s*["']?(traefik|caddy)\b/i.test(text) || text.toLowerCase().includes(name))
  );
}

function lists(sources: Sources, pattern: RegExp): boolean {
  for (const file of sources.listing) if (pattern.test(file)) return true;
  return false;
}

function isProxy(file: FileId): boolean {
  return !/\.(txt|md|rst|lock)$/i.test(baseName(file));
}
