package org.gongkai.publish.release.takedown;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gongkai.output.Manifest;
import org.gongkai.output.Manifest.OutputFile;
import org.gongkai.publish.release.file.Disk;
import org.gongkai.publish.release.file.FolderContents;
import org.gongkai.publish.release.file.NewFolder;
import org.gongkai.publish.release.file.PackedCopies;
import org.gongkai.publish.release.ledger.Event.Replaced;
import org.gongkai.publish.release.ledger.Event.Resealed;
import org.gongkai.publish.release.ledger.Store;
import org.gongkai.site.identity.EntryMarks;

/**
 * A copy of a release or an edition in which some files are changed or removed. It shares the other files.
 *
 * @param folder the original
 * @param manifest its manifest
 * @param changes the new bytes of changed files; empty for removed files
 * @param links existing files with the new bytes of some changed files
 * @param contents caches the hashes of files that folders share
 */
record ChangedCopy(
        Path folder,
        Manifest manifest,
        Map<String, Optional<byte[]>> changes,
        Map<String, Path> links,
        FolderContents contents) {

    ChangedCopy {
        changes = new HashMap<>(changes);
        links = new HashMap<>(links);
    }

    /**
     * Makes the copy beside the original.
     *
     * @param name the name of the folder in records
     * @return the change to be recorded
     */
    Resealed make(String name, Disk disk) throws IOException {
        Map<String, OutputFile> before = manifest.byPath();
        Manifest changed = manifest.withChanges(changes);
        Map<String, OutputFile> after = changed.byPath();
        NewFolder copy = new NewFolder(Store.replacementOf(folder), after.keySet(), disk);
        disk.forEach(changed.files(), file -> {
            put(file.path(), copy);
            if (!before.containsKey(PackedCopies.of(file.path()))) {
                pack(file, copy);
            }
        });
        copy.write(Manifest.NAME, changed.bytes());
        copy.protect();
        List<Replaced> replaced = manifest.files().stream()
                .filter(file -> changes.containsKey(file.path()))
                .map(file -> replaced(file, Optional.ofNullable(after.get(file.path()))))
                .toList();
        return new Resealed(name, manifest.hash(), changed.hash(), replaced);
    }

    /** The name of a tag, or of an attachment, must not remain where its file is gone. */
    private static Replaced replaced(OutputFile before, Optional<OutputFile> after) {
        return new Replaced(
                after.isPresent() ? before.path() : EntryMarks.ofPath(before.path()),
                before.sha256(),
                after.map(OutputFile::sha256).orElse(""));
    }

    private void put(String path, NewFolder copy) throws IOException {
        if (!changes.containsKey(path)) {
            copy.link(path, folder.resolve(path));
        } else if (links.containsKey(path)) {
            copy.link(path, links.get(path));
        } else {
            copy.write(path, changes.get(path).orElseThrow());
        }
    }

    /**
     * Links or creates the packed copy of a file that had one. It is linked only if the file is unchanged and the copy
     * unpacks to it, for a damaged copy might contain what is taken down.
     */
    private void pack(OutputFile file, NewFolder copy) throws IOException {
        String path = PackedCopies.of(file.path());
        Path old = folder.resolve(path);
        if (!PackedCopies.isFor(file) || !Files.isRegularFile(old, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        if (!changes.containsKey(file.path())
                && contents.packs(old, Files.readAttributes(old, BasicFileAttributes.class), file)) {
            copy.link(path, old);
        } else {
            copy.pack(file.path());
        }
    }
}
