package org.gongkai.pipeline;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.gongkai.output.DryRunOutput;
import org.gongkai.output.FinishedOutput.KnownFiles;
import org.gongkai.output.Manifest;
import org.gongkai.output.Manifest.OutputFile;
import org.gongkai.output.Output;
import org.gongkai.output.OutputTransaction;
import org.gongkai.output.StagedOutput;
import org.gongkai.pipeline.BuildRequest.PreviousPublication;
import org.gongkai.problem.PublicationRefused;

/** The output folders of one build, one per audience; either all are put in place or none. */
final class SiteOutputs implements AutoCloseable {

    private final Map<StagedOutput, Manifest> staged = new LinkedHashMap<>();
    private final List<StagedOutput> open = new ArrayList<>();
    private final List<Path> folders = new ArrayList<>();
    private final PreviousPublication previous;
    private final Function<Path, KnownFiles> known;
    private int files;
    private boolean committed;

    SiteOutputs(PreviousPublication previous) {
        this(previous, folder -> KnownFiles.NONE);
    }

    /** @param known what is known of the files in a folder, asked for when it is locked */
    SiteOutputs(PreviousPublication previous, Function<Path, KnownFiles> known) {
        this.previous = previous;
        this.known = known;
    }

    /**
     * Opens an output. Without a folder nothing is put in place; writing to a current site is simulated.
     *
     * @param audience the folder of the audience among those of several; empty if the site has only one
     * @param requested the folder to write
     * @param current the folder of the current site, if it is another one
     * @throws PublicationRefused if the folder is a release store
     */
    Output open(String audience, Optional<Path> requested, Optional<Path> current) throws IOException {
        if (requested.isEmpty()) {
            return new DryRunOutput(current, current.isPresent() ? previous.fresh(audience) : Optional.empty());
        }
        Path folder = requested.get();
        if (previous.isStore(folder)) {
            throw new PublicationRefused("这个文件夹是 publish 发布用的，build 不能写进去，要发布请用 publish：" + folder);
        }
        StagedOutput output = current.isPresent()
                ? new StagedOutput(folder, current)
                : new StagedOutput(folder, () -> known.apply(folder));
        open.add(output);
        folders.add(folder);
        return output;
    }

    /** Returns a file for the work of this build, which goes with it; none if nothing is stored. */
    Optional<Path> scratch(Output output, String name) {
        return output instanceof StagedOutput written
                ? Optional.of(written.scratch(name))
                : ((DryRunOutput) output)
                        .fresh()
                        .map(folder -> folder.resolveSibling(folder.getFileName() + "." + name));
    }

    /** Whether all files of an output are stored, not only as many made as a check needs. */
    boolean isStored(Output output) {
        return output instanceof StagedOutput || ((DryRunOutput) output).fresh().isPresent();
    }

    /** The addresses of the files of an output that were linked to those of the current site. */
    Set<String> shared(Output output) {
        return output instanceof StagedOutput written ? written.shared() : Set.of();
    }

    /** Completes an output with its manifest. */
    void manifest(Output output, Manifest manifest) throws IOException {
        if (output instanceof StagedOutput written) {
            staged.put(written, manifest);
        } else {
            ((DryRunOutput) output).finish(manifest);
        }
    }

    /** Puts every output in place; returns the number of files that each added or replaced. */
    List<Integer> commit() throws IOException {
        List<Integer> changed = OutputTransaction.commit(staged);
        staged.values().forEach(manifest -> files += manifest.files().size() + 1);
        committed = true;
        return changed;
    }

    /** The number of files in all outputs that were put in place, including manifests. */
    int files() {
        return files;
    }

    List<Path> folders() {
        return List.copyOf(folders);
    }

    /** The files that were put in place, by folder. */
    Map<Path, Collection<OutputFile>> placed() {
        Map<Path, Collection<OutputFile>> placed = new HashMap<>();
        for (int i = 0; i < folders.size(); i++) {
            placed.put(folders.get(i), open.get(i).files());
        }
        return placed;
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
        // A failed cleanup does not undo a commit.
        if (failure != null && !committed) {
            throw failure;
        }
    }
}
