import { EN } from './messages/en';
import { start } from './start';

start('en', EN);
