/** What every decoder has to give: the part of a `SeriesTable` that comes out of the bytes. */
export interface Columns {
  readonly timeMs: Float64Array;
  readonly columns: readonly { readonly dimensions: object; readonly values: Float64Array }[];
}
