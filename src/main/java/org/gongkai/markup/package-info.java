/**
 * Bodies. Comes in: the Markdown, AsciiDoc or HTML text of one entry and a {@link org.gongkai.markup.Links} that knows
 * where its links lead. Goes out: a {@link org.gongkai.markup.Body}, safe HTML with its outline. Knows nothing of the
 * site, its templates or where anything is written.
 */
package org.gongkai.markup;
