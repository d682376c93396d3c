import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { findingOf, openFile } from './editor.ts';

suite('related places', () => {
  test('a query in a loop names the queryset that it comes from', async () => {
    const { document } = await openFile('apps/orders/views.py');
    const finding = await findingOf(document.uri, 'n-plus-one/relation', 51);
    assert.equal(document.getText(finding.range), 'item.product');
    const places = finding.relatedInformation ?? [];
    assert.deepEqual(
      places.map(({ location }) => [location.uri.toString(), location.range.start.line + 1]),
      [[document.uri.toString(), 52]],
    );
    assert.ok(places.every(({ message }) => message.length > 0));
  });
});
