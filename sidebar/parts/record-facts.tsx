/** Everything a record says, section by section; what is empty is left out. */
import { isBlankValue } from '../../src/domain/field';
import type { WireRecord } from '../../src/contract/methods';
import { checkContext, useWorkspace } from '../workspace';
import { FieldValue } from './field-value';

export function RecordFacts({ record, omit = [] }: { readonly record: WireRecord; readonly omit?: readonly string[] }) {
  const { archive, language } = useWorkspace();
  const { entity, enabled } = checkContext(archive, record.entity);
  const filled = Object.entries(entity.fields)
    .filter(([key]) => enabled.has(key) && !omit.includes(key) && !isBlankValue(record.values[key]));
  return (
    <>
      {entity.sections.map((section) => {
        const fields = filled.filter(([, field]) => field.section === section.key);
        return fields.length > 0 && (
          <section key={section.key}>
            <h2 class="minor">{section.labels[language]}</h2>
            <dl class="facts">
              {fields.map(([key, field]) => (
                <div key={key}>
                  <dt>{field.labels[language]}</dt>
                  <dd><FieldValue field={field} fieldKey={key} values={record.values} /></dd>
                </div>
              ))}
            </dl>
          </section>
        );
      })}
    </>
  );
}
