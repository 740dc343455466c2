/** What a program that has ended left behind. */
export interface ProgramResult {
  readonly exitCode: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** A packed package that is to be published. */
export interface Archive {
  readonly name: string;
  readonly version: string;
  readonly file: string;
}

/** How a release meets the world. */
export interface PublishOptions {
  readonly run: (command: string, ...args: readonly string[]) => Promise<ProgramResult>;
  readonly log: (line: string) => void;
}

/** The first npm that gets its right to publish from the workflow that it runs in, instead of from a token. */
const oldestNpm = [11, 5, 1] as const;

/**
 * Publishes the archives whose version the registry does not have, in order.
 *
 * A release that failed half way is finished by running it again.
 *
 * @throws Error when the registry cannot be asked, or refuses.
 */
export async function publishArchives(
  archives: readonly Archive[],
  { run, log }: PublishOptions,
): Promise<void> {
  await checkNpm(run);
  for (const { name, version, file } of archives) {
    if (await isPublished(run, name, version)) {
      log(`${name} ${version} is published already`);
      continue;
    }
    await succeed(run, "npm", "publish", file, "--provenance", "--access=public");
    log(`${name} ${version} is published`);
  }
}

/** Marks the commit and writes the release notes, unless that is done. */
export async function createRelease(
  version: string,
  commit: string,
  notesFile: string,
  { run, log }: PublishOptions,
): Promise<void> {
  const tag = `v${version}`;
  if ((await run("gh", "release", "view", tag)).exitCode === 0) {
    log(`${tag} is there already`);
    return;
  }
  await succeed(
    run,
    "gh",
    "release",
    "create",
    tag,
    "--target",
    commit,
    "--title",
    tag,
    "--notes-file",
    notesFile,
  );
  log(`${tag} is created`);
}

async function checkNpm(run: PublishOptions["run"]): Promise<void> {
  const version = (await succeed(run, "npm", "--version")).trim();
  const parts = version.split(".").map(Number);
  const different = oldestNpm.findIndex((part, index) => part !== parts[index]);
  const isOlder = different >= 0 && !((parts[different] ?? 0) > (oldestNpm[different] ?? 0));
  if (isOlder)
    throw new Error(`npm ${version} cannot publish without a token; use ${oldestNpm.join(".")} or newer`);
}

async function isPublished(run: PublishOptions["run"], name: string, version: string): Promise<boolean> {
  const { exitCode, stdout, stderr } = await run("npm", "view", `${name}@${version}`, "version");
  // A package that nobody has published yet is an error; a version that it does not have is no output.
  if (exitCode === 0) return stdout.trim() === version;
  if (/\bE404\b/.test(stderr)) return false;
  throw new Error(`npm cannot tell whether ${name} ${version} is published\n${stderr}`);
}

async function succeed(
  run: PublishOptions["run"],
  command: string,
  ...args: readonly string[]
): Promise<string> {
  const { exitCode, stdout, stderr } = await run(command, ...args);
  if (exitCode === 0) return stdout;
  throw new Error(`${command} ${args.slice(0, 2).join(" ")} ended with code ${exitCode}\n${stdout}${stderr}`);
}
