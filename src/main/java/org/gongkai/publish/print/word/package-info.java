/** Papers as Word files (ECMA-376). Comes in: a paper as markup. Goes out: the bytes of a file, the same each time. */
package org.gongkai.publish.print.word;
