declare module 'gas-local' {
  /** Runs every .js file of `folder` in `context` (made into a vm context if it is none) and returns it. */
  export function require(folder: string, context: object): Record<string, unknown>;
}
