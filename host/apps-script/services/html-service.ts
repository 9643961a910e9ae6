import { existsSync, readFileSync } from 'node:fs';
import { join, resolve, sep } from 'node:path';
import { mangleLikeGoogle } from '../html-mangling';
import type { ServiceContext } from '../service-context';
import type { ShownPage } from '../ui-recorder';
import { EnumValue, notEmulated, ServiceError, serviceObject, type Member, type ServiceObject } from '../wire';
import { enumTable, numberArgument, textArgument } from './arguments';

/** Names Google lets a page set by addMetaTag. */
const META_NAMES = new Set(['apple-mobile-web-app-capable', 'google-site-verification', 'mobile-web-app-capable', 'viewport']);

interface Page {
  title: string;
  content: string;
  width: number | null;
  height: number | null;
  metaTags: { name: string; content: string }[];
}

const pages = new WeakMap<ServiceObject, Page>();

export function createHtmlService(context: ServiceContext): ServiceObject {
  return serviceObject({
    type: 'HtmlService',
    service: 'HtmlService',
    members: {
      createHtmlOutput: (...args) => htmlOutput(args.length === 0 ? '' : textArgument(args, 0, 'HtmlService.createHtmlOutput')),
      createHtmlOutputFromFile: (...args) => htmlOutput(fileContent(context.distFolder, textArgument(args, 0, 'HtmlService.createHtmlOutputFromFile'))),
      getUserAgent: () => { throw notEmulated('HtmlService.getUserAgent'); },
    },
    values: {
      SandboxMode: enumTable('SandboxMode', ['EMULATED', 'IFRAME', 'NATIVE']),
      XFrameOptionsMode: enumTable('XFrameOptionsMode', ['ALLOWALL', 'DEFAULT']),
    },
  });
}

/**
 * The page as Google serves it.
 * assumed: content given as a string is mangled like content from a file.
 */
export function servedPage(output: ServiceObject): ShownPage {
  const page = pages.get(output);
  if (page === undefined) throw new TypeError('Not an HtmlOutput.');
  const { title, width, height, metaTags } = page;
  return { title, html: mangleLikeGoogle(page.content), width, height, metaTags: [...metaTags] };
}

/** Names keep folders and drop the extension: `dialogs/import`. */
function fileContent(folder: string, name: string): string {
  const file = resolve(folder, name.endsWith('.html') ? name : `${name}.html`);
  if (!file.startsWith(resolve(folder) + sep) || !existsSync(file)) throw new ServiceError(`No HTML file named ${name} was found.`);
  return readFileSync(join(file), 'utf8');
}

function htmlOutput(content: string): ServiceObject {
  const page: Page = { title: '', content, width: null, height: null, metaTags: [] };
  const chain = (change: (args: readonly unknown[]) => void): Member => (...args) => {
    change(args);
    return output;
  };
  const output: ServiceObject = serviceObject({
    type: 'HtmlOutput',
    members: {
      getContent: () => page.content,
      setContent: chain((args) => { page.content = textArgument(args, 0, 'HtmlOutput.setContent'); }),
      append: chain((args) => { page.content += textArgument(args, 0, 'HtmlOutput.append'); }),
      appendUntrusted: chain((args) => { page.content += escapeHtml(textArgument(args, 0, 'HtmlOutput.appendUntrusted')); }),
      clear: chain(() => { page.content = ''; }),
      getTitle: () => page.title,
      setTitle: chain((args) => { page.title = textArgument(args, 0, 'HtmlOutput.setTitle'); }),
      getWidth: () => page.width,
      setWidth: chain((args) => { page.width = numberArgument(args, 0, 'HtmlOutput.setWidth'); }),
      getHeight: () => page.height,
      setHeight: chain((args) => { page.height = numberArgument(args, 0, 'HtmlOutput.setHeight'); }),
      getMetaTags: () => { throw notEmulated('HtmlOutput.getMetaTags'); },
      addMetaTag: chain((args) => {
        const name = textArgument(args, 0, 'HtmlOutput.addMetaTag');
        if (!META_NAMES.has(name)) throw new ServiceError('The meta tag you specified is not allowed in this context.');
        page.metaTags.push({ name, content: textArgument(args, 1, 'HtmlOutput.addMetaTag') });
      }),
      setFaviconUrl: chain(() => undefined),
      // Google ignores every mode but IFRAME; the frame's options matter to web apps only.
      setSandboxMode: chain(() => undefined),
      setXFrameOptionsMode: chain((args) => { if (!(args[0] instanceof EnumValue)) throw new ServiceError('Invalid argument: mode'); }),
    },
  });
  pages.set(output, page);
  return output;
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
