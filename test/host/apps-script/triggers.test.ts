import { nextRun } from '../../../host/apps-script/clock-schedule';
import type { ClockSchedule } from '../../../host/apps-script/host-state';
import { aScriptHost, EDITOR, OWNER, START } from './script-fixture';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const JOB = 'function job(e) { console.log(e.triggerUid + " " + e.timezone + " " + e.year + "-" + e.month + "-" + e["day-of-month"] + " " + e.hour + " " + String(e.authMode)); }';

describe('the next run', () => {
  const daily = (hour: number, minute: number, timeZone: string): ClockSchedule => ({ every: 'days', count: 1, hour, minute, day: null, timeZone });
  const utc = (text: string): number => Date.parse(`${text}Z`);

  test.each<[string, ClockSchedule, string, string, string]>([
    ['every ten minutes', { every: 'minutes', count: 10 }, '2026-01-01T00:03', '2026-01-01T00:03', '2026-01-01T00:13'],
    ['every ten minutes, late', { every: 'minutes', count: 10 }, '2026-01-01T00:03', '2026-01-01T00:33', '2026-01-01T00:43'],
    ['every two hours', { every: 'hours', count: 2 }, '2026-01-01T00:30', '2026-01-01T03:00', '2026-01-01T04:30'],
    ['daily in Shanghai, today', daily(9, 17, 'Asia/Shanghai'), '2026-01-01T00:00', '2026-01-01T00:00', '2026-01-01T01:17'],
    ['daily in Shanghai, tomorrow', daily(9, 17, 'Asia/Shanghai'), '2026-01-01T00:00', '2026-01-01T01:17', '2026-01-02T01:17'],
    ['daily in New York over the start of summer time', daily(9, 0, 'America/New_York'), '2026-03-07T00:00', '2026-03-07T14:00', '2026-03-08T13:00'],
    ['daily at an hour that summer time skips', daily(2, 30, 'America/New_York'), '2026-03-07T00:00', '2026-03-07T07:30', '2026-03-08T07:30'],
    ['every second day', { ...daily(1, 0, 'UTC'), count: 2 } as ClockSchedule, '2026-01-01T00:00', '2026-01-01T01:00', '2026-01-03T01:00'],
    ['weekly on Monday', { every: 'weeks', count: 1, hour: 8, minute: 5, day: 1, timeZone: 'UTC' }, '2026-01-01T00:00', '2026-01-01T00:00', '2026-01-05T08:05'],
    ['every second week', { every: 'weeks', count: 2, hour: 8, minute: 5, day: 1, timeZone: 'UTC' }, '2026-01-01T00:00', '2026-01-05T08:05', '2026-01-19T08:05'],
    ['monthly on the 31st', { every: 'months', count: 1, hour: 0, minute: 0, day: 31, timeZone: 'UTC' }, '2026-01-01T00:00', '2026-01-31T00:00', '2026-03-31T00:00'],
    ['once', { every: 'once', at: Date.parse('2026-01-02T00:00Z') }, '2026-01-01T00:00', '2026-01-01T00:00', '2026-01-02T00:00'],
  ])('%s', (_what, schedule, created, after, expected) => {
    expect(new Date(nextRun(schedule, utc(created), utc(after))!).toISOString()).toBe(`${expected}:00.000Z`);
  });

  test('of a one-off that has fired is never', () => {
    expect(nextRun({ every: 'once', at: 5 }, 0, 5)).toBeNull();
  });
});

