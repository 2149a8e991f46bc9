package org.gongkai.output;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Commits the outputs of one build: all of them or none. */
public final class Placement {

    private Placement() {}

    /**
     * Commits the outputs.
     *
     * @param outputs the outputs with the manifest of all files added to each
     * @return how many files of each were replaced or added, the manifest among them
     * @throws PartialPlacement if it failed and could not be undone; the next build undoes it
     * @throws IOException if it failed; every output is then as it was before
     */
    public static List<Integer> commit(Map<StagedOutput, Manifest> outputs) throws IOException {
        List<StagedOutput> all = List.copyOf(outputs.keySet());
        if (all.isEmpty()) {
            return List.of();
        }
        try {
            for (StagedOutput output : all) {
                output.finish(outputs.get(output));
            }
            begin(all);
            for (StagedOutput output : all) {
                output.place();
            }
            all.get(0).staging().complete();
        } catch (IOException | RuntimeException | Error e) {
            undo(all, e);
            throw e;
        }
        forget(all);
        return all.stream().map(StagedOutput::changed).toList();
    }

    private static void begin(List<StagedOutput> all) throws IOException {
        String build = UUID.randomUUID().toString();
        Path first = all.get(0).target();
        List<String> others = all.stream()
                .skip(1)
                .map(output -> first.relativize(output.target()).toString())
                .toList();
        for (StagedOutput output : all) {
            boolean isFirst = output == all.get(0);
            output.staging()
                    .begin(new PlacementJournal(
                            build,
                            isFirst ? "" : output.target().relativize(first).toString(),
                            isFirst ? others : List.of(),
                            output.newFiles()));
        }
    }

    private static void undo(List<StagedOutput> all, Throwable reason) throws PartialPlacement {
        List<StagedOutput> reversed = new ArrayList<>(all);
        Collections.reverse(reversed);
        for (StagedOutput output : reversed) {
            try {
                output.staging().undo();
            } catch (IOException e) {
                reason.addSuppressed(e);
                throw new PartialPlacement(reason);
            }
        }
    }

    private static void forget(List<StagedOutput> all) {
        try {
            for (StagedOutput output : all.subList(1, all.size())) {
                output.staging().forget();
            }
            all.get(0).staging().forget();
        } catch (IOException e) {
            // Everything is in place and recorded as such; the next build deletes the journals.
        }
    }
}
