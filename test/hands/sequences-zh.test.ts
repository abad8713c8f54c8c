import { testSequences } from './sequences.ts';

testSequences('zh-CN', 1);