describe('clock triggers', () => {
  const install = (chain: string): string => `ScriptApp.newTrigger('job').timeBased().${chain}.create();`;

  test('"9 o’clock" fires once a day between 9 and 10 in the script’s zone, at one steady minute', () => {
    const { host, evaluate } = aScriptHost(JOB);
    evaluate(install('everyDays(1).atHour(9)'));
    const runs = host.advanceTo(START + 5 * DAY);
    const times = runs.map(({ at }) => new Date(at).toISOString().slice(11, 16));

    expect(runs).toHaveLength(5);
    expect(new Set(times).size).toBe(1);
    expect(times[0]).toMatch(/^01:/);
    expect(runs[0]!.outcome).toMatchObject({ ok: true, logs: [{ text: expect.stringMatching(/^7\d+ UTC 2026-1-16 1 FULL$/) as string }] });
  });

  test('nearMinute keeps within a quarter of an hour', () => {
    const minutes = Array.from({ length: 20 }, (_, seed) => {
      const { host, evaluate } = aScriptHost(JOB, { seed });
      evaluate(install('everyDays(1).atHour(9).nearMinute(30)'));
      return new Date(host.triggers()[0]!.nextRunAt!).getUTCMinutes();
    });

    expect(Math.min(...minutes)).toBeGreaterThanOrEqual(15);
    expect(Math.max(...minutes)).toBeLessThanOrEqual(45);
    expect(new Set(minutes).size).toBeGreaterThan(5);
  });

  test('several triggers fire in order of time, the clock moving along', () => {
    const { host, door, evaluate } = aScriptHost(`${JOB} function other() {}`);
    evaluate(`${install('everyHours(2)')} ScriptApp.newTrigger('other').timeBased().everyHours(1).create();`);
    const runs = host.advanceTo(START + 4 * HOUR + 60_000);

    expect(runs.map(({ trigger }) => trigger.handler)).toEqual(['other', 'job', 'other', 'other', 'job', 'other']);
    expect([...runs].sort((a, b) => a.at - b.at)).toEqual(runs);
    expect(door.clock.now()).toBe(START + 4 * HOUR + 60_000);
  });

  test('a one-off fires once and then still counts as a trigger', () => {
    const { host, evaluate } = aScriptHost(JOB);
    evaluate(install('after(60000)'));

    expect(host.advanceTo(START + DAY)).toHaveLength(1);
    expect(evaluate('return ScriptApp.getProjectTriggers().length;')).toBe(1);
  });

  test('a trigger deletes itself', () => {
    const { host, evaluate } = aScriptHost('function job() { ScriptApp.getProjectTriggers().forEach(function (t) { ScriptApp.deleteTrigger(t); }); }');
    evaluate(install('everyMinutes(10)'));

    expect(host.advanceTo(START + DAY)).toHaveLength(1);
  });

  test('the clock does not go back', () => {
    expect(() => aScriptHost().host.advanceTo(START - 1)).toThrow('The clock only moves forward.');
  });

  test('ninety minutes a day of trigger time, then silence until the next day', () => {
    const { host, evaluate } = aScriptHost('function job() { Utilities.sleep(300000); }');
    evaluate(install('everyMinutes(10)'));
    const runs = host.advanceTo(START + 20 * HOUR);
    const ran = runs.filter(({ outcome }) => outcome !== null);

    expect(runs).toHaveLength(119);
    expect(ran).toHaveLength(18);
    expect(host.advanceTo(START + 26 * HOUR).some(({ outcome }) => outcome !== null)).toBe(true);
  });

  test.each([
    ["ScriptApp.newTrigger('job').timeBased().everyMinutes(7)", 'The value you passed to everyMinutes was invalid.'],
    ["ScriptApp.newTrigger('job').timeBased().create()", 'The clock trigger needs a frequency.'],
    ["ScriptApp.newTrigger('job').forSpreadsheet('workbook').create()", 'The spreadsheet trigger needs an event.'],
    ["ScriptApp.newTrigger('job').forSpreadsheet('elsewhere')", "don't match the method signature for TriggerBuilder.forSpreadsheet."],
    ["ScriptApp.newTrigger('job').forForm('x')", 'Not emulated: TriggerBuilder.forForm'],
  ])('%s is refused', (expression, message) => {
    expect(() => aScriptHost(JOB).evaluate(`return ${expression};`)).toThrow(message);
  });
});

