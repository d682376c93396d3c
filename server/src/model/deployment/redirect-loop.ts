// Whether Django would take every request for plain http although a front answers over https, so that its redirect never ends.
// Says yes only when front and server are both in the repository. Look next at front.ts and https-evidence.ts.
import { baseName, type FileId } from '../../text/file-id.ts';
import type { Sources } from '../sources.ts';
import { endsTls } from './https-evidence.ts';

/** A proxy that hands requests on in plain HTTP. One on this machine comes from an address that the servers trust. */
const passesOn = /\b(proxy_pass|ProxyPass|reverse_proxy)\b/;
const onThisMachine = /\b127\.0\.0\.1:\d|\blocalhost:\d|\[::1\]:\d/;

/** A server that listens for other machines. */
const listens =
  /\b(gunicorn|uvicorn|daphne|hypercorn)\b[\s\S]{0,300}?(0\.0\.0\.0|\[::\]|["' ]:\d{4}\b)|^bind\s*=\s*\S*(0\.0\.0\.0|\[::\])/m;

/**
 * What makes a server take the front's word, or speak with it in another way: gunicorn and uvicorn then set the scheme from
 * X-Forwarded-Proto themselves (https://docs.gunicorn.org/en/stable/settings.html#forwarded-allow-ips), Heroku and Render tell them to,
 * and nginx's uwsgi_params hand the scheme over.
 */
const trusts =
  /forwarded[-_]allow[-_]ips|proxy[-_]headers|trusted[-_](proxy|hosts)|secure_scheme_headers|cert-?file|\bunix:|uwsgi|network_mode:\s*["']?host/i;
const trustingPlatform = /^(Procfile|app\.json|heroku\.yml|render\.ya?ml|app\.ya?ml|zappa_settings\.\w+)$/;

/**
 * The file of a front that ends TLS and speaks plain HTTP with Django's server, which does not believe its X-Forwarded-Proto. Undefined
 * without evidence of the front, of the server, or where anything says that they trust each other.
 */
export function untrustedTlsFront({ sources }: { readonly sources: Sources }): FileId | undefined {
  let front: FileId | undefined;
  let isServed = false;
  for (const file of sources.listing) {
    const name = baseName(file);
    if (trustingPlatform.test(name)) return undefined;
    if (name === 'fly.toml') front ??= file;
  }
  for (const file of sources.files) {
    if (file.endsWith('.py') && !/gunicorn|uvicorn/i.test(file)) continue;
    const text = sources.text(file) ?? '';
    if (trusts.test(text)) return undefined;
    if (listens.test(text)) isServed = true;
    if (front === undefined && passesOn.test(text) && !onThisMachine.test(text) && endsTls(text, file)) front = file;
  }
  return isServed ? front : undefined;
}
