/** The sidebar's line to the script: Google's asynchronous runner, or what the workbench offers under the same name. */
import type { RpcPorts, Transport } from './rpc';

interface ScriptRunner {
  withSuccessHandler(handler: (reply: unknown) => void): ScriptRunner;
  withFailureHandler(handler: (failure: unknown) => void): ScriptRunner;
  handleRequest(json: string): void;
}

declare const google: { readonly script: { readonly run: ScriptRunner } };

/** A call whose connection broke may never be answered; the script itself works at most six minutes, and ours far less. */
const ANSWER_WITHIN_MS = 120_000;

const scriptTransport: Transport = (json) => new Promise((resolve, reject) => {
  const timer = setTimeout(() => reject(new Error('No answer in time')), ANSWER_WITHIN_MS);
  google.script.run
    .withSuccessHandler((reply) => { clearTimeout(timer); resolve(reply); })
    .withFailureHandler((failure) => { clearTimeout(timer); reject(failure); })
    .handleRequest(json);
});

export const browserPorts: RpcPorts = {
  transport: scriptTransport,
  now: () => Date.now(),
  random: () => Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => (byte % 36).toString(36)).join(''),
  jitter: () => Math.random(),
  wait: (ms) => new Promise((resolve) => { setTimeout(resolve, ms); }),
};
