package org.gongkai.release;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.gongkai.output.Manifest;
import org.gongkai.output.Manifest.OutputFile;

/**
 * Puts the files of a release in place. What the release before holds already is linked, not kept twice, but only if it was
 * found to have the same bytes: damage is not inherited.
 */
final class Sharing {

    private final FreshFolder folder;
    private final Optional<Path> base;
    private final Map<String, OutputFile> known = new HashMap<>();

    /**
     * @param folder the release in the making
     * @param base the release before
     * @param before its manifest
     */
    Sharing(FreshFolder folder, Optional<Path> base, Optional<Manifest> before) {
        this.folder = folder;
        this.base = base;
        before.ifPresent(manifest -> manifest.files().forEach(file -> known.put(file.path(), file)));
    }

    /** A file of an edition, whose own manifest holds its hash. */
    void edition(OutputFile file, Path source) throws IOException {
        folder.link(file.path(), source);
    }

    /** A file that was built. If it is the very file of the release before, under a second name, it is not read. */
    void built(OutputFile file, Path source) throws IOException {
        Optional<Path> old = old(file);
        // This asks first whether both are one.
        if (old.isPresent() && Files.mismatch(source, old.get()) < 0) {
            folder.link(file.path(), old.get());
        } else {
            folder.take(file.path(), source);
        }
    }

    /** The notice of a page that was taken down. */
    void notice(OutputFile file, byte[] page) throws IOException {
        Optional<Path> old = old(file);
        if (old.isPresent() && Arrays.equals(Files.readAllBytes(old.get()), page)) {
            folder.link(file.path(), old.get());
        } else {
            folder.write(file.path(), page);
        }
    }

    private Optional<Path> old(OutputFile file) {
        return base.filter(b -> file.equals(known.get(file.path())))
                .map(b -> b.resolve(file.path()))
                .filter(Files::isRegularFile);
    }
}
