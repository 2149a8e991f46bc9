/**
 * Bundles, which transfer releases into isolated networks. Comes in: a release of a store, or an archive. Goes out: an
 * archive whose bytes depend on the release alone, with a summary of the changes; or the findings in an archive, or the
 * site in it. Does not know source files or git, publishes nothing and prints nothing.
 *
 * <pre>
 * site/                the release's files and its sealed manifest.json
 * record.jsonl         the store's first record, the one that made the release and the one that seals it; no later ones
 * addresses.txt        addresses that must last, sealed by the record
 * CHANGES.txt, README.txt   for people
 * manifest.json        all files above; manifest.sig signs it, SHA256SUMS is for those without the program
 * </pre>
 *
 * <p>The bytes depend on the release and on what it is compared with: sorted, one time (that of the release),
 * nothing compressed. Compressors differ between machines, scanners see every byte, and a reader that accepts only
 * stored files that together are no larger than their archive cannot be made to unpack more.
 *
 * <p>The record seals the site's manifest and the addresses and names the commit; without a key all of it can be
 * forged, as with stores. Texts for people are covered by {@code manifest.sig}
 * only, so {@code --public-key} requires both signatures. Older signed archives stay valid: an
 * import refuses one that was made before what is published, or that comes from another store, unless forced.
 * Importing is publishing, with the same lock, check of addresses and recovery. Takedowns of the receiving side
 * prevail over an archive, forced or not.  */
package org.gongkai.publish.bundle;
