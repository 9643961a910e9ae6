import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The parts of appsscript.json that change what a script may do. */
export interface Manifest {
  readonly timeZone: string;
  /** Null when none are listed: Google then detects them from the code. */
  readonly oauthScopes: readonly string[] | null;
  readonly advancedServices: readonly string[];
}

export function readManifest(distFolder: string): Manifest {
  const file = join(distFolder, 'appsscript.json');
  if (!existsSync(file)) throw new Error(`The bundle has no appsscript.json: ${distFolder}`);
  const json = JSON.parse(readFileSync(file, 'utf8')) as {
    readonly timeZone?: string;
    readonly oauthScopes?: readonly string[];
    readonly dependencies?: { readonly enabledAdvancedServices?: readonly { readonly userSymbol: string }[] };
  };
  return {
    timeZone: json.timeZone ?? 'Etc/UTC',
    oauthScopes: json.oauthScopes ?? null,
    advancedServices: (json.dependencies?.enabledAdvancedServices ?? []).map((service) => service.userSymbol),
  };
}
