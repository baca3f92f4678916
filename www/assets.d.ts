/** The hashed names of the built files, relative to the page; `www/build.mjs` puts them in. */
declare var __ASSETS__: { wasm: string; worker: string };
