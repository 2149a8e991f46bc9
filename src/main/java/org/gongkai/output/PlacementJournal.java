package org.gongkai.output;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The write-ahead journal of a commit: it lists the new files, so that another process can undo the commit.
 *
 * @param build identifies the build; the same for all outputs that it commits together
 * @param first the first of these, relative to this output; empty if it is this one
 * @param others the others, relative to this output; none unless this is the first
 * @param addresses the files that are added or replaced
 */
record PlacementJournal(String build, String first, List<String> others, List<String> addresses) {

    PlacementJournal {
        others = List.copyOf(others);
        addresses = List.copyOf(addresses);
    }

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
                    lines.get(0), lines.get(1), lines.subList(3, addresses), lines.subList(addresses, lines.size()));
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
