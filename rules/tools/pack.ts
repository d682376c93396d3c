// Packs the extension as djpreflight-VERSION.vsix in the repository's folder: `npm run package`, after a build.
import { readFileSync } from 'node:fs';
import { packVsix } from './vsix.ts';

const { name, version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as {
  name: string;
  version: string;
};
await packVsix(`${name}-${version}.vsix`);
