/**
 * Everything of the entries `catalog`, `errors`, `response` and `time` in one module: the quickest to load for whoever
 * needs most of it.
 *
 * @packageDocumentation
 */
export * from "./catalog.ts";
export * from "./errors/index.ts";
export * from "./response/index.ts";
export * from "./time/index.ts";
