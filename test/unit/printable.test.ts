import assert from 'node:assert/strict';
import { test } from 'node:test';
import { printable, withoutSecrets } from '../../server/src/report/printable.ts';

test('what could steer a terminal or hide itself becomes visible', () => {
  assert.equal(printable('a\u001b[31mb\u202ec\u200bd\te\r\n'), 'a\ufffd[31mb\ufffdc\ufffdd e\ufffd\ufffd');
});

test('literals beside a secret name are dotted out at their length', () => {
  const cases: [string, string][] = [
    ["SECRET_KEY = 'abc'", "SECRET_KEY = '···'"],
    ['API_KEY = "a\\"b" + \'c\'', 'API_KEY = "····" + \'·\''],
    ["'PASSWORD': get('DB', 'x'),", "'········': get('··', '·'),"],
    ["URL = 'postgres://me:pw@host/db'", `URL = '${'·'.repeat(24)}'`],
    ["SECRET_KEY = 'open to the end", "SECRET_KEY = '···············"],
    ["DEBUG = bool('yes')", "DEBUG = bool('yes')"],
  ];
  for (const [line, shown] of cases) {
    assert.equal(withoutSecrets(line), shown);
    assert.equal(withoutSecrets(line).length, line.length);
  }
});
