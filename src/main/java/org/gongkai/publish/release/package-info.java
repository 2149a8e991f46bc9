/**
 * Published releases. Comes in: a folder that holds a built site and its manifest, and what of its addresses must last.
 * Goes out: a store with sealed releases that share unchanged files, one of which is current, and a list of all that was
 * ever done to them. Knows nothing of entries, templates or git, and prints nothing.
 */
package org.gongkai.publish.release;
