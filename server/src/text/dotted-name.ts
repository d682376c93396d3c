/** The last part of a dotted name: `CsrfViewMiddleware` of `django.middleware.csrf.CsrfViewMiddleware`; the whole of one without a dot. */
export function lastPart(name: string): string {
  return name.slice(name.lastIndexOf('.') + 1);
}
