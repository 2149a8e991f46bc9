/**
 * What the readers of both formats share: blocks made of runs, places of remarks, names of pictures, characters of
 * symbol fonts. Knows no file format.
 */
package org.gongkai.write.document.word.assemble;
