/** Follows what happens in the workbook, whoever does it. */
import type { Api } from './api';
import type { Changes } from '../wire/doors';

const RETRY_MS = 2_000;

export interface FeedListener {
  changed(changes: Changes): void | Promise<void>;
  lost(): void;
  back(): void;
}

/** Runs until the signal stops it; a host that does not answer is asked again every two seconds. */
export async function followChanges(api: Api, from: number, listener: FeedListener, stop: AbortSignal): Promise<void> {
  let since = from;
  let isLost = false;
  while (!stop.aborted) {
    try {
      const changes = await api.changes(since, stop);
      if (isLost) listener.back();
      isLost = false;
      if (changes.seq !== since || changes.shown.length > 0) await listener.changed(changes);
      since = changes.seq;
    } catch (error) {
      if (stop.aborted) return;
      if (!isLost) listener.lost();
      isLost = true;
      console.warn(error);
      await new Promise((resolve) => setTimeout(resolve, RETRY_MS));
    }
  }
}
