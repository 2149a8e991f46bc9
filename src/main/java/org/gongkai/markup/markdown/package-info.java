/**
 * Bodies in Markdown. Comes in: the text of one body. Goes out: safe HTML with an outline, or the HTML that flexmark
 * writes
 * for a JBake project. Knows no other markup language but HTML.
 */
package org.gongkai.markup.markdown;
