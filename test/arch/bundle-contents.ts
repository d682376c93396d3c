import { refusedNodeModules } from './layers.ts';

/** What we read of esbuild's metafile. */
export interface Metafile {
  readonly inputs: Readonly<Record<string, { readonly bytes: number; readonly imports: readonly BundleImport[] }>>;
  readonly outputs: Readonly<Record<string, BundleOutput>>;
}

interface BundleImport {
  readonly path: string;
  readonly external?: boolean;
}

interface BundleOutput {
  readonly bytes: number;
  readonly entryPoint?: string;
  readonly imports: readonly BundleImport[];
  readonly inputs: Readonly<Record<string, { readonly bytesInOutput: number }>>;
}

/** Who may ask for a module of Node's that reaches the network or starts programs. */
const exceptions: Readonly<Record<string, readonly string[]>> = {
  'server/src/cli/changed-since.ts': ['node:child_process'],
  // The client starts the language server.
  'node_modules/vscode-languageclient/lib/node/main.js': ['node:child_process'],
  'node_modules/vscode-languageclient/lib/node/processes.js': ['node:child_process'],
};

/** Folders and packages of the workshop. */
const workshop =
  /^(test|rules\/tools)\/|(^|\/)node_modules\/(ts-morph|@ts-morph|typescript|tsx|esbuild|knip|fast-check|@biomejs)\//;

/** What is in a bundle and has no right to be there, by the file that brings it. */
export function bundleFaults({ inputs }: Pick<Metafile, 'inputs'>): readonly string[] {
  const faults: string[] = [];
  for (const [input, { imports }] of Object.entries(inputs)) {
    if (workshop.test(input)) faults.push(`${input} belongs to the workshop`);
    for (const { path, external } of imports) {
      if (external !== true) continue;
      const module = path.startsWith('node:') ? path : `node:${path}`;
      if (refusedNodeModules.includes(module) && exceptions[input]?.includes(module) !== true) {
        faults.push(`${input} asks for ${module}`);
      }
    }
  }
  return faults;
}

/** Bytes that the files of a package take in a bundle. */
export function bytesOf(output: BundleOutput, packageName: string): number {
  return Object.entries(output.inputs)
    .filter(([input]) => input.startsWith(`node_modules/${packageName}/`))
    .reduce((sum, [, { bytesInOutput }]) => sum + bytesInOutput, 0);
}
