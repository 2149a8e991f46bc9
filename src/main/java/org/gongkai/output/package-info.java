/**
 * Output files. Comes in: addresses and bytes. Goes out: a folder that is replaced as a whole or not at all, and its
 * {@link org.gongkai.output.Manifest}. Does not know entries or pages.
 */
package org.gongkai.output;
