/**
 * Output files. Comes in: addresses and bytes. Goes out: a folder that is replaced as a whole or not at all, and its
 * {@link org.gongkai.output.Manifest}. Does not know entries or pages.
 *
 * <p>Staging lies inside the output folder ({@code .gongkai-staging}), so that both are on one disk and everything
 * can be put in place by renaming. Files whose bytes are there already are not written. What the last manifest
 * lists and the new one does not is removed; anything else in the folder is left alone. What is about to be put in
 * place is recorded first, and old files are set aside: if a rename fails, or the build is killed, all of it is
 * undone, then or by the next build, so that the manifest always describes what is there. The outputs of several
 * audiences count as one.
 */
package org.gongkai.output;
