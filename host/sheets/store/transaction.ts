/**
 * The undo log of one call. Every change of the store goes through it, so a call that fails half-way is taken back
 * step by step, without a copy of the workbook.
 */
export class Transaction {
  private readonly undoSteps: (() => void)[] = [];
  /** Row arrays this call already owns: they were copied on the first write and may be changed in place. */
  readonly ownRows = new Set<readonly unknown[]>();

  /** True once anything was changed. */
  get dirty(): boolean {
    return this.undoSteps.length > 0;
  }

  set<T extends object, K extends keyof T>(target: T, key: K, value: T[K]): void {
    const before = target[key];
    if (before === value) return;
    this.undoSteps.push(() => { target[key] = before; });
    target[key] = value;
  }

  onRollback(step: () => void): void {
    this.undoSteps.push(step);
  }

  rollback(): void {
    for (let step = this.undoSteps.pop(); step !== undefined; step = this.undoSteps.pop()) step();
  }
}
