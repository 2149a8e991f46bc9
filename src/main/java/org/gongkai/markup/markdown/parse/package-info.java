/**
 * Deviations from flexmark's parser: CommonMark 0.31.2, GitHub's tables and addresses, Chinese punctuation, and bounds
 * on the cost of a text. Comes in: flexmark's callbacks. Goes out: nodes of its syntax tree. Knows nothing of output.
 */
package org.gongkai.markup.markdown.parse;
