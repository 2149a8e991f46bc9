/**
 * What a reader of Word documents makes: blocks of runs, places of remarks, names of pictures, characters of
 * symbol fonts. Knows no file format.
 */
package org.gongkai.write.document.word.assemble;
