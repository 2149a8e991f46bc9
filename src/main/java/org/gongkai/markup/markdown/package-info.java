/**
 * Bodies in Markdown. Comes in: the text of one body. Goes out: safe HTML with an outline, or the HTML that flexmark
 * writes for a JBake project. Knows no other markup language but HTML.
 *
 * <p>Markdown is CommonMark 0.31.2 with GitHub's extensions. The library follows 0.29 in running text and has its
 * own tables, so parts of it are replaced; emphasis beside Chinese follows markdown-cjk-friendly. {@code
 * MarkdownSuitesTest} runs the examples of all three and lists intended differences with their reasons. Only
 * Chinese texts are examined for paragraphs typed line by line, and none is split within a link, emphasis or code.
 */
package org.gongkai.markup.markdown;
