import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { Fingerprints, hash64 } from '../../server/src/engine/fingerprint.ts';
import { fillMessage, listNames } from '../../server/src/engine/message.ts';

const message = { what: '`{name}` is set in {modules}.', why: 'It runs {count} queries.', help: 'Remove `{name}`.' };

describe('messages', () => {
  test('placeholders are filled in all parts', () => {
    assert.deepEqual(fillMessage(message, { name: 'DEBUG', count: 3 }, '`config.settings`'), {
      what: '`DEBUG` is set in `config.settings`.',
      why: 'It runs 3 queries.',
      help: 'Remove `DEBUG`.',
    });
  });

  test('a value with braces or `$&` is only text', () => {
    const { help } = fillMessage(message, { name: '{count} $& $1', count: 3 }, '');
    assert.equal(help, 'Remove `{count} $& $1`.');
  });

  test('what nobody gave stays visible', () => {
    assert.equal(fillMessage(message, { name: 'DEBUG' }, '').why, 'It runs {count} queries.');
  });

  test('line ends, escapes, and invisible and bidirectional characters of a stranger show as a replacement', () => {
    for (const code of [0x0a, 0x0d, 0x1b, 0x7f, 0x9b, 0x200b, 0x202e, 0x2066, 0xfeff]) {
      const { help } = fillMessage(message, { name: `a${String.fromCodePoint(code)}b`, count: 0 }, '');
      assert.equal(help, 'Remove `a\ufffdb`.', code.toString(16));
    }
  });

  test('a long value is cut', () => {
    const { help } = fillMessage(message, { name: 'x'.repeat(500), count: 0 }, '');
    assert.equal(help, `Remove \`${'x'.repeat(120)}…\`.`);
  });
});

test('names are listed in full up to three', () => {
  assert.equal(listNames([]), '');
  assert.equal(listNames(['a']), '`a`');
  assert.equal(listNames(['a', 'b']), '`a` and `b`');
  assert.equal(listNames(['a', 'b', 'c']), '`a`, `b` and `c`');
  assert.equal(listNames(['a', 'b', 'c', 'd', 'e']), '`a`, `b` and 3 more');
});

describe('fingerprints', () => {
  test('the hash is FNV-1a with 64 bits', () => {
    // Published test vectors of FNV-1a.
    assert.equal(hash64(''), 'cbf29ce484222325');
    assert.equal(hash64('a'), 'af63dc4c8601ec8c');
    assert.equal(hash64('foobar'), '85944171f73967e8');
  });

  test('white space and other lines do not matter; file, rule, text and repetition do', () => {
    const first = new Fingerprints().of('a/b', 'x.py', 'DEBUG = True', 'True');
    assert.match(first, /^[0-9a-f]{16}$/);
    assert.equal(new Fingerprints().of('a/b', 'x.py', '    DEBUG=True', 'True'), first);
    assert.notEqual(new Fingerprints().of('a/c', 'x.py', 'DEBUG = True', 'True'), first);
    assert.notEqual(new Fingerprints().of('a/b', 'y.py', 'DEBUG = True', 'True'), first);
    assert.notEqual(new Fingerprints().of('a/b', 'x.py', 'DEBUG = True', 'DEBUG'), first);
  });

  test('equal findings of one file are told apart by their order', () => {
    const one = new Fingerprints();
    const two = new Fingerprints();
    const ids = [one.of('a/b', 'x.py', 'l', 's'), one.of('a/b', 'x.py', 'l', 's')];
    assert.notEqual(ids[0], ids[1]);
    assert.deepEqual([two.of('a/b', 'x.py', 'l', 's'), two.of('a/b', 'x.py', 'l', 's')], ids);
  });
});
