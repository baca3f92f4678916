/** Addresses of what the page loads later, relative to the document; put in by the build. */
declare const __ASSETS__: { worker: string; wasm: string; model: string };
