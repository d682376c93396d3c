// Uses the packed extension in a real VS Code like a person, and photographs it: `node --import tsx test/host/take-pictures.ts [--out FOLDER]`.
// Must not take a picture of what it has not found in the page first; what is saved it reads from disk. Needs a build and `CODE_SERVER_DIR`.
// Look next at code-server-host.ts. Exit: 0 all pictures taken, 1 a step failed (failed.png in the temporary folder shows the editor then).
import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import type { Locator, Page } from 'playwright-core';
import { packVsix } from '../../rules/tools/vsix.ts';
import {
  findCodeServer,
  installIntoCodeServer,
  startBrowser,
  startCodeServer,
  workbenchUrl,
} from './code-server-host.ts';
import { makeHostFolders, removeHostFolders } from './host-folders.ts';
import { smallPng } from './small-png.ts';

const repository = fileURLToPath(new URL('../../', import.meta.url));
const production = 'config/settings/production.py';
const staging = 'config/settings/staging.py';
const views = 'apps/orders/views.py';

/** A README shows pictures about 850 pixels wide: large letters, and nothing beside the code that does not matter. */
const view = { viewport: { width: 1200, height: 700 }, deviceScaleFactor: 1.25, colorScheme: 'light' } as const;
const largestPicture = 150_000;
const settings = {
  'breadcrumbs.enabled': false,
  'editor.fontFamily': "'JetBrains Mono', 'Fira Code', 'DejaVu Sans Mono', monospace",
  'editor.fontLigatures': false,
  'editor.fontSize': 15,
  'editor.lineHeight': 22,
  'editor.lightbulb.enabled': 'on',
  'editor.minimap.enabled': false,
  'editor.occurrencesHighlight': 'off',
  'editor.scrollbar.horizontal': 'hidden',
  'editor.snippetSuggestions': 'top',
  'editor.stickyScroll.enabled': false,
  'editor.wordBasedSuggestions': 'off',
  'files.exclude': { '**/__pycache__': true },
  'window.commandCenter': false,
  'window.menuBarVisibility': 'compact',
  'workbench.colorTheme': 'Default Light Modern',
  'workbench.layoutControl.enabled': false,
  'workbench.statusBar.visible': false,
};
/** Where this font is installed, the workbench looks as it does on people's desks. */
const style =
  ".monaco-workbench, .monaco-hover, .action-widget { font-family: 'Inter', 'DejaVu Sans', sans-serif !important; }";

/** What the steps work with. */
interface Desk {
  readonly page: Page;
  readonly project: string;
  readonly take: (name: string) => Promise<void>;
}

let stepNow = 'starting VS Code';
/** Names what follows, for the message when it fails. */
function step(name: string): void {
  stepNow = name;
  process.stderr.write(`[pictures] ${name}\n`);
}

/** The line of the editor that holds a text. The page shows spaces as no-break spaces. */
const lineWith = (page: Page, text: string): Locator =>
  page
    .locator('.editor-instance .view-line', {
      hasText: new RegExp(text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replaceAll(' ', '\\s')),
    })
    .first();

/** Puts the caret into a word of a line, as a click does. */
const clickWord = (page: Page, line: string, word: string): Promise<void> =>
  lineWith(page, line).locator('span span', { hasText: word }).first().click();

const readsOnDisk = async (file: string, isAsExpected: (text: string) => boolean): Promise<void> => {
  for (let tries = 0; tries < 100 && !isAsExpected(readFileSync(file, 'utf8')); tries++) await delay(100);
  const text = readFileSync(file, 'utf8');
  assert.ok(isAsExpected(text), `${file} was not saved as expected; it reads:\n${text}`);
};

/** Opens a file by its name through the quick input, at a line. `lineToSee` is text that is in view then. */
async function openFile({ page }: Desk, file: string, lineToSee: string, line = 1): Promise<void> {
  await page.keyboard.press('Control+p');
  await page.locator('.quick-input-widget input').first().fill(`${file}:${line}`);
  await page
    .locator('.quick-input-list .monaco-list-row.focused', { hasText: file.split('/').at(-1) ?? file })
    .first()
    .waitFor();
  await page.keyboard.press('Enter');
  await lineWith(page, lineToSee).waitFor();
}

