/**
 * Reads the binary format of Word 97 to 2003, which WPS writes as well. Comes in: a file that anybody may have made.
 * Goes out: an {@link org.gongkai.write.document.ImportedDocument}.
 */
package org.gongkai.write.document.word.binary;