describe('triggers belong to whoever made them', () => {
  test('only their creator sees and deletes them, and they run as their creator', () => {
    const { host, evaluate } = aScriptHost('function job() { console.log(Session.getEffectiveUser().getEmail()); }');
    const make = "ScriptApp.newTrigger('job').timeBased().everyHours(1).create();";
    evaluate(make);
    evaluate(make, EDITOR);

    expect([evaluate('return ScriptApp.getProjectTriggers().length;'), evaluate('return ScriptApp.getProjectTriggers().length;', EDITOR)]).toEqual([1, 1]);
    expect(host.advanceTo(START + HOUR + 60_000).map(({ outcome }) => outcome!.logs[0]!.text)).toEqual([OWNER, EDITOR]);
    evaluate('ScriptApp.deleteTrigger(ScriptApp.getProjectTriggers()[0]);');
    expect(host.triggers().map(({ owner }) => owner)).toEqual([EDITOR]);
  });

  test('what a trigger tells of itself', () => {
    expect(aScriptHost().evaluate(`
      ScriptApp.newTrigger('a').timeBased().everyHours(1).create(); ScriptApp.newTrigger('b').forSpreadsheet('workbook').onChange().create();
      return ScriptApp.getProjectTriggers().map(function (t) { return [t.getHandlerFunction(), String(t.getEventType()), t.getTriggerSource() === ScriptApp.TriggerSource.CLOCK, t.getTriggerSourceId()]; });`))
      .toEqual([['a', 'CLOCK', true, null], ['b', 'ON_CHANGE', false, 'workbook']]);
  });

  test('the twenty-first is refused', () => {
    const { evaluate } = aScriptHost();
    const make = (count: number): string => `for (var i = 0; i < ${count}; i++) ScriptApp.newTrigger('x').timeBased().everyDays(1).create(); return ScriptApp.getProjectTriggers().length;`;

    expect(evaluate(make(20))).toBe(20);
    expect(() => evaluate(make(1))).toThrow('This script has too many triggers.');
    expect(evaluate(make(1), EDITOR)).toBe(1);
  });

  test('an add-on has one clock trigger a person and none more often than hourly', () => {
    const { evaluate } = aScriptHost('', { deployment: 'add-on' });
    const make = (every: string): string => `ScriptApp.newTrigger('x').timeBased().${every}.create();`;

    expect(() => evaluate(make('everyMinutes(10)'))).toThrow('more than once per hour');
    evaluate(make('everyHours(1)'));
    expect(() => evaluate(make('everyDays(1)'))).toThrow('too many triggers of this type');
  });
});

describe('what people do in the grid', () => {
  const source = `
    function onEdit(e) { console.log('simple ' + e.range.getA1Notation() + ' ' + e.value + ' ' + e.oldValue + ' ' + e.authMode); }
    function edited(e) { console.log('edited ' + e.authMode); }
    function changed(e) { console.log('changed ' + e.changeType); }`;
  const hosted = () => {
    const fixture = aScriptHost(source);
    fixture.evaluate("ScriptApp.newTrigger('edited').forSpreadsheet('workbook').onEdit().create(); ScriptApp.newTrigger('changed').forSpreadsheet('workbook').onChange().create();");
    return fixture.host;
  };
  const place = { sheetId: 42, row: 3, column: 2, rows: 1, columns: 1 };
  const heard = (outcomes: readonly { logs: readonly { text: string }[] }[]): string[] => outcomes.map(({ logs }) => logs[0]!.text);

  test('an edit of one cell tells both values, to the simple and the installed handlers', () => {
    expect(heard(hosted().gridEdited({ user: EDITOR, changeType: 'EDIT', place, value: 'new', oldValue: 'old' }))).toEqual(['simple B3 new old LIMITED', 'edited FULL', 'changed EDIT']);
  });

  test('an edit of several cells tells none', () => {
    expect(heard(hosted().gridEdited({ user: EDITOR, changeType: 'EDIT', place: { ...place, rows: 2 }, value: 'new' }))[0]).toBe('simple B3:B4 undefined undefined LIMITED');
  });

  test('edits made while one is handled wait, two at most; further ones are lost', () => {
    const { host, door } = aScriptHost("function onEdit(e) { PropertiesService.getDocumentProperties().getKeys(); console.log(e.range.getA1Notation()); }");
    const edit = (row: number) => host.gridEdited({ user: EDITOR, changeType: 'EDIT', place: { ...place, row }, value: 'v' });
    let burst = 4;
    door.onBeforeCall(() => { while (burst > 0) expect(edit(10 + (burst -= 1))).toEqual([]); });

    expect(heard(edit(1))).toEqual(['B1', 'B13', 'B12']);
    expect(heard(edit(2))).toEqual(['B2']);
  });

  test('other changes reach onChange only', () => {
    expect(heard(hosted().gridEdited({ user: EDITOR, changeType: 'INSERT_ROW', place }))).toEqual(['changed INSERT_ROW']);
  });

  test('fire forges the event of the person’s own trigger', () => {
    expect(heard([hosted().fire(OWNER, 'changed')])).toEqual(['changed OTHER']);
  });

  test('a handler that does not exist is told', () => {
    expect(hosted().fire(OWNER, 'gone')).toMatchObject({ ok: false, error: { message: 'Script function not found: gone' } });
  });
});
