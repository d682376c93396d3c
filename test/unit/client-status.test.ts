import assert from 'node:assert/strict';
import { test } from 'node:test';
import { count, statusText } from '../../client/src/status-text.ts';

const server = { files: 1234, findings: 0 } as const;

test('each state has its words', () => {
  const shown = [
    statusText({ state: 'starting' }),
    statusText({ ...server, state: 'reading' }),
    statusText({ ...server, state: 'analysing' }),
    statusText({ ...server, state: 'ready', findings: 3 }),
    statusText({ ...server, state: 'ready' }),
    statusText({ ...server, state: 'idle' }),
    statusText({ ...server, state: 'error', message: 'pyproject.toml:3: `preset`: allowed are `a`.' }),
    statusText({ state: 'disabled' }),
    statusText({ state: 'restarting', seconds: 1 }),
    statusText({ state: 'stopped' }),
  ];
  assert.deepEqual(
    shown.map(({ text, detail, action }) => `${text} | ${detail} | ${action}`),
    [
      'Starting |  | output',
      'Reading files | 1,234 files | output',
      'Analysing | 1,234 files | output',
      '3 findings | 1,234 files | problems',
      'No findings | 1,234 files | output',
      'No Django code | in this workspace | output',
      'Configuration error | pyproject.toml:3: `preset`: allowed are `a`. | output',
      'Off | by the setting djpreflight.enable | none',
      'Server crashed | restart in 1 second | output',
      'Server stopped | it crashed again and again | restart',
    ],
  );
  assert.deepEqual(
    shown.map(({ severity }) => severity === 'error'),
    [false, false, false, false, false, false, true, false, false, true],
  );
  assert.deepEqual(
    shown.map(({ busy }) => busy),
    [true, true, true, false, false, false, false, false, true, false],
  );
});

test('numbers have their noun in the right form', () => {
  assert.deepEqual(
    [
      count(0, 'file'),
      count(1, 'file'),
      count(2, 'file'),
      count(1, 'safe fix', 'safe fixes'),
      count(2, 'fix', 'fixes'),
    ],
    ['0 files', '1 file', '2 files', '1 safe fix', '2 fixes'],
  );
});
