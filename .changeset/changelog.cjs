const { default: fromChangesets } = require("@changesets/changelog-git");

/** Changelogs hold the words of the changesets. All packages share one version, so that one line tells of the others. */
module.exports = {
  getReleaseLine: fromChangesets.getReleaseLine,
  getDependencyReleaseLine: async (_changesets, dependencies) => {
    const names = dependencies.map(({ name, newVersion }) => `\`${name}\` ${newVersion}`);
    return names.length === 0 ? "" : `- Needs ${names.join(", ")}.`;
  },
};
