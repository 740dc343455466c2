import { importPeer } from "../program/import-peer.ts";

/** The part of a column of apache-arrow that is used here. A hole is `null`. */
export interface ArrowColumn extends Iterable<unknown> {
  readonly length: number;
  get(row: number): unknown;
}

/** The part of a table of apache-arrow that is used here. */
export interface ArrowTable {
  readonly numRows: number;
  getChild(name: string): ArrowColumn | null;
}

interface Arrow {
  tableFromJSON(rows: readonly object[]): ArrowTable;
}

export const arrow: Arrow = await importPeer<Arrow>("apache-arrow");
