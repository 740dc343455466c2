export interface LoadMeasurement {
  readonly requestsPerSecond: number;
  readonly bytesPerRequest: number;
}
