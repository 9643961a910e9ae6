import { createHash, createHmac } from 'node:crypto';
import { gunzipSync, gzipSync } from 'node:zlib';
import { formatJavaDate } from '../java-date-format';
import type { ServiceContext } from '../service-context';
import { ServiceError, serviceObject, type Member, type ServiceObject } from '../wire';
import { badArguments, enumArgument, enumTable, numberArgument, serviceArgument, textArgument } from './arguments';
import { blobContent, blobObject } from './blob';
import { bufferOf, dataArgument, encodeText, signedBytes } from './bytes';
import { parseCsv } from './parse-csv';

const DIGESTS: Readonly<Record<string, string>> = { MD2: '', MD5: 'md5', SHA_1: 'sha1', SHA_256: 'sha256', SHA_384: 'sha384', SHA_512: 'sha512' };
const MACS: Readonly<Record<string, string>> = { HMAC_MD5: 'md5', HMAC_SHA_1: 'sha1', HMAC_SHA_256: 'sha256', HMAC_SHA_384: 'sha384', HMAC_SHA_512: 'sha512' };

export function createUtilities(context: ServiceContext): ServiceObject {
  const encode = (variant: 'base64' | 'base64url', method: string): Member => (...args) => {
    const text = dataArgument(args, 0, args[1], method).toString('base64');
    return variant === 'base64' ? text : text.replaceAll('+', '-').replaceAll('/', '_');
  };
  const decode = (method: string): Member => (...args) => {
    const text = textArgument(args, 0, method);
    if (!/^[A-Za-z0-9+/_-]*={0,2}$/.test(text)) throw new ServiceError('Could not decode string.');
    return signedBytes(Buffer.from(text, 'base64'));
  };
  return serviceObject({
    type: 'Utilities',
    service: 'Utilities',
    members: {
      getUuid: () => uuid(context),
      sleep: (...args) => { context.execution.wait(numberArgument(args, 0, 'Utilities.sleep')); },
      formatDate: (...args) => {
        const [date] = args;
        if (!(date instanceof Date)) throw badArguments(args, 'Utilities.formatDate');
        return inGoogleWords(() => formatJavaDate(date.getTime(), textArgument(args, 1, 'Utilities.formatDate'), textArgument(args, 2, 'Utilities.formatDate')));
      },
      computeDigest: (...args) => {
        const algorithm = DIGESTS[enumArgument(args, 0, 'DigestAlgorithm', 'Utilities.computeDigest')];
        if (!algorithm) throw new ServiceError('Not emulated: Utilities.computeDigest MD2', 'NotEmulated');
        return signedBytes(createHash(algorithm).update(dataArgument(args, 1, args[2], 'Utilities.computeDigest')).digest());
      },
      computeHmacSignature: (...args) => hmac(MACS[enumArgument(args, 0, 'MacAlgorithm', 'Utilities.computeHmacSignature')]!, args.slice(1), 'Utilities.computeHmacSignature'),
      computeHmacSha256Signature: (...args) => hmac('sha256', args, 'Utilities.computeHmacSha256Signature'),
      base64Encode: encode('base64', 'Utilities.base64Encode'),
      base64EncodeWebSafe: encode('base64url', 'Utilities.base64EncodeWebSafe'),
      base64Decode: decode('Utilities.base64Decode'),
      base64DecodeWebSafe: decode('Utilities.base64DecodeWebSafe'),
      newBlob: (...args) => {
        const [data, type, name] = args;
        const bytes = Array.isArray(data) ? bufferOf(data) : encodeText(textArgument(args, 0, 'Utilities.newBlob'), 'UTF_8');
        return blobObject(bytes, typeof type === 'string' ? type : typeof data === 'string' ? 'text/plain' : null, typeof name === 'string' ? name : null);
      },
      gzip: (...args) => {
        const { data, name } = blobContent(serviceArgument(args, 0, ['Blob'], 'Utilities.gzip'));
        return blobObject(gzipSync(data), 'application/x-gzip', typeof args[1] === 'string' ? args[1] : name === null ? 'archive.gz' : `${name}.gz`);
      },
      ungzip: (...args) => {
        const { data, name } = blobContent(serviceArgument(args, 0, ['Blob'], 'Utilities.ungzip'));
        return inGoogleWords(() => blobObject(gunzipSync(data), null, name?.replace(/\.gz$/, '') ?? null));
      },
      parseCsv: (...args) => {
        const delimiter = typeof args[1] === 'string' ? args[1] : typeof args[1] === 'number' ? String.fromCharCode(args[1]) : ',';
        return inGoogleWords(() => parseCsv(textArgument(args, 0, 'Utilities.parseCsv'), delimiter));
      },
    },
    values: {
      Charset: enumTable('Charset', ['US_ASCII', 'UTF_8']),
      DigestAlgorithm: enumTable('DigestAlgorithm', Object.keys(DIGESTS)),
      MacAlgorithm: enumTable('MacAlgorithm', Object.keys(MACS)),
    },
  });
}

/** Version 4, drawn from the host's seed. */
function uuid({ random }: ServiceContext): string {
  return 'xxxxxxxx-xxxx-4xxx-yxxx-xxxxxxxxxxxx'.replace(/[xy]/g, (mark) => (mark === 'x' ? random.integer(16) : 8 + random.integer(4)).toString(16));
}

/** (value, key) or (value, key, charset); value and key are both text or both bytes. */
function hmac(algorithm: string, args: readonly unknown[], method: string): number[] {
  if (typeof args[0] !== typeof args[1]) throw badArguments(args, method);
  return signedBytes(createHmac(algorithm, dataArgument(args, 1, args[2], method)).update(dataArgument(args, 0, args[2], method)).digest());
}

/** Turns the complaint of a library into an error of the service. */
function inGoogleWords<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw error instanceof ServiceError ? error : new ServiceError(`Invalid argument: ${error instanceof Error ? error.message : String(error)}`);
  }
}
