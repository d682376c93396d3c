/** Settings that people keep together, widest last: a new one goes behind its nearest kin. */
const circles: readonly RegExp[] = [
  /^SECURE_HSTS_/,
  /^SECURE_CSP/,
  /^SECURE_/,
  /^SESSION_/,
  /^CSRF_/,
  /^(SECURE|SESSION_COOKIE|CSRF_COOKIE)_|^X_FRAME_OPTIONS$|^USE_X_FORWARDED_/,
  /^(SECURE|SESSION|CSRF)_|^X_FRAME_OPTIONS$/,
  /^CORS_/,
  /^(CORS|CSRF|CSP)_/,
  /^(DEBUG|ALLOWED_HOSTS|SECRET_KEY(_FALLBACKS)?)$/,
  /^(CACHES|CACHE_\w+)$/,
  /^EMAIL_|^(DEFAULT_FROM_EMAIL|SERVER_EMAIL|ADMINS|MANAGERS)$/,
  /^(STATIC|MEDIA)(FILES)?_|^STORAGES$/,
];

/** Patterns of the names beside which a setting belongs, nearest kin first; none for a setting that stands alone. */
export function kinOf(name: string): readonly RegExp[] {
  return circles.filter((circle) => circle.test(name));
}
