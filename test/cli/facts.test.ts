import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as z from 'zod';
import { runCli } from '../support/run-cli.ts';

const verdict = z.union([
  z.enum(['fails', 'passes', 'unknown']),
  z.strictObject({ depends: z.array(z.string()).min(1) }),
]);
const value = z.strictObject({
  class: z.enum(['constant', 'environment', 'mixed', 'default', 'unknown']),
  file: z.string().nullable(),
  line: z.int().positive().nullable(),
});

/** Version 1 of `facts --format json`, written from its contract and not from our output. */
const factsSchema = z.strictObject({
  version: z.literal(1),
  root: z.string(),
  settings: z.array(
    z.strictObject({
      module: z.string(),
      file: z.string(),
      environment: z.enum(['production', 'unknown', 'development', 'test']),
      checks: z.record(z.string().regex(/^security\.[EW]\d{3}$/), verdict),
      values: z.record(z.string(), value),
    }),
  ),
  dockerfiles: z.array(
    z.strictObject({
      file: z.string(),
      context: z.string().nullable(),
      finalUser: z.string().nullable(),
      base: z
        .strictObject({
          image: z.string(),
          tag: z.string().nullable(),
          pin: z.enum(['none', 'major', 'minor', 'patch', 'digest']).nullable(),
        })
        .nullable(),
      python: z.string().nullable(),
      pythonEndOfLife: z.boolean().nullable(),
      serverCommand: z.array(z.string()).nullable(),
      runserver: z.boolean().nullable(),
      shellForm: z.boolean().nullable(),
      healthCheck: z.boolean().nullable(),
      copyAllBeforeInstall: z.boolean().nullable(),
      dockerignore: z.boolean().nullable(),
      settingsModule: z.string().nullable(),
      application: z.strictObject({ ref: z.string(), exists: z.boolean().nullable() }).nullable(),
      secretInEnvOrArg: z.boolean().nullable(),
      contextFiles: z.array(z.string()).nullable(),
    }),
  ),
});

const run = runCli(['facts', 'test/projects/storefront', '--today', '2026-11-25']);

test('facts keep to version 1 and say of the storefront what Django and Docker do with it', () => {
  assert.equal(run.status, 0, run.stderr);
  const { settings, dockerfiles } = factsSchema.parse(JSON.parse(run.stdout));
  assert.deepEqual(
    settings.map(({ module, environment }) => [module, environment]),
    [
      ['config.settings.development', 'development'],
      ['config.settings.production', 'production'],
      ['config.settings.staging', 'production'],
    ],
  );
  const [, production, staging] = settings;
  assert.deepEqual(production?.checks['security.W009'], { depends: ['DJANGO_SECRET_KEY'] });
  assert.equal(production?.checks['security.W020'], 'passes');
  const failing = Object.entries(staging?.checks ?? {}).filter(([, said]) => said === 'fails');
  assert.deepEqual(
    failing.map(([id]) => id),
    ['security.W004', 'security.W008', 'security.W009', 'security.W018'],
  );
  assert.deepEqual(staging?.values['DEBUG'], { class: 'constant', file: 'config/settings/staging.py', line: 4 });
  assert.deepEqual(staging?.values['SECURE_HSTS_SECONDS'], { class: 'default', file: null, line: null });
  assert.deepEqual(production?.values['SECRET_KEY'], {
    class: 'environment',
    file: 'config/settings/base.py',
    line: 6,
  });
  const [web, worker] = dockerfiles;
  assert.deepEqual([web?.file, web?.finalUser, web?.python, web?.base?.pin], ['Dockerfile', 'root', '3.12', 'minor']);
  assert.deepEqual(web?.application, { ref: 'config.wsgi', exists: true });
  assert.deepEqual([web?.copyAllBeforeInstall, worker?.copyAllBeforeInstall], [false, true]);
  assert.deepEqual([worker?.finalUser, worker?.settingsModule], ['root', 'config.settings.production']);
});

test('no value of a secret is in any output', () => {
  const secret = 'staging-storefront-2024';
  for (const args of [['check'], ['check', '--format', 'json'], ['check', '--diff', '--fix-suggestions'], ['facts']]) {
    const [command = '', ...options] = args;
    const { stdout, stderr } = runCli([command, 'test/projects/storefront', ...options]);
    const shown = `${stdout}${stderr}`
      .split('\n')
      // A diff that can be applied has to show the line that it replaces.
      .filter((line) => !line.startsWith('-'));
    assert.ok(!shown.join('\n').includes(secret), args.join(' '));
  }
});

test('--today is a date, or wrong use', () => {
  const wrong = runCli(['facts', 'test/projects/storefront', '--today', 'tomorrow']);
  assert.equal(wrong.status, 2);
  assert.match(wrong.stderr, /--today: a date such as 2026-11-25 is expected\./);
});
