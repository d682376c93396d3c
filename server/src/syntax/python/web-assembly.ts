// The few parts of the WebAssembly interface that the parser needs, typed: the libraries of this project declare none.

/** Linear memory; `buffer` is replaced, and earlier views become empty, when it grows. */
export interface WasmMemory {
  readonly buffer: ArrayBuffer;
}

/** Compiled code, from which any number of instances can be made. */
export interface WasmModule {
  readonly compiled: unique symbol;
}

interface WebAssemblyInterface {
  compile(bytes: Uint8Array): Promise<WasmModule>;
  readonly Instance: new (module: WasmModule, imports: object) => { readonly exports: unknown };
  readonly RuntimeError: new () => Error;
}

/** The global `WebAssembly` of Node and browsers. */
export const webAssembly: WebAssemblyInterface = (globalThis as unknown as { WebAssembly: WebAssemblyInterface })
  .WebAssembly;
