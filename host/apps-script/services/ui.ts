import type { ServiceContext } from '../service-context';
import type { AlertAnswer, MenuNode } from '../ui-recorder';
import { EnumValue, ServiceError, serviceObject, type Member, type ServiceObject } from '../wire';
import { enumTable, serviceArgument, textArgument } from './arguments';
import { servedPage } from './html-service';

/** SpreadsheetApp.getUi(): menus, sidebar, dialogs. Only a person who has the document open has one. */
export function createUi(context: ServiceContext): ServiceObject {
  const page = (method: string): Member => (...args) => {
    const output = serviceArgument(args, 0, ['HtmlOutput'], `Ui.${method}`);
    if (method === 'showSidebar') context.ui.sidebar(servedPage(output));
    else context.ui.dialog({ ...servedPage(output), title: textArgument(args, 1, `Ui.${method}`), modal: method === 'showModalDialog' });
    return undefined;
  };
  return serviceObject({
    type: 'Ui',
    service: 'SpreadsheetApp',
    members: {
      createMenu: (...args) => menuObject(context, textArgument(args, 0, 'Ui.createMenu')),
      // assumed: an add-on's menu bears the script's name; a bound script has none and its add-on menu is called Add-ons.
      createAddonMenu: () => menuObject(context, 'Add-ons'),
      showSidebar: page('showSidebar'),
      showModalDialog: page('showModalDialog'),
      showModelessDialog: page('showModelessDialog'),
      alert: (...args) => new EnumValue('Button', ask(context, 'alert', args).button),
      prompt: (...args) => promptResponse(ask(context, 'prompt', args)),
    },
    values: {
      Button: enumTable('Button', ['CLOSE', 'OK', 'CANCEL', 'YES', 'NO']),
      ButtonSet: enumTable('ButtonSet', ['OK', 'OK_CANCEL', 'YES_NO', 'YES_NO_CANCEL']),
    },
  });
}

const menus = new WeakMap<ServiceObject, { readonly label: string; readonly items: MenuNode[] }>();

function menuObject(context: ServiceContext, label: string): ServiceObject {
  const items: MenuNode[] = [];
  const chain = (add: (args: readonly unknown[]) => void): Member => (...args) => {
    add(args);
    return menu;
  };
  const menu: ServiceObject = serviceObject({
    type: 'Menu',
    members: {
      addItem: chain((args) => {
        items.push({ kind: 'item', label: textArgument(args, 0, 'Menu.addItem'), functionName: textArgument(args, 1, 'Menu.addItem') });
      }),
      addSeparator: chain(() => { items.push({ kind: 'separator' }); }),
      addSubMenu: chain((args) => {
        const sub = menus.get(serviceArgument(args, 0, ['Menu'], 'Menu.addSubMenu'))!;
        items.push({ kind: 'menu', label: sub.label, items: sub.items });
      }),
      addToUi: () => context.pass('SpreadsheetApp', 'addToUi', () => { context.ui.menu({ kind: 'menu', label, items }); }),
    },
  });
  menus.set(menu, { label, items });
  return menu;
}

/** Forms: (message), (message, buttons), (title, message, buttons). The run is suspended, and its locks do not survive that (platform.md §6). */
function ask(context: ServiceContext, kind: 'alert' | 'prompt', args: readonly unknown[]): AlertAnswer {
  const last = args.at(-1);
  const buttons = last instanceof EnumValue ? last.name : 'OK';
  const texts = (last instanceof EnumValue ? args.slice(0, -1) : args).map(String);
  if (texts.length === 0 || texts.length > 2) throw new ServiceError(`The parameters don't match the method signature for Ui.${kind}.`);
  context.locks.releaseAll(context.execution.number);
  return context.ui.alert({ title: texts.length === 2 ? texts[0]! : '', message: texts.at(-1)!, buttons, prompt: kind === 'prompt' });
}

function promptResponse({ button, text }: AlertAnswer): ServiceObject {
  return serviceObject({
    type: 'PromptResponse',
    members: { getSelectedButton: () => new EnumValue('Button', button), getResponseText: () => text ?? '' },
  });
}
