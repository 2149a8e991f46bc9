/**
 * Bodies in AsciiDoc. Comes in: the text of one body and the files that it may include. Goes out: the sanitized HTML of
 * Asciidoctor, its messages in Chinese. Knows no other markup language but HTML.
 */
package org.gongkai.markup.asciidoc;
