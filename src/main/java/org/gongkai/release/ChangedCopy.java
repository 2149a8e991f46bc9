package org.gongkai.release;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gongkai.output.Digests;
import org.gongkai.output.Manifest;
import org.gongkai.output.Manifest.OutputFile;
import org.gongkai.release.Event.Replaced;
import org.gongkai.release.Event.Resealed;

/** The copy of a release or an edition in which some files are others, or gone. It shares the rest. */
final class ChangedCopy {

    private final Path folder;
    private final Manifest manifest;
    private final Map<String, Optional<byte[]>> changes;
    private final Map<String, Path> links;

    /**
     * @param folder what is copied
     * @param manifest its manifest
     * @param changes the files that change; those without bytes are removed
     * @param links changed files whose bytes lie elsewhere already
     */
    ChangedCopy(Path folder, Manifest manifest, Map<String, Optional<byte[]>> changes, Map<String, Path> links) {
        this.folder = folder;
        this.manifest = manifest;
        this.changes = new HashMap<>(changes);
        this.links = new HashMap<>(links);
    }

    /**
     * Makes it beside the folder.
     *
     * @param name what the folder is called in records
     * @return how it is to be sealed
     */
    Resealed make(String name, Disk disk) throws IOException {
        List<OutputFile> files = new ArrayList<>();
        List<Replaced> replaced = new ArrayList<>();
        for (OutputFile file : manifest.files()) {
            if (!changes.containsKey(file.path())) {
                files.add(file);
                continue;
            }
            Optional<OutputFile> now = changes.get(file.path())
                    .map(bytes -> new OutputFile(file.path(), bytes.length, Digests.sha256(bytes)));
            now.ifPresent(files::add);
            replaced.add(new Replaced(
                    file.path(), file.sha256(), now.map(OutputFile::sha256).orElse("")));
        }
        byte[] json = new Manifest(
                        manifest.generator(), manifest.commit(), manifest.asOf(), manifest.nextChange(), files)
                .json()
                .getBytes(StandardCharsets.UTF_8);
        FreshFolder copy = new FreshFolder(
                Exchange.fresh(folder), files.stream().map(OutputFile::path).toList(), disk);
        Parallel.forEach(files, file -> put(file.path(), copy));
        copy.write(Manifest.NAME, json);
        copy.protect();
        return new Resealed(name, Contents.seal(folder).orElseThrow(), Digests.sha256(json), replaced);
    }

    private void put(String path, FreshFolder copy) throws IOException {
        if (!changes.containsKey(path)) {
            copy.link(path, folder.resolve(path));
        } else if (links.containsKey(path)) {
            copy.link(path, links.get(path));
        } else {
            copy.write(path, changes.get(path).orElseThrow());
        }
    }
}
