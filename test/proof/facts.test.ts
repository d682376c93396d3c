// The oracle of `facts`: what we say without running anything, against what Django itself says of the same module.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import * as z from 'zod';
import { runCli } from '../support/run-cli.ts';
import { tempProject } from '../support/temp-project.ts';
import { declareMissingDjangos } from './not-proved.ts';
import { prepareDjangos } from './prepare-djangos.ts';
import { checkDeploy } from './run-manage.ts';

const cleanBase = fileURLToPath(new URL('../support/clean/', import.meta.url));
const variables = {
  DJANGO_SECRET_KEY: 'Kq7-vT2_xB9+mN4=wR8~cJ5^zL3!hF6*yD1:gS0%pA;eU,iO.'.repeat(2),
  DJANGO_ALLOWED_HOSTS: 'www.example.org',
  DATABASE_HOST: 'database.example.org',
  DATABASE_PASSWORD: 'not used',
};

const factsSchema = z.looseObject({
  version: z.literal(1),
  settings: z.array(
    z.looseObject({
      module: z.string(),
      checks: z.record(
        z.string(),
        z.union([z.enum(['fails', 'passes', 'unknown']), z.strictObject({ depends: z.array(z.string()).min(1) })]),
      ),
    }),
  ),
});

/** Production modules over the clean base; each line is one way in which a real one differs. */
const modules: Readonly<Record<string, string>> = {
  plain: '',
  'debug on': 'DEBUG = True\n',
  'no HSTS': 'SECURE_HSTS_SECONDS = 0\n',
  'HSTS alone': 'SECURE_HSTS_INCLUDE_SUBDOMAINS = False\nSECURE_HSTS_PRELOAD = False\n',
  'cookies in the clear':
    'SESSION_COOKIE_SECURE = False\nCSRF_COOKIE_SECURE = False\nSESSION_COOKIE_HTTPONLY = False\n',
  'cookies of the app alone':
    "SESSION_COOKIE_SECURE = False\nMIDDLEWARE = [m for m in MIDDLEWARE if 'essions' not in m and 'auth' not in m and 'essages' not in m]\nSILENCED_SYSTEM_CHECKS = ['admin.E408', 'admin.E409', 'admin.E410']\n",
  'truthy is not True': "SECURE_SSL_REDIRECT = 1\nSESSION_COOKIE_SECURE = 'yes'\n",
  'weak key': "SECRET_KEY = 'abc'\n",
  'key of startproject': "SECRET_KEY = 'django-insecure-' + 'abcdefghij' * 5\n",
  'no security middleware':
    "MIDDLEWARE = [m for m in MIDDLEWARE if m != 'django.middleware.security.SecurityMiddleware']\nSECURE_HSTS_SECONDS = 0\n",
  'no CSRF, no frame options':
    "MIDDLEWARE.remove('django.middleware.csrf.CsrfViewMiddleware')\nMIDDLEWARE.remove('django.middleware.clickjacking.XFrameOptionsMiddleware')\n",
  'framed by ourselves': "X_FRAME_OPTIONS = 'SAMEORIGIN'\n",
  'no hosts': 'ALLOWED_HOSTS = []\n',
  'hosts of an unset variable': "import os\nALLOWED_HOSTS = os.environ.get('NO_SUCH_HOSTS', '').split(',')\n",
  'the text of a variable is not True': "import os\nSECURE_SSL_REDIRECT = os.environ.get('NO_SUCH_REDIRECT', 'True')\n",
  'no referrer policy': 'SECURE_REFERRER_POLICY = None\nSECURE_CONTENT_TYPE_NOSNIFF = False\n',
  'CSRF in the session': 'CSRF_USE_SESSIONS = True\nCSRF_COOKIE_SECURE = False\n',
};

/** Only what we judge: Django has checks of other kinds too. */
function judged(ids: readonly string[], checks: Readonly<Record<string, unknown>>): readonly string[] {
  return ids.filter((id) => id in checks).sort();
}

const djangos = await prepareDjangos();
declareMissingDjangos(djangos, 'facts by check --deploy');

for (const django of djangos.ready) {
  for (const [name, lines] of Object.entries(modules)) {
    test(`facts agree with Django ${django.version}: ${name}`, (context) => {
      const text = `from .base import *\n${lines}`;
      const folder = tempProject(context, { 'config/settings/production.py': text }, cleanBase);
      const { settings } = factsSchema.parse(JSON.parse(runCli(['facts', folder]).stdout));
      const leaf = settings.find(({ module }) => module === 'config.settings.production');
      assert.ok(leaf, 'config.settings.production is no leaf');
      const truth = new Set(checkDeploy(django, folder, 'config.settings.production', variables));
      const checks = Object.entries(leaf.checks);
      const said = checks.filter(([, verdict]) => verdict === 'fails').map(([id]) => id);
      // What a variable decides may come out either way under the variables of this run.
      const open = new Set(checks.filter(([, verdict]) => typeof verdict === 'object').map(([id]) => id));
      assert.deepEqual(
        checks.filter(([, verdict]) => verdict === 'unknown').map(([id]) => id),
        [],
        'nothing in these modules is unknown',
      );
      assert.deepEqual(
        said.filter((id) => !open.has(id)).sort(),
        judged([...truth], leaf.checks).filter((id) => !open.has(id)),
      );
    });
  }
}
