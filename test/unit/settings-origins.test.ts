import assert from 'node:assert/strict';
import { test } from 'node:test';
import { buildDependencies } from '../../server/src/model/dependencies/dependency-model.ts';
import { isFromVersion } from '../../server/src/model/deployment/package-versions.ts';
import { fitsEveryOrigin, looseOrigin } from '../../server/src/model/settings/topics/origin-pattern.ts';
import { Sources } from '../../server/src/model/sources.ts';
import type { FileId } from '../../server/src/text/file-id.ts';

test('a pattern that every origin fits', () => {
  for (const pattern of ['', '.*', '^https?://', '^https://.*$', '(https?://)?.*', '^https:\\/\\/.+$'])
    assert.equal(fitsEveryOrigin(pattern), true, pattern);
  for (const pattern of ['^https://example\\.org$', '.*\\.example\\.org', '^http://localhost:.*$'])
    assert.equal(fitsEveryOrigin(pattern), false, pattern);
});

test('a loose pattern says which host gets in, and how it is mended', () => {
  const found = (pattern: string): readonly unknown[] => {
    const loose = looseOrigin(pattern);
    return [loose?.fault, loose?.example, loose?.repaired];
  };
  assert.deepEqual(found('^https://example\\.org'), ['end', 'example.org.evil.net', '^https://example\\.org$']);
  assert.deepEqual(found('^http://localhost.*$'), ['end', 'localhost.evil.net', '^http://localhost(?::\\d+)?$']);
  assert.deepEqual(found('^https://a\\.com$|^https://b\\.com'), ['end', 'b.com.evil.net', undefined]);
  assert.deepEqual(found('^https://a.b.com$'), ['dot', 'axb.com', '^https://a\\.b\\.com$']);
  assert.deepEqual(found('^https://.*b\\.com$'), ['joined', 'evilb.com', '^https://(?:.*\\.)?b\\.com$']);
  assert.deepEqual(found('^https://\\w+\\.github\\.io$'), ['shared', 'evil.github.io', undefined]);
});

test('a pattern that keeps to its hosts, or that is not understood, is not loose', () => {
  const kept = ['^https://b.com$', '^https://b\\.com(:\\d+)?$', '^http://localhost:\\d+', '^https://b\\.com/'];
  const unread = ['^https://(?!a)b\\.com', '^https://b\\.com(', '[a', 'a'.repeat(400), '^chrome-extension://.*'];
  for (const pattern of [...kept, ...unread]) assert.equal(looseOrigin(pattern), undefined, pattern);
});

test('a package is on one side of a version only where the requirements leave no choice', () => {
  const isFour = (specifier: string): boolean | undefined => {
    const texts = new Map([['requirements.txt' as FileId, `django==5.2\ndjango-csp${specifier}\n`]]);
    const dependencies = buildDependencies({ sources: new Sources(texts, texts.keys()) });
    return isFromVersion({ dependencies }, 'settings.py' as FileId, 'django-csp', '4.0');
  };
  for (const specifier of ['==4.0', '>=4', '>=4.0,<5', '==4.*', '==4.0b2', '~=4.0'])
    assert.equal(isFour(specifier), true, specifier);
  for (const specifier of ['==3.8', '~=3.7', '<4', '>=3.7,<4.0', '==3.*', '<=3.8'])
    assert.equal(isFour(specifier), false, specifier);
  for (const specifier of ['', '>=3.7', '!=3.8', '>3.8']) assert.equal(isFour(specifier), undefined, specifier);
});
