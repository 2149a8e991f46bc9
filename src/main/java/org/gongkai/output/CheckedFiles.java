package org.gongkai.output;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.gongkai.io.Digests;
import org.gongkai.io.WorkPool;
import org.gongkai.output.Manifest.OutputFile;

/**
 * What a check has made of a site, see {@link DryRunOutput}.
 *
 * @param fresh the folder of the files that the site before lacks
 * @param shared the digests of all others by address
 */
public record CheckedFiles(Path fresh, Map<String, FileDigest> shared) {

    /**
     * Makes the folder of the whole site: links what the site before has, and moves the rest there.
     *
     * @param standing the folder of the site before
     * @param target the folder; must not exist
     * @return the addresses of the files that were linked; empty if a file is not as the check has left it: then the
     *     folder is incomplete
     */
    public Optional<Set<String>> place(Manifest manifest, Path standing, Path target, WorkPool pool)
            throws IOException {
        PreviousFiles previous = PreviousFiles.ofRelease(standing);
        Set<Path> folders = new HashSet<>();
        manifest.files().forEach(file -> folders.add(target.resolve(file.path()).getParent()));
        for (Path folder : folders) {
            Files.createDirectories(folder);
        }
        AtomicBoolean intact = new AtomicBoolean(true);
        Set<String> linked = ConcurrentHashMap.newKeySet();
        pool.forEach(manifest.files(), file -> {
            if (intact.get() && !place(file, previous, target.resolve(file.path()), linked)) {
                intact.set(false);
            }
        });
        if (!intact.get()) {
            return Optional.empty();
        }
        Files.move(fresh.resolve(Manifest.NAME), target.resolve(Manifest.NAME));
        return Optional.of(linked);
    }

    private boolean place(OutputFile file, PreviousFiles previous, Path place, Set<String> linked) throws IOException {
        FileDigest digest = shared.get(file.path());
        if (digest != null) {
            boolean isIntact = digest.sha256().equals(file.sha256()) && previous.isIntact(file.path(), digest);
            if (isIntact && previous.share(file.path(), place)) {
                linked.add(file.path());
            }
            return isIntact;
        }
        Path made = fresh.resolve(file.path());
        if (!Files.isRegularFile(made) || !Digests.sha256(made).equals(file.sha256())) {
            return false;
        }
        Files.move(made, place);
        return true;
    }
}
