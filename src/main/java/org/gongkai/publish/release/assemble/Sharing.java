package org.gongkai.publish.release.assemble;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.gongkai.output.Manifest;
import org.gongkai.output.Manifest.OutputFile;
import org.gongkai.publish.release.FreshFolder;
import org.gongkai.publish.release.Gzip;
import org.gongkai.publish.release.PackedCopies;

/**
 * Puts the files of a release, and their packed copies, in place. What the release before holds already is linked, not kept
 * twice, but only if it was found to have the same bytes: damage is not inherited. Unread go only files that whoever built the
 * site, or sealed an edition, linked himself, and their copies with them.
 */
final class Sharing {

    private final FreshFolder folder;
    private final Optional<Path> base;
    private final Map<String, OutputFile> known = new HashMap<>();
    private final Predicate<OutputFile> packs;

    /**
     * @param folder the release in the making
     * @param base the release before
     * @param before its manifest
     * @param packs which files are to have a packed copy beside them
     */
    Sharing(FreshFolder folder, Optional<Path> base, Optional<Manifest> before, Predicate<OutputFile> packs) {
        this.folder = folder;
        this.base = base;
        this.packs = packs;
        before.ifPresent(manifest -> manifest.files().forEach(file -> known.put(file.path(), file)));
    }

    /** A file of an edition, whose own manifest holds its hash. */
    void edition(OutputFile file, Path source) throws IOException {
        folder.link(file.path(), source);
        pack(file, isKnown(file), false);
    }

    /** A file that was built. If it is the very file of the release before, under a second name, it is not read. */
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

    /** The notice of a page that was taken down. */
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
     * Sees to the packed copy of a file that is in its place.
     *
     * @param same whether the copy of the release before may be shared, too
     * @param read whether that is to be unpacked first
     */
    private void pack(OutputFile file, boolean same, boolean read) throws IOException {
        if (!packs.test(file)) {
            return;
        }
        String path = PackedCopies.of(file.path());
        Optional<Path> old = base.filter(b -> same && !known.containsKey(path))
                .map(b -> b.resolve(path))
                .filter(copy -> Files.isRegularFile(copy, LinkOption.NOFOLLOW_LINKS));
        if (old.isPresent() && (!read || Gzip.holds(old.get(), folder.root().resolve(file.path())))) {
            folder.link(path, old.get());
        } else {
            folder.pack(file.path());
        }
    }
}
