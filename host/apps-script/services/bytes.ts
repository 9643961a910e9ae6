import { EnumValue } from '../wire';
import { badArguments } from './arguments';

/** Java's bytes are signed: -128..127. */
export function signedBytes(buffer: Uint8Array): number[] {
  return Array.from(buffer, (byte) => (byte > 127 ? byte - 256 : byte));
}

/** assumed: numbers outside -128..127 wrap around, as a Java cast does. */
export function bufferOf(bytes: readonly unknown[]): Buffer {
  return Buffer.from(bytes.map((byte) => Number(byte) & 255));
}

/**
 * Text or bytes, as many methods of Utilities take them.
 * assumed: without a charset text is US-ASCII, so that other characters become question marks.
 */
export function dataArgument(args: readonly unknown[], index: number, charset: unknown, method: string): Buffer {
  const value = args[index];
  if (Array.isArray(value)) return bufferOf(value);
  if (typeof value !== 'string') throw badArguments(args, method);
  return encodeText(value, charset instanceof EnumValue ? charset.name : 'US_ASCII');
}

export function encodeText(text: string, charset: string): Buffer {
  if (/^utf[-_]?8$/i.test(charset)) return Buffer.from(text, 'utf8');
  return Buffer.from([...text].map((character) => (character.charCodeAt(0) > 127 ? 63 : character.charCodeAt(0))));
}
