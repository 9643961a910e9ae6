/** Where in the sidebar a person is. The first view of the path is the home, the last one is seen. */
import type { WireRecord } from '../src/contract/methods';

export type View =
  | { readonly name: 'home' }
  | { readonly name: 'status' }
  | { readonly name: 'customer'; readonly id: string; readonly row?: number }
  | { readonly name: 'transaction'; readonly record: WireRecord; readonly customerName: string }
  | { readonly name: 'form'; readonly entity: string; readonly record?: WireRecord; readonly customer?: { readonly id: string; readonly name: string } }
  | { readonly name: 'history'; readonly entity: string; readonly id: string; readonly title: string };

export type Path = readonly View[];

export interface Navigation {
  /** A view over this one: back leads here. */
  open(view: View): void;
  /** In place of this one. */
  replace(view: View): void;
  back(): void;
  /** The customer's card, with the home under it: after a save nothing leads back into the form. */
  showCustomer(id: string, row?: number): void;
}

export const HOME: Path = [{ name: 'home' }];

export function navigation(change: (step: (path: Path) => Path) => void): Navigation {
  return {
    open: (view) => change((path) => [...path, view]),
    replace: (view) => change((path) => [...path.slice(0, -1), view]),
    back: () => change((path) => (path.length > 1 ? path.slice(0, -1) : path)),
    showCustomer: (id, row) => change(() => [...HOME, { name: 'customer', id, ...(row === undefined ? {} : { row }) }]),
  };
}
