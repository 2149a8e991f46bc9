/**
 * Changes to a text before it is parsed. Comes in: Markdown or plain text as typed. Goes out: the same text with blank
 * lines between its paragraphs, and the positions of its lines in the file. Knows no writer.
 */
package org.gongkai.markup.markdown.prepare;
