import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { suite, test } from 'mocha';
import * as vscode from 'vscode';
import { codeActionOf, findingOf, noFindingOf, openFile, takeCodeAction, workspaceFile } from './editor.ts';
import { until } from './until.ts';

suite('commands', () => {
  test('a rule is explained by its page', async () => {
    await vscode.commands.executeCommand('djpreflight.explainRule', 'https/hsts-missing');
    const labels = (): readonly string[] =>
      vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs.map(({ label }) => label));
    await until('the page of the rule', () => labels().find((label) => label.includes('hsts-missing')), labels);
  });

  test('a production snippet is inserted by its prefix', async () => {
    writeFileSync(workspaceFile('config/hosts.py').fsPath, '');
    const { document } = await openFile('config/hosts.py');
    await vscode.commands.executeCommand('djpreflight.insertSnippet', 'prod-hosts');
    await until(
      'the snippet',
      () => /^ALLOWED_HOSTS = /m.test(document.getText()) || undefined,
      () => document.getText(),
    );
  });

  test('a file that comes from elsewhere is found by checking the workspace', async () => {
    const file = workspaceFile('config/settings/production_west.py');
    writeFileSync(file.fsPath, 'from .base import *\n\nDEBUG = True\n');
    await vscode.commands.executeCommand('djpreflight.checkWorkspace');
    await findingOf(file, 'settings/debug-true', 3);
  });

  test('a finding is ignored with a reason', async () => {
    const { document } = await openFile('Dockerfile.worker');
    const finding = await findingOf(document.uri, 'docker/run-as-root');
    const title = 'Ignore `docker/run-as-root` here, with a reason';
    await takeCodeAction(await codeActionOf(document.uri, finding.range, vscode.CodeActionKind.QuickFix, title));
    assert.match(document.getText(), /# djpreflight: ignore\[docker\/run-as-root\]/);
    await noFindingOf(document.uri, 'docker/run-as-root');
  });
});
