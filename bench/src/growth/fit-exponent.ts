/** How something grows with a size: as the size to the power of the exponent. */
export interface Growth {
  /** 1 for what is in proportion to the size, 2 for what grows with its square. */
  readonly exponent: number;
  /** The standard error of the exponent; 0 where the points lie on one line. */
  readonly error: number;
}

/**
 * Fits a straight line through sizes and what they cost on logarithmic axes, by least squares. Its slope is the exponent.
 *
 * @throws RangeError for fewer than three sizes, which say nothing of how well they fit, or for what has no logarithm.
 */
export function fitExponent(sizes: readonly number[], costs: readonly number[]): Growth {
  const points = sizes.map((size, index) => ({ x: Math.log(size), y: Math.log(costs[index] ?? Number.NaN) }));
  if (points.length < 3 || points.some(({ x, y }) => !Number.isFinite(x + y))) {
    throw new RangeError(`no growth can be read from ${JSON.stringify({ sizes, costs })}`);
  }
  const meanX = mean(points.map(({ x }) => x));
  const meanY = mean(points.map(({ y }) => y));
  const spreadX = sum(points.map(({ x }) => (x - meanX) ** 2));
  const exponent = sum(points.map(({ x, y }) => (x - meanX) * (y - meanY))) / spreadX;
  const residual = sum(points.map(({ x, y }) => (y - meanY - exponent * (x - meanX)) ** 2));
  return { exponent, error: Math.sqrt(residual / (points.length - 2) / spreadX) };
}

function mean(values: readonly number[]): number {
  return sum(values) / values.length;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
