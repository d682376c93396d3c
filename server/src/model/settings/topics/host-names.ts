const privateAddress =
  /^(0\.0\.0\.0|127\.|10\.|192\.168\.|169\.254\.|172\.(1[6-9]|2\d|3[01])\.|\[?(::1?|f[cd][0-9a-f]{2}:.*|fe80:.*)\]?$)/;
const privateSuffix = /\.(localhost|local|localdomain|test|internal|intranet|lan|home|corp|docker)$/;

/** True for a host that only this machine, or the network around it, can reach: `localhost`, `192.168.0.7`, `web`, `shop.local`. */
export function isLocalHost(host: string): boolean {
  const name = host.toLowerCase().replace(/^\*?\./, '');
  return privateAddress.test(name) || privateSuffix.test(name) || !/[.:]/.test(name);
}

/** True for an IPv4 or IPv6 address, with or without brackets. */
export function isAddress(host: string): boolean {
  return /^\d{1,3}(\.\d{1,3}){3}$/.test(host) || host.includes(':');
}

/** An origin or a host as a setting has it, in its parts; lower case. */
export interface OriginParts {
  /** `https` of `https://example.org`; undefined without one. */
  readonly scheme: string | undefined;
  /** With `*` or leading dot as written; without the port. */
  readonly host: string;
  readonly port: string | undefined;
}

/** Takes `https://*.example.org:8000/path` apart. */
export function originParts(origin: string): OriginParts {
  const scheme = origin.indexOf('://');
  const rest = (scheme < 0 ? origin : origin.slice(scheme + 3)).toLowerCase();
  const authority = rest.slice(rest.lastIndexOf('@', endOfAuthority(rest)) + 1, endOfAuthority(rest));
  const port = /:(\d+)$/.exec(authority);
  return {
    scheme: scheme < 0 ? undefined : origin.slice(0, scheme).toLowerCase(),
    host: port === null ? authority : authority.slice(0, port.index),
    port: port?.[1],
  };
}

function endOfAuthority(rest: string): number {
  const end = rest.search(/[/?#]/);
  return end < 0 ? rest.length : end;
}
