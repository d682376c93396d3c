// What `check --deploy` says of settings about HTTPS before and after our fixes.
import assert from 'node:assert/strict';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { applyOurFix, copyProject, isFixBuilt } from './apply-fix.ts';
import { declareMissingDjangos, declareNotProved } from './not-proved.ts';
import { prepareDjangos, type ReadyDjango } from './prepare-djangos.ts';
import { runManage } from './run-manage.ts';

const cleanBase = fileURLToPath(new URL('../support/clean/', import.meta.url));
const variables = {
  DJANGO_SECRET_KEY: 'Kq7-vT2_xB9+mN4=wR8~cJ5^zL3!hF6*yD1:gS0%pA;eU,iO.'.repeat(2),
  DJANGO_ALLOWED_HOSTS: 'www.example.org',
  DATABASE_HOST: 'database.example.org',
  DATABASE_PASSWORD: 'not used',
};

/** Production modules over the clean base, with the checks of Django that complain of them. */
const modules: readonly (readonly [name: string, settings: string, complaints: readonly string[]])[] = [
  [
    'everything switched off',
    `SECURE_SSL_REDIRECT = False
SECURE_HSTS_SECONDS = 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = False
SECURE_HSTS_PRELOAD = False
SECURE_CONTENT_TYPE_NOSNIFF = False
SECURE_REFERRER_POLICY = None
CONTENT_SECURITY_POLICY = {"DIRECTIVES": {"default-src": [SELF]}}
X_FRAME_OPTIONS = 'SAMEORIGIN'
`,
    ['W004', 'W006', 'W008', 'W019', 'W022'],
  ],
  [
    'nothing set',
    `del SECURE_SSL_REDIRECT, SECURE_HSTS_SECONDS
del SECURE_HSTS_INCLUDE_SUBDOMAINS, SECURE_HSTS_PRELOAD
`,
    ['W004', 'W008'],
  ],
  [
    'an age alone',
    `del SECURE_HSTS_INCLUDE_SUBDOMAINS, SECURE_HSTS_PRELOAD
SECURE_HSTS_SECONDS = 86400
`,
    ['W005', 'W021'],
  ],
  [
    'values that nobody knows',
    `SECURE_REFERRER_POLICY = ["no-referrer", "strict-origin-when-crossorigin"]
SECURE_CROSS_ORIGIN_OPENER_POLICY = 'sameorigin'
CONTENT_SECURITY_POLICY = {"DIRECTIVES": {"default-src": [SELF]}}
X_FRAME_OPTIONS = 'ALLOWALL'
`,
    ['E023', 'E024', 'W019'],
  ],
];

const djangos = await prepareDjangos();
declareMissingDjangos(djangos, 'settings about HTTPS');

/** The security checks that speak, without their prefix, sorted. */
function complaints(django: ReadyDjango, projectDir: string): readonly string[] {
  const { output } = runManage(django, projectDir, 'config.settings.production', ['check', '--deploy'], variables);
  assert.match(output, /System check identified|no issues/, output);
  return [...output.matchAll(/\(security\.([WE]\d{3})\)/g)].flatMap((match) => match[1] ?? []).sort();
}

if (isFixBuilt()) {
  for (const django of djangos.ready) {
    for (const [name, settings, expected] of modules) {
      test(`${name}: our fixes make check --deploy of Django ${django.version} quiet`, () => {
        const copy = copyProject(cleanBase);
        try {
          const production = join(copy, 'config', 'settings', 'production.py');
          writeFileSync(production, `${readFileSync(production, 'utf8')}${settings}`);
          assert.deepEqual(complaints(django, copy), expected);
          applyOurFix(copy, 'https,https/hsts-preload', 'suggestions');
          assert.deepEqual(complaints(django, copy), [], readFileSync(production, 'utf8'));
        } finally {
          rmSync(dirname(copy), { recursive: true, force: true });
        }
      });
    }
  }
} else declareNotProved('our fixes of settings about HTTPS', 'dist/cli.cjs is not built; run `npm run build`');
