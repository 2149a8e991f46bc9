/**
 * The results of earlier runs. Comes in: records under names, and what they depend on. Goes out: the same records in
 * later runs, or nothing: everything here can be computed again, so a file that is missing, damaged or of another
 * version is no fault. Knows nothing of what the records mean: {@link RecordCodec} encodes each
 * type by its components.
 *
 * <p>The cache lies in the repository's own folder ({@code gongkai/}), which nobody gets by cloning, because it
 * mentions hidden entries; that of a site outside git lies in the user's cache folder, which nobody else may enter. It
 * is valid for the same program ({@link
 * ProgramFingerprint}: the contents of its jar, not its version alone) and the same {@code content/_data}.
 * Whatever cannot be used is computed again; records that a run did not ask for are dropped. Editions cache only
 * why they failed, since they are built once and would evict what today's site needs.
 *
 * <ul>
 * <li>Of files: the header and its problems, by path and version: the name of the blob, or in a folder everything
 * that the file system knows of a file that has not changed for some seconds. The type of a rule decides what may
 * be cached: header and entry rules see neither the day nor other files, a day rule is evaluated each time.
 * <li>Of bodies: what their conversion asked and was answered: every link, the versions of included files. If all
 * answers are the same, so is the HTML. The same applies to earlier versions and comparisons.
 * <li>Of texts: what rules that compare entries read in each, by its path and version.
 * <li>Of pages: the fingerprint of all values that the template read, found by reflection so that none can be
 * forgotten. A template that asks for the current time is therefore refused. A page with the same fingerprint is
 * neither rendered nor written if the output still holds the bytes of the recorded digest.
 * <li>Of the last build: the versions of all files, the commit, the day and the request, and the metadata of every file
 * that it placed. If all of it is the same, {@code build} only repeats what it said.
 * </ul>
 */
package org.gongkai.cache;
