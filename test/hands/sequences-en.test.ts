import { testSequences } from './sequences.ts';

testSequences('en', 0);
