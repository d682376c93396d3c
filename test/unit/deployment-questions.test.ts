import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  httpsDoubt,
  mayHaveUnseenFront,
  proxyNamesHeader,
  proxyRedirects,
  proxySendsHsts,
  proxyServesStatic,
  proxySetsForwarded,
  showsHttps,
  untrustedTlsFront,
} from '../../server/src/model/deployment/questions.ts';
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
  assert.equal(isHttps('', { 'app.yaml': 'runtime: python313\n' }), true);
  assert.equal(isHttps('', { 'deploy/app.yaml': 'services:\n  web:\n    image: shop\n' }), false);
  assert.equal(isHttps('', { 'nginx.conf': 'server {\n  listen 443 ssl;\n}\n' }), true);
  assert.equal(isHttps('', { 'nginx.conf': 'server {\n  listen 80;\n  proxy_pass http://web:8443;\n}\n' }), false);
  assert.equal(isHttps('', { 'docker-compose.yml': 'services:\n  nginx:\n    ports:\n      - "443:443"\n' }), true);
  assert.equal(isHttps('', { 'docker-compose.yml': 'services:\n  web:\n    ports:\n#      - "443:443"\n' }), false);
  const opened = { 'docker-compose.yml': 'services:\n  nginx:\n    ports:\n      - "443:443"\n' };
  assert.equal(isHttps('', { ...opened, 'nginx.conf': 'server {\n  listen 80;\n}\n' }), false, 'nothing answers there');
  const both = 'server {\n  listen 80;\n}\nserver {\n  listen 443 ssl;\n}\n';
  assert.equal(isHttps('', { ...opened, 'nginx.conf': both }), true);
  assert.equal(isHttps('', { 'docs/nginx.conf': 'server {\n  listen 443 ssl;\n}\n' }), false);
  assert.equal(isHttps('', { 'docker-compose.yml': 'services:\n  web:\n    ports:\n      - "80:8000"\n' }), false);
});

test('a site that has addresses and no name is hardly one over HTTPS', () => {
  const doubtOf = (hosts: string) => {
    const all = {
      'settings.py': `INSTALLED_APPS = []\nMIDDLEWARE = []\nSECURE_SSL_REDIRECT = True\nALLOWED_HOSTS = ${hosts}\n`,
    };
    const [leaf] = buildSettingsOf(all).leaves;
    assert.ok(leaf);
    return httpsDoubt(sourcesOf(all), leaf).severity;
  };
  assert.equal(doubtOf("['localhost', '127.0.0.1', '203.0.113.7']"), 'info');
  assert.equal(doubtOf("['203.0.113.7', 'www.example.org']"), undefined);
  assert.equal(doubtOf("['*']"), undefined);
  assert.equal(doubtOf('[]'), undefined);
  assert.equal(doubtOf("['203.0.113.7'] + MORE"), undefined);
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

test('what redirects in place of Django', () => {
  const redirects = (file: string, text = ''): boolean => proxyRedirects(sourcesOf({ [file]: text }));
  for (const line of [
    'return 301 https://$host$request_uri;',
    'rewrite ^ https://$server_name$request_uri? permanent;',
    'error_page 497 https://$host$request_uri;',
  ])
    assert.equal(redirects('nginx.conf', `server {\n  listen 80;\n  ${line}\n}\n`), true, line);
  assert.equal(redirects('nginx.conf', 'server {\n  listen 80;\n  proxy_pass http://web;\n}\n'), false);
  assert.equal(redirects('nginx.conf', 'return 301 http://www.example.org$request_uri;'), false);
  assert.equal(redirects('apache.conf', 'RewriteRule (.*) https://%{HTTP_HOST}%{REQUEST_URI} [R=301,L]\n'), true);
  assert.equal(redirects('haproxy.cfg', 'redirect scheme https code 301 if !{ ssl_fc }\n'), true);
  assert.equal(redirects('Caddyfile', 'shop.example.org {\n}\n'), true);
  assert.equal(redirects('compose.yml', 'labels:\n  - traefik.http.middlewares.s.redirectscheme.scheme=https\n'), true);
  assert.equal(redirects('docker-compose.yml', 'environment:\n  LETSENCRYPT_HOST: shop.example.org\n'), true);
  assert.equal(redirects('fly.toml', '[http_service]\n  force_https = true\n'), true);
  assert.equal(redirects('fly.toml', '[http_service]\n  internal_port = 8000\n'), false);
  assert.equal(redirects('app.yaml', 'handlers:\n- url: /.*\n  secure: always\n'), true);
  assert.equal(redirects('render.yaml'), true);
  assert.equal(redirects('Procfile', 'web: gunicorn config.wsgi\n'), false);
});

test('what may stand in front without being read', () => {
  const mayBe = (file: string): boolean => mayHaveUnseenFront(sourcesOf({ [file]: '' }));
  assert.equal(mayBe('infra/main.tf'), true);
  assert.equal(mayBe('deploy/k8s/web.yaml'), true);
  assert.equal(mayBe('deploy/web.yaml'), false);
});

test('which headers a proxy has to do with', () => {
  const nginx = sourcesOf({ 'nginx.conf': 'add_header x-content-type-options nosniff;' });
  assert.equal(proxyNamesHeader(nginx, 'X-Content-Type-Options'), true);
  assert.equal(proxyNamesHeader(nginx, 'Referrer-Policy'), false);
  assert.equal(
    proxySetsForwarded(sourcesOf({ 'nginx.conf': 'proxy_set_header X-Forwarded-Host $host;' }), 'X-Forwarded-Host'),
    true,
  );
  assert.equal(proxySetsForwarded(sourcesOf({ Caddyfile: '' }), 'X-Forwarded-Host'), true);
  assert.equal(
    proxySetsForwarded(sourcesOf({ 'nginx.conf': 'proxy_set_header Host $host;' }), 'X-Forwarded-Host'),
    false,
  );
});

test('a front that ends TLS and that the server does not trust', () => {
  const gunicorn = { Dockerfile: 'CMD ["gunicorn", "--bind", "0.0.0.0:8000", "config.wsgi"]\n' };
  const nginx = {
    'nginx.conf': 'server {\n  listen 443 ssl;\n  location / {\n    proxy_pass http://web:8000;\n  }\n}\n',
  };
  const front = (files: Readonly<Record<string, string>>): string | undefined => untrustedTlsFront(sourcesOf(files));
  assert.equal(front({ ...gunicorn, ...nginx }), 'nginx.conf');
  assert.equal(front({ ...gunicorn, 'fly.toml': '[http_service]\n' }), 'fly.toml');
  assert.equal(front(gunicorn), undefined);
  assert.equal(front(nginx), undefined);
  assert.equal(front({ ...gunicorn, ...nginx, '.env': 'FORWARDED_ALLOW_IPS=*\n' }), undefined);
  assert.equal(front({ ...gunicorn, ...nginx, 'gunicorn.conf.py': 'forwarded_allow_ips = "*"\n' }), undefined);
  assert.equal(front({ ...gunicorn, ...nginx, Procfile: 'web: gunicorn config.wsgi\n' }), undefined);
  const local = nginx['nginx.conf'].replace('web:8000', '127.0.0.1:8000');
  assert.equal(front({ ...gunicorn, 'nginx.conf': local }), undefined);
  assert.equal(front({ Dockerfile: 'CMD ["gunicorn", "--bind", "unix:/run/web.sock"]\n', ...nginx }), undefined);
});
