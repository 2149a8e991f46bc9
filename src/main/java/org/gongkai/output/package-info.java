/**
 * Files that go out. Comes in: addresses and bytes. Goes out: a folder that is either as it was before or whole and new,
 * and its {@link org.gongkai.output.Manifest}. Knows nothing of entries or pages.
 */
package org.gongkai.output;
