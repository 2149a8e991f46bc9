/**
 * Entries of other generators (Hugo, Hexo, Jekyll, VuePress, MkDocs, GitBook), one file at a time.
 * Comes in: a Markdown file with their header. Goes out: its header by our fields, and its body,
 * in which their shortcodes, tags and components are text. Never runs anything of them.
 */
package org.gongkai.write.document.foreign;
