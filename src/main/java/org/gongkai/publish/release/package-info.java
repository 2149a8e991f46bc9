/**
 * Published releases. Comes in: a folder with a built site and its manifest, and its lasting addresses. Goes out: a
 * store of sealed releases that share unchanged files, one of which is current, and the records of all changes; every
 * deviation of a store or a folder from its manifests and records; and the addresses that would be lost. Does not know
 * source files, templates or git, and prints nothing.
 *
 * <p>A store is one audience's folder:
 *
 * <pre>
 * current              relative link to the release that readers see
 * releases/ID/         a site and its manifest.json, read-only; ID is the time in the site's zone
 * editions/NAME/       a site that was built once; every release links its files below editions/NAME/
 * addresses/ID.txt     the addresses of a release that must last; behind that of an entry its marks
 * records.jsonl        the ledger, one JSON object a line
 * .lock                held while a command writes
 * .gongkai-*           work in progress, here and below releases, editions and addresses
 * </pre>
 *
 * <p><b>The ledger is the truth; the disk follows it.</b> A record is written when everything that it mentions is
 * on disk (files, folders and names are forced), and the link is switched after it. The ledger is replaced in one
 * step. Every writing command begins with {@code Recovery}: what was not recorded is deleted, what was recorded is
 * completed. One rule covers publishing, rolling back, pruning and takedowns.
 *
 * <p><b>Only our own files are touched</b>: what the records name, and names that begin with {@code .gongkai-}. A
 * folder of releases without records is refused, for the records may come back from a backup; so are a {@code
 * current}, an edition's folder and a {@code .lock} of others. A release takes another name where something exists
 * already.
 *
 * <p><b>Several audiences change together.</b> A publication prepares everything for all stores under temporary
 * names, then writes into {@code .gongkai-journal} what it is about to do (move into place, append records, switch
 * {@code current}), does it, and removes the journal. If the machine fails in between, it is undone; if that fails
 * as well, the message says who sees what. If the process dies, the next command that writes to any of the stores
 * completes what the journal says. Takedowns and their ends go the same way, but only forward. A lock is given to
 * nobody before the journals above, in and below its folder are completed ({@code Transaction.lock}). A site that gets
 * several audiences, or loses them, gets new stores in the same folder; the old ones can still be verified, pruned and
 * taken down from. They are not continued, because no store knows which of the new audiences may read it.
 *
 * <p><b>Unchanged files are hard links</b>, so a release costs what changed, and a release of the same files is
 * not made at all. A built file is compared with the one that would be shared: damage is not inherited. Not
 * compared are files of editions, whose hashes are in their own manifest, and a built file that is a hard link to
 * the release's own. A build links unread what the manifest lists with the same hash, and nobody has touched since
 * the manifest, the last file of a release, was made read-only; {@code verify} reads everything. Before the switch
 * every file that is new on disk is read again and hashed. Where the file system has no hard links, files are copied
 * and a note says so; where it has no symbolic links, publishing ends with status 3.
 *
 * <p><b>A rollback publishes nothing that was withdrawn since</b>: an entry of its target that the current or the
 * newest later release lacks must be named, see {@code JointRollback}. Leaving it out of the target would be a release
 * that nobody built; who wants that takes it down first. For the same reason a page of the target does not tell that it
 * was revised since: the command and the record do, and the next release in its list of changes. Releases for a day
 * that is yet to come are no target.
 *
 * <p><b>Addresses</b> of entries, redirects and withdrawn pages must have a file in the next release; lists, feeds
 * and histories may come and go; attachments that go are reported. Those of entries that wait for their day again
 * are not lost.
 *
 * <p><b>Seal.</b> The record of a release holds the SHA-256 of its manifest, and every record that of the line
 * before. A signature (Ed25519 or SM2 over the line without it) is optional. Where the newest record is signed,
 * whatever writes must sign with the same key: with one unsigned record in between nobody with a public key could trust
 * what follows. {@code --change-key} goes on with another key, or with none. {@code --public-key} also requires a
 * signature on the record that made the current release current, and {@code verify} fails when {@code current} points
 * elsewhere: a publication that died before its switch looks the same as tampering, and readers may still see what it
 * withdrew.
 *
 * <p>{@code CrashTest}, {@code AudiencesCrashTest} and {@code TakedownCrashTest} let each step die, and the disk fail
 * before it; {@code src/bench/Faults.java} kills the real program.
 */
package org.gongkai.publish.release;
