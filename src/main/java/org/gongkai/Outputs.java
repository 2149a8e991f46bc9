package org.gongkai;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gongkai.output.Manifest;
import org.gongkai.output.NoOutput;
import org.gongkai.output.Output;
import org.gongkai.output.StagedOutput;
import org.gongkai.output.TrialOutput;

/** The output folders of one build, one an audience; all are put in place at its end or none. */
final class Outputs implements AutoCloseable {

    private final Map<StagedOutput, Manifest> staged = new LinkedHashMap<>();
    private final List<StagedOutput> open = new ArrayList<>();
    private final List<Path> folders = new ArrayList<>();
    private int files;

    /**
     * Opens an output; without a folder all that is written goes nowhere, and is only tried if it is known what stands.
     *
     * @param standing where an earlier output stands, if it is not the same folder
     */
    Output open(Optional<Path> asked, Optional<Path> standing) throws IOException {
        if (asked.isEmpty()) {
            return standing.<Output>map(TrialOutput::new).orElseGet(NoOutput::new);
        }
        Path folder = asked.get();
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
        List<Integer> changed = new ArrayList<>();
        for (Map.Entry<StagedOutput, Manifest> output : staged.entrySet()) {
            changed.add(output.getKey().commit(output.getValue()));
            files += output.getValue().files().size() + 1;
        }
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
        for (StagedOutput output : open) {
            output.close();
        }
    }
}
