package org.gongkai.portal.merge;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import org.gongkai.io.WorkPool.Work;
import org.gongkai.portal.collect.CollectedEntry;
import org.gongkai.portal.collect.RecordFile;

/**
 * Merges the entries of sorted files: an external merge sort whose runs are the files of records. So many files are
 * open at a time, and one entry of each is in memory; more are merged into longer runs first.
 */
final class EntryMerge {

    /** With its buffers a file takes about 70 kB of memory while it is open. */
    private static final int MOST_FILES = 1_024;

    private final Path scratch;
    private int runs;

    /** @param scratch a folder for runs, which exists */
    EntryMerge(Path scratch) {
        this.scratch = scratch;
    }

    /** Visits the entries of files of records in the order {@link CollectedEntry#OLDEST_FIRST}. */
    void visit(List<Path> files, Work<CollectedEntry> visitor) throws IOException {
        List<Run> all = new ArrayList<>();
        for (Path file : files) {
            all.add(new Run(file, true));
        }
        while (all.size() > MOST_FILES) {
            List<Run> longer = new ArrayList<>();
            for (int at = 0; at < all.size(); at += MOST_FILES) {
                longer.add(joined(all.subList(at, Math.min(all.size(), at + MOST_FILES))));
            }
            for (Run run : all) {
                if (!run.hasHead()) {
                    Files.delete(run.file());
                }
            }
            all = longer;
        }
        merge(all, visitor);
    }

    private Run joined(List<Run> some) throws IOException {
        Path file = scratch.resolve("run-" + runs++ + RecordFile.ENDING);
        try (BufferedWriter out = RecordFile.writer(file)) {
            merge(some, entry -> RecordFile.write(out, entry));
        }
        return new Run(file, false);
    }

    /**
     * A sorted file.
     *
     * @param hasHead whether it is a file of records, which begins with the site
     */
    private record Run(Path file, boolean hasHead) {}

    /** A file that is being read. */
    private static final class Head implements AutoCloseable {

        private final RecordFile.Reading in;
        private CollectedEntry entry;

        Head(Run run) throws IOException {
            in = new RecordFile.Reading(run.file());
            if (run.hasHead()) {
                in.site();
            }
        }

        boolean next() throws IOException {
            entry = in.entry().orElse(null);
            return entry != null;
        }

        CollectedEntry entry() {
            return entry;
        }

        @Override
        public void close() throws IOException {
            in.close();
        }
    }

    private static void merge(List<Run> runs, Work<CollectedEntry> visitor) throws IOException {
        PriorityQueue<Head> heads = new PriorityQueue<>(Comparator.comparing(Head::entry, CollectedEntry.OLDEST_FIRST));
        try {
            for (Run run : runs) {
                Head head = new Head(run);
                if (head.next()) {
                    heads.add(head);
                } else {
                    head.close();
                }
            }
            while (!heads.isEmpty()) {
                Head first = heads.poll();
                visitor.on(first.entry());
                if (first.next()) {
                    heads.add(first);
                } else {
                    first.close();
                }
            }
        } finally {
            for (Head head : heads) {
                head.close();
            }
        }
    }
}
