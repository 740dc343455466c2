const dayMs = 86_400_000;
const sdkNames = ["Android", "Flutter", "JSClient", "React", "ReactNative", "iOS"];

/** Month-to-date counts of every day from `fromMs` up to and with `toMs`, by SDK, as the API writes them. */
export function answerPull(fromMs: number, toMs: number): string {
  const series: object[] = [];
  for (let time = Math.ceil(fromMs / dayMs) * dayMs; time <= toMs; time += dayMs) {
    const date = new Date(time);
    const counts = sdkNames.map(
      (_, sdk) => (sdk + 1) * 10_000 + date.getUTCDate() * (97 + date.getUTCMonth()),
    );
    series.push({ time, ...counts });
  }
  const metadata = sdkNames.map((sdkName) => ({ sdkName }));
  return JSON.stringify({ _links: {}, metadata, series });
}