async function mendASetting(desk: Desk): Promise<void> {
  const { page, project, take } = desk;
  step(`opening ${production} and waiting for its squiggles`);
  await openFile(desk, production, 'STATICFILES_STORAGE =');
  await page.locator('.editor-instance .squiggly-error').first().waitFor({ state: 'attached' });
  await page.locator('.editor-instance .squiggly-warning').first().waitFor({ state: 'attached' });

  step('opening the quick fixes of STATICFILES_STORAGE');
  await clickWord(page, 'STATICFILES_STORAGE =', 'STATICFILES_STORAGE');
  await page
    .locator('.editor-instance [class*="lightbulb"], .editor-instance [class*="light-bulb"]')
    .first()
    .waitFor({ state: 'attached' });
  await page.keyboard.press('Control+.');
  const fix = page.locator('.action-widget .monaco-list-row', { hasText: 'Use `STORAGES`' });
  await fix.waitFor();
  await page
    .locator('.action-widget .monaco-list-row', { hasText: 'Ignore `static/old-storage-setting` here' })
    .waitFor();
  await take('light-bulb.png');

  step('choosing the fix and saving');
  await fix.click();
  await lineWith(page, 'STORAGES = {').waitFor();
  await page.locator('.editor-instance .squiggly-error').first().waitFor({ state: 'detached' });
  await page.keyboard.press('Control+s');
  await readsOnDisk(
    join(project, production),
    (text) =>
      text.includes('STORAGES = {') &&
      text.includes("'whitenoise.storage.CompressedManifestStaticFilesStorage'") &&
      !text.includes('STATICFILES_STORAGE'),
  );
}

async function typeASnippet(desk: Desk): Promise<void> {
  const { page, project, take } = desk;
  step(`typing a prefix at the end of ${staging}`);
  await openFile(desk, staging, 'MIDDLEWARE.append');
  // Without the side bar there is room for the snippet's text beside the list.
  const sideBar = page.locator('.part.sidebar');
  await page.keyboard.press('Control+b');
  await sideBar.waitFor({ state: 'hidden' });
  await clickWord(page, 'MIDDLEWARE.append', 'MIDDLEWARE');
  await page.keyboard.press('Control+End');
  await page.keyboard.press('Enter');
  await page.keyboard.type('prod-', { delay: 60 });
  const rows = page.locator('.suggest-widget.visible .monaco-list-row');
  await page.keyboard.press('Control+Space');
  await rows.filter({ hasText: 'prod-security' }).waitFor();

  step('choosing prod-hosts by keyboard, with its text beside the list');
  const chosen = page.locator('.suggest-widget.visible .monaco-list-row.focused', { hasText: 'prod-hosts' });
  for (let presses = 0; presses < 30 && !(await chosen.isVisible()); presses++) {
    await page.keyboard.press('ArrowDown');
    await delay(100);
  }
  await chosen.waitFor();
  const details = page.locator('.suggest-details', { hasText: 'DJANGO_ALLOWED_HOSTS' });
  if (!(await details.isVisible())) await page.keyboard.press('Control+Space');
  await details.waitFor();
  await take('snippet.png');

  step('accepting the snippet and saving');
  await page.keyboard.press('Enter');
  await lineWith(page, 'if host.strip()').waitFor();
  await page.keyboard.press('Control+b');
  await sideBar.waitFor();
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+s');
  await readsOnDisk(
    join(project, staging),
    (text) => text.includes('os.environ.get("DJANGO_ALLOWED_HOSTS", "")') && !text.includes('prod-'),
  );
}

