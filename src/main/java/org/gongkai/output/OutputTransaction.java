package org.gongkai.output;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Commits the outputs of one build: all of them or none. */
public final class OutputTransaction {

    private OutputTransaction() {}

    /**
     * Commits the outputs: replaces changed files, and removes files that only the previous manifest of a folder lists.
     * Other files in the folder are left alone.
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

    /**
     * The swap of an output failed, and so did undoing it. The cause is the first failure; the next build undoes the
     * swap.
     */
    public static final class PartialPlacement extends IOException {
        PartialPlacement(Throwable cause) {
            super("站点只写了一部分，新旧文件混在一起；排除原因以后再生成一次就好", cause);
        }
    }

    /**
     * The write-ahead journal of a commit: it lists the new files, so that another process can undo the commit.
     *
     * @param build identifies the build; the same for all outputs that it commits together
     * @param first the first of these, relative to this output; empty if it is this one
     * @param others the others, relative to this output; none unless this is the first
     * @param addresses the files that are added or replaced
     */
    record PlacementJournal(String build, String first, List<String> others, List<String> addresses) {

        /** Writes the journal atomically. */
        void write(Path file, OutputDisk disk) throws IOException {
            List<String> lines = new ArrayList<>(List.of(build, first, String.valueOf(others.size())));
            lines.addAll(others);
            lines.addAll(addresses);
            Path fresh = file.resolveSibling(file.getFileName() + "-new");
            disk.write(fresh, String.join("\n", lines) + "\n");
            disk.delete(file);
            disk.move(fresh, file);
        }

        /**
         * Reads a journal.
         *
         * @throws IOException if reading fails, or this program did not write it
         */
        static PlacementJournal read(Path file) throws IOException {
            try {
                List<String> lines = Files.readAllLines(file);
                int addresses = 3 + Integer.parseInt(lines.get(2));
                PlacementJournal journal = new PlacementJournal(
                        lines.get(0),
                        lines.get(1),
                        lines.subList(3, addresses),
                        lines.subList(addresses, lines.size()));
                if (journal.addresses().stream().allMatch(PlacementJournal::isInside)) {
                    return journal;
                }
            } catch (IndexOutOfBoundsException | IllegalArgumentException e) {
                // Reported below.
            }
            throw new FileSystemException(file.toString(), null, "上一次生成留下的记录被改动过；请删去它所在的文件夹，再生成一次");
        }

        private static boolean isInside(String address) {
            return !address.isEmpty() && !address.startsWith("/") && !("/" + address + "/").contains("/../");
        }
    }
}
