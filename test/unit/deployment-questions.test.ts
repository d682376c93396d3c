import assert from 'node:assert/strict';
import { test } from 'node:test';
import { proxySendsHsts, proxyServesStatic, showsHttps } from '../../server/src/model/deployment/questions.ts';
import { Sources } from '../../server/src/model/sources.ts';
import type { FileId } from '../../server/src/text/file-id.ts';
import { loadParsers } from '../support/load-parsers.ts';
import { buildSettingsOf } from './settings-project.ts';

await loadParsers();

function sourcesOf(files: Readonly<Record<string, string>>): { readonly sources: Sources } {
  return { sources: new Sources(new Map(Object.entries(files) as [FileId, string][]), []) };
}

/** Whether a project with these settings, and these files beside them, shows that it is served over HTTPS. */
function isHttps(settings: string, files: Readonly<Record<string, string>> = {}): boolean {
  const all = { 'settings.py': `INSTALLED_APPS = []\nMIDDLEWARE = []\n${settings}\n`, ...files };
  const [leaf] = buildSettingsOf(all).leaves;
  assert.ok(leaf);
  return showsHttps(sourcesOf(all), leaf);
}

test('settings show HTTPS by what Django itself does about it', () => {
  for (const settings of [
    'SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")',
    'SECURE_SSL_REDIRECT = True',
    'import os\nSECURE_SSL_REDIRECT = os.environ.get("SSL") == "1"',
  ])
    assert.equal(isHttps(settings), true, settings);
});

test("settings of a site whose TLS is none of Django's business show nothing", () => {
  for (const settings of [
    'SESSION_COOKIE_SECURE = True',
    'SECURE_SSL_REDIRECT = False',
    'SECURE_PROXY_SSL_HEADER = None',
    'ALLOWED_HOSTS = ["www.shop-of-books.org"]',
    'CSRF_TRUSTED_ORIGINS = ["https://shop"]',
  ])
    assert.equal(isHttps(settings), false, settings);
});

test('platforms and proxies show HTTPS', () => {
  assert.equal(isHttps('', { Procfile: 'web: gunicorn x\n' }), true);
  assert.equal(isHttps('', { 'nginx.conf': 'server {\n  listen 443 ssl;\n}\n' }), true);
  assert.equal(isHttps('', { 'nginx.conf': 'server {\n  listen 80;\n  proxy_pass http://web:8443;\n}\n' }), false);
  assert.equal(isHttps('', { 'docker-compose.yml': 'services:\n  nginx:\n    ports:\n      - "443:443"\n' }), true);
  assert.equal(isHttps('', { 'docker-compose.yml': 'services:\n  web:\n    ports:\n#      - "443:443"\n' }), false);
  assert.equal(isHttps('', { 'docs/nginx.conf': 'server {\n  listen 443 ssl;\n}\n' }), false);
  assert.equal(isHttps('', { 'docker-compose.yml': 'services:\n  web:\n    ports:\n      - "80:8000"\n' }), false);
});

test('what sends the header in place of Django', () => {
  const sends = (file: string, text: string): boolean => proxySendsHsts(sourcesOf({ [file]: text }));
  assert.equal(sends('nginx.conf', 'add_header Strict-Transport-Security "max-age=63072000";'), true);
  assert.equal(sends('.platform/routes.yaml', 'tls:\n  strict_transport_security:\n    enabled: true\n'), true);
  assert.equal(sends('vercel.json', '{}'), true);
  assert.equal(sends('helm/web/templates/ingress.yaml', 'kind: Ingress\n'), true);
  assert.equal(sends('settings.py', '# Strict-Transport-Security'), false);
  assert.equal(sends('package.json', '{}'), false);
});

test('what sends static files in place of Django', () => {
  const serves = (file: string, text: string): boolean => proxyServesStatic(sourcesOf({ [file]: text }));
  const server = (location: string): string => `server {\n  listen 80;\n  ${location}\n}\n`;
  assert.equal(serves('nginx.conf', server('location /static/ {\n    alias /srv/static/;\n  }')), true);
  assert.equal(serves('nginx.conf', server('location ~ ^/(media|static)/ { root /srv; }')), true);
  assert.equal(serves('nginx.conf', server('location /static/ { proxy_pass http://web; }')), false);
  assert.equal(serves('nginx.conf', server('location / { alias /srv/static/; }')), false);
  assert.equal(serves('nginx.conf', server('location /static/ { } location / { root /srv; }')), false);
  assert.equal(serves('apache.conf', 'Alias "/static" "/srv/static"\n'), true);
  assert.equal(serves('settings.py', 'Alias /static'), false);
});