async function lookAtAQuery(desk: Desk): Promise<void> {
  const { page, take } = desk;
  step(`asking ${views} what its squiggle means`);
  await openFile(desk, views, 'item.product.name', 50);
  await page.locator('.editor-instance .squiggly-warning').first().waitFor({ state: 'attached' });
  await lineWith(page, 'item.product.name').locator('span span', { hasText: 'product' }).nth(1).hover();
  const hover = page.locator('.monaco-hover:visible', { hasText: 'is read inside the loop over' });
  await hover.waitFor();
  await hover.getByText('The queryset begins here.').waitFor();
  await hover.getByText('n-plus-one/relation').waitFor();
  await take('n-plus-one.png');
  await page.keyboard.press('Escape');
}

async function lookAtProblems(desk: Desk): Promise<void> {
  const { page, take } = desk;
  step('opening the Problems panel');
  await openFile(desk, staging, 'DEBUG = True');
  await page.keyboard.press('Control+Shift+M');
  const rows = page.locator('.markers-panel .monaco-list-row');
  await rows.filter({ hasText: 'staging.py' }).waitFor();
  // Half of the window shows more of it.
  const top = (await page.locator('.part.panel').boundingBox())?.y ?? 0;
  await page.mouse.move(700, top - 2);
  await delay(400);
  await page.mouse.down();
  await page.mouse.move(700, view.viewport.height * 0.38, { steps: 5 });
  await page.mouse.up();
  // Off the border, which is coloured while it is pointed at.
  await page.mouse.move(700, view.viewport.height * 0.2);
  await rows.filter({ hasText: 'settings/debug-true' }).waitFor();
  await rows.filter({ hasText: 'middleware/order:whitenoise-late' }).waitFor();
  await take('problems.png');
}

async function main(folder: string): Promise<void> {
  const install = findCodeServer();
  if (!install) throw new Error('CODE_SERVER_DIR is not set: run install-code-server.sh, which prints it.');
  const folders = makeHostFolders(join(repository, 'test/projects/storefront'), settings);
  process.once('exit', () => removeHostFolders(folders));
  // The explorer shows the folder's name.
  const project = join(folders.root, 'storefront');
  renameSync(folders.workspace, project);

  step('packing and installing the extension');
  const vsix = join(folders.root, 'djpreflight.vsix');
  await packVsix(vsix);
  installIntoCodeServer(install, folders, vsix);

  step(`starting VS Code ${install.version}`);
  const server = await startCodeServer(install, folders);
  const { browser, page } = await startBrowser(install, view);
  page.setDefaultTimeout(30_000);
  const pictures: (readonly [string, Buffer])[] = [];
  const take = async (name: string): Promise<void> => {
    const toasts = page.locator('.notification-toast:visible');
    assert.equal(await toasts.count(), 0, `a notification is in the way: ${await toasts.allInnerTexts()}`);
    // Until fades and the caret's first blink are over.
    await delay(600);
    pictures.push([name, smallPng(await page.screenshot({ animations: 'disabled', caret: 'initial' }))]);
  };
  try {
    await page.goto(workbenchUrl(server, project), { waitUntil: 'commit' });
    await page.locator('.explorer-folders-view .monaco-list-row', { hasText: 'manage.py' }).waitFor();
    await page.addStyleTag({ content: style });
    const desk = { page, project, take };
    await mendASetting(desk);
    await typeASnippet(desk);
    await lookAtAQuery(desk);
    await lookAtProblems(desk);
  } catch (error) {
    await page.screenshot({ path: join(tmpdir(), 'failed.png') }).catch(() => {});
    throw error;
  } finally {
    await browser.close().catch(() => {});
    await server.group.stop();
  }

  step(`writing ${pictures.length} pictures`);
  mkdirSync(folder, { recursive: true });
  for (const [name, bytes] of pictures) {
    assert.ok(bytes.length < largestPicture, `${name} has ${bytes.length} bytes, more than ${largestPicture}`);
    writeFileSync(join(folder, name), bytes);
    console.log(`${name}: ${bytes.length} bytes`);
  }
}

const { values } = parseArgs({ options: { out: { type: 'string', default: join(repository, 'client/pictures') } } });
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(130));
main(resolve(values.out)).then(
  () => process.exit(0),
  (error: unknown) => {
    console.error(`Failed while ${stepNow}: ${error instanceof Error ? error.message : error}`);
    process.exit(1);
  },
);
