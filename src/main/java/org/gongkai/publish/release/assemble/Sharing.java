package org.gongkai.publish.release.assemble;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.gongkai.output.Manifest;
import org.gongkai.output.Manifest.OutputFile;
import org.gongkai.publish.release.file.Gzip;
import org.gongkai.publish.release.file.NewFolder;
import org.gongkai.publish.release.file.PackedCopies;

/**
 * Adds files and their packed copies to a release. A file of the release before is linked, but only after its bytes
 * were compared, so that damage is not inherited. Only files that were linked by the build or belong to an edition are
 * not read.
 */
final class Sharing {

    private final NewFolder folder;
    private final Optional<Path> base;
    private final Map<String, OutputFile> known;
    private final Predicate<OutputFile> packs;

    /**
     * @param folder the folder of the release
     * @param base the release before
     * @param before its manifest
     * @param packs selects the files that get a packed copy
     */
    Sharing(NewFolder folder, Optional<Path> base, Optional<Manifest> before, Predicate<OutputFile> packs) {
        this.folder = folder;
        this.base = base;
        this.packs = packs;
        this.known = before.map(Manifest::byPath).orElse(new TreeMap<>());
    }

    /** Adds a file of an edition, whose own manifest contains its hash. */
    void edition(OutputFile file, Path source) throws IOException {
        folder.link(file.path(), source);
        pack(file, isKnown(file), false);
    }

    /** Adds a file of the built site. If it is a hard link to the file of the release before, it is not read. */
    void built(OutputFile file, Path source) throws IOException {
        Optional<Path> old = old(file);
        boolean one = old.isPresent() && Files.isSameFile(source, old.get());
        boolean same = one || old.isPresent() && Files.mismatch(source, old.get()) < 0;
        if (same) {
            folder.link(file.path(), old.get());
        } else {
            folder.take(file.path(), source);
        }
        pack(file, same, !one);
    }

    /** Adds the notice of a page that was taken down. */
    void notice(OutputFile file, byte[] page) throws IOException {
        Optional<Path> old = old(file);
        boolean same = old.isPresent() && Arrays.equals(Files.readAllBytes(old.get()), page);
        if (same) {
            folder.link(file.path(), old.get());
        } else {
            folder.write(file.path(), page);
        }
        pack(file, same, true);
    }

    private boolean isKnown(OutputFile file) {
        return file.equals(known.get(file.path()));
    }

    private Optional<Path> old(OutputFile file) {
        return base.filter(b -> isKnown(file)).map(b -> b.resolve(file.path())).filter(Files::isRegularFile);
    }

    /**
     * Links or creates the packed copy of a file in the release.
     *
     * @param same whether the copy of the release before may be linked
     * @param read whether that copy must be verified first
     */
    private void pack(OutputFile file, boolean same, boolean read) throws IOException {
        if (!packs.test(file)) {
            return;
        }
        String path = PackedCopies.of(file.path());
        Optional<Path> old = base.filter(b -> same && !known.containsKey(path))
                .map(b -> b.resolve(path))
                .filter(copy -> Files.isRegularFile(copy, LinkOption.NOFOLLOW_LINKS));
        if (old.isPresent() && (!read || Gzip.holds(old.get(), file))) {
            folder.link(path, old.get());
        } else {
            folder.pack(file.path());
        }
    }
}
