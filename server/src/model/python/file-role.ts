import { baseName, type FileId } from '../../text/file-id.ts';

/** What a Python file is for, told by its path alone; `hidden` ones lie in a folder such as `.history`, which no import can name. */
export type FileRole = 'code' | 'test' | 'migration' | 'hidden';

const testName = /^(tests?_.*|.*_tests?|tests|conftest)\.py$/;
const testFolder =
  /(^|\/)((?:sel|unit|func|functional|integration|acceptance|e2e|smoke|browser|ui)?tests?|testing|tests?_[^/]+|[^/]+_tests)\//;
const hiddenFolder = /(^|\/)\.[^/]+\//;
const migrationFolder = /(^|\/)(south_)?migrations\//;

/** The role of a file. Half of the Python of a real project is tests; no rule but those about migrations looks beyond `code`. */
export function fileRole(file: FileId): FileRole {
  if (hiddenFolder.test(file)) return 'hidden';
  if (migrationFolder.test(file)) return 'migration';
  return testName.test(baseName(file)) || testFolder.test(file) ? 'test' : 'code';
}
