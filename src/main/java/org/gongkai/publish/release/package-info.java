/**
 * Published releases. Comes in: a folder with a built site and its manifest, and its lasting addresses. Goes out: a
 * store of sealed releases that share unchanged files, one of which is current, and the records of all changes. Does
 * not know source files, templates or git, and prints nothing.
 */
package org.gongkai.publish.release;
