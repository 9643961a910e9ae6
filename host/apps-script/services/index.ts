import type { ServiceContext } from '../service-context';
import type { ServiceObject } from '../wire';
import { createCacheService } from './cache-service';
import { createHtmlService } from './html-service';
import { createLockService } from './lock-service';
import { createMailApp } from './mail-app';
import { createPropertiesService } from './properties-service';
import { createScriptApp } from './script-app';
import { createSession } from './session';
import { createSheetsService } from './sheets-service';
import { createSpreadsheetApp } from './spreadsheet-app';
import { createUrlFetchApp } from './url-fetch-app';
import { createUtilities } from './utilities';

/** The services of one execution by the global's name. `Sheets` is there only if the manifest enables it. */
export function createServices(context: ServiceContext): Readonly<Record<string, ServiceObject>> {
  return {
    CacheService: createCacheService(context),
    HtmlService: createHtmlService(context),
    LockService: createLockService(context),
    MailApp: createMailApp(context),
    PropertiesService: createPropertiesService(context),
    ScriptApp: createScriptApp(context),
    Session: createSession(context),
    SpreadsheetApp: createSpreadsheetApp(context),
    UrlFetchApp: createUrlFetchApp(context),
    Utilities: createUtilities(context),
    ...(context.manifest.advancedServices.includes('Sheets') ? { Sheets: createSheetsService(context) } : {}),
  };
}

/** Services that exist on Google and of which nothing is emulated: a call of anything in them throws by name. */
export const UNKNOWN_SERVICES: readonly string[] = [
  'Browser', 'CalendarApp', 'CardService', 'Charts', 'ContactsApp', 'ContentService', 'DocumentApp', 'DriveApp', 'FormApp', 'GmailApp', 'GroupsApp',
  'Jdbc', 'LanguageApp', 'LinearOptimizationService', 'Maps', 'SitesApp', 'SlidesApp', 'XmlService',
];
