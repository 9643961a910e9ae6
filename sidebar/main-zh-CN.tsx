import { ZH_CN } from './messages/zh-CN';
import { start } from './start';

start('zh-CN', ZH_CN);
