import { notEmulated, ServiceError, serviceObject, type Member, type ServiceObject } from '../wire';
import { bufferOf, signedBytes } from './bytes';

interface BlobContent {
  data: Buffer;
  type: string | null;
  name: string | null;
}

const contents = new WeakMap<ServiceObject, BlobContent>();

/** A blob lives in the script's memory: its members pass no door. Text is UTF-8 unless a charset is named. */
export function blobObject(data: Buffer, type: string | null, name: string | null): ServiceObject {
  const content: BlobContent = { data, type, name };
  const chain = (change: (args: readonly unknown[]) => void): Member => (...args) => {
    change(args);
    return blob;
  };
  const blob: ServiceObject = serviceObject({
    type: 'Blob',
    members: {
      getBytes: () => signedBytes(content.data),
      setBytes: chain(([bytes]) => { content.data = bufferOf(bytes as readonly unknown[]); }),
      getDataAsString: (charset) => decodeText(content.data, charset),
      setDataFromString: chain(([text]) => { content.data = Buffer.from(String(text), 'utf8'); }),
      getContentType: () => content.type,
      setContentType: chain(([next]) => { content.type = next === null ? null : String(next); }),
      getName: () => content.name,
      setName: chain(([next]) => { content.name = String(next); }),
      isGoogleType: () => false,
      copyBlob: () => blobObject(Buffer.from(content.data), content.type, content.name),
      getBlob: () => blob,
      getAs: () => { throw notEmulated('Blob.getAs'); },
    },
  });
  contents.set(blob, content);
  return blob;
}

export function blobContent(blob: ServiceObject): Readonly<BlobContent> {
  const content = contents.get(blob);
  if (content === undefined) throw new ServiceError('Invalid argument: blob');
  return content;
}

function decodeText(data: Buffer, charset: unknown): string {
  const label = charset === undefined ? 'utf-8' : String(charset);
  try {
    return new TextDecoder(label, { ignoreBOM: true }).decode(data);
  } catch {
    throw new ServiceError(`Invalid argument: ${label}`);
  }
}
