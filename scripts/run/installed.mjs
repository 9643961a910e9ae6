/** Whether node_modules holds what the lock file asks for. Runs before anything is installed: Node's own modules only. */

/**
 * @typedef {{readonly version?: string, readonly optional?: boolean, readonly link?: boolean}} LockedPackage
 * @typedef {{readonly packages: Readonly<Record<string, LockedPackage>>}} Lock
 */

/**
 * @param {Lock} wanted package-lock.json
 * @param {Lock | null} installed node_modules/.package-lock.json, which npm writes last of all; null when it is missing
 * @returns {string[]} paths of packages that are missing or of another version. Optional ones, made for other systems, may be missing.
 */
export function findOutdated(wanted, installed) {
  const present = installed?.packages ?? {};
  return Object.entries(wanted.packages)
    .filter(([path, { version, optional }]) => {
      const found = present[path];
      return path !== '' && (found === undefined ? optional !== true : found.version !== version);
    })
    .map(([path]) => path);
}
