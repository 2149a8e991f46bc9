package org.gongkai.build;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gongkai.output.DryRunOutput;
import org.gongkai.output.Manifest;
import org.gongkai.output.NullOutput;
import org.gongkai.output.Output;
import org.gongkai.output.Placement;
import org.gongkai.output.StagedOutput;
import org.gongkai.problem.PublicationRefused;

/** The output folders of one build, one an audience; all are put in place at its end or none. */
final class SiteOutputs implements AutoCloseable {

    private final Map<StagedOutput, Manifest> staged = new LinkedHashMap<>();
    private final List<StagedOutput> open = new ArrayList<>();
    private final List<Path> folders = new ArrayList<>();
    private final PreviousPublication before;
    private int files;
    private boolean committed;

    SiteOutputs(PreviousPublication before) {
        this.before = before;
    }

    /**
     * Opens an output; without a folder all that is written goes nowhere, and is only tried if it is known what stands.
     *
     * @param standing where an earlier output stands, if it is not the same folder
     * @throws PublicationRefused if the folder is that of a store
     */
    Output open(Optional<Path> asked, Optional<Path> standing) throws IOException {
        if (asked.isEmpty()) {
            return standing.<Output>map(DryRunOutput::new).orElseGet(NullOutput::new);
        }
        Path folder = asked.get();
        if (before.isStore(folder)) {
            throw new PublicationRefused("这个文件夹是 publish 发布用的，build 不能写进去；要发布请用 publish --to " + folder);
        }
        StagedOutput output = new StagedOutput(folder, standing);
        open.add(output);
        folders.add(folder);
        return output;
    }

    /** Says that an output is complete. */
    void manifest(Output output, Manifest manifest) {
        if (output instanceof StagedOutput written) {
            staged.put(written, manifest);
        }
    }

    /** Puts every output in place; returns how many files each replaced. */
    List<Integer> commit() throws IOException {
        List<Integer> changed = Placement.commit(staged);
        staged.values().forEach(manifest -> files += manifest.files().size() + 1);
        committed = true;
        return changed;
    }

    /** Files of all outputs that were put in place, manifests among them. */
    int files() {
        return files;
    }

    List<Path> folders() {
        return List.copyOf(folders);
    }

    @Override
    public void close() throws IOException {
        IOException failure = null;
        for (StagedOutput output : open) {
            try {
                output.close();
            } catch (IOException e) {
                failure = e;
            }
        }
        // What is in place stays there, whatever could not be cleared away behind it.
        if (failure != null && !committed) {
            throw failure;
        }
    }
}
