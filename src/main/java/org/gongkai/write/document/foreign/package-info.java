/**
 * Entries of other generators (Hugo, Hexo, Jekyll, VuePress, GitBook), and the sources of their websites. Comes in: a
 * Markdown or AsciiDoc file with their header. Goes out: its header by our fields, and its body without their shortcodes
 * and tags. Never runs anything of them.
 */
package org.gongkai.write.document.foreign;
