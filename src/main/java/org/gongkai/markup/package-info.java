/**
 * Types that the converters of all markup languages share: the text to convert ({@link org.gongkai.markup.Markup}), its
 * result ({@link org.gongkai.markup.Body}), the resolution of links, and the characters of Chinese writing. Knows no
 * converter, no site and no template.
 */
package org.gongkai.markup;
