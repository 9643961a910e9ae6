/** Grey shapes where content is about to be; said in words to those who do not see them. */
export function Skeleton({ label, rows = 4 }: { readonly label: string; readonly rows?: number }) {
  return (
    <div class="skeleton" role="status">
      <span class="unseen">{label}</span>
      {Array.from({ length: rows }, (_, i) => <div key={i} aria-hidden="true"><i /><i /></div>)}
    </div>
  );
}
