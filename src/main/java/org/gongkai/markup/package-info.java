/**
 * Types that the converters of all markup languages share: the text to convert ({@link org.gongkai.markup.Markup}), its
 * result ({@link org.gongkai.markup.Body}), the questions in it that are counted, and the resolution of links. Knows no
 * converter, no site and no template.
 *
 * <p>Before the allow-list a filter removes tags that may not appear: the library reads HTML as a browser does,
 * where one {@code <title>} in a sentence hides the rest of the page. Unterminated HTML is shown as typed.
 */
package org.gongkai.markup;
