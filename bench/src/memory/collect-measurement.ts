/** What a process found out about collecting a number of years. */
export interface CollectMeasurement {
  readonly pieceCount: number;
  readonly valueCount: number;
  /** What was alive at the most while a piece was held, over what was before. */
  readonly peakBytes: number;
  /** High-water resident memory of the process; it depends on when garbage was collected. */
  readonly residentBytes: number;
}
