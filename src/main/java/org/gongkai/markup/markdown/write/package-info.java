/**
 * The writers of Markdown. Comes in: a syntax tree of flexmark. Goes out: HTML, the outline and the anchors of the
 * body. Knows nothing of parsing.
 */
package org.gongkai.markup.markdown.write;
