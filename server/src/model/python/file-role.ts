import { baseName, type FileId } from '../../text/file-id.ts';

/** What a Python file is for, told by its path alone. */
export type FileRole = 'code' | 'test' | 'migration';

const testName = /^(test_.*|.*_tests?|tests|conftest)\.py$/;
const testFolder = /(^|\/)(tests?|testing|test_[^/]+|[^/]+_tests)\//;
const migrationFolder = /(^|\/)(south_)?migrations\//;

/** The role of a file. Half of the Python of a real project is tests; no rule but those about migrations looks beyond `code`. */
export function fileRole(file: FileId): FileRole {
  if (migrationFolder.test(file)) return 'migration';
  return testName.test(baseName(file)) || testFolder.test(file) ? 'test' : 'code';
}
