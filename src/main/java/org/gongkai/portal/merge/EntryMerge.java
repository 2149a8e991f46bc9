package org.gongkai.portal.merge;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import org.apache.commons.io.function.IOConsumer;
import org.gongkai.portal.collect.CollectedEntry;
import org.gongkai.portal.collect.RecordFile;

/**
 * Merges the entries of sorted files of records, of which one of each is in memory; with its buffers a file takes about
 * 70 kB of memory while it is open.
 */
final class EntryMerge {

    private EntryMerge() {}

    /** A file that is being read. */
    private static final class Head implements AutoCloseable {
        private final RecordFile.Reading in;
        private CollectedEntry entry;

        Head(Path file) throws IOException {
            in = new RecordFile.Reading(file);
            in.site();
        }

        boolean next() throws IOException {
            entry = in.entry().orElse(null);
            return entry != null;
        }

        @Override
        public void close() throws IOException {
            in.close();
        }
    }

    /** Visits the entries of files of records in the order {@link CollectedEntry#OLDEST_FIRST}. */
    static void visit(List<Path> files, IOConsumer<CollectedEntry> visitor) throws IOException {
        PriorityQueue<Head> heads =
                new PriorityQueue<>(Comparator.comparing(head -> head.entry, CollectedEntry.OLDEST_FIRST));
        try {
            for (Path file : files) {
                addNext(new Head(file), heads);
            }
            while (!heads.isEmpty()) {
                Head first = heads.poll();
                visitor.accept(first.entry);
                addNext(first, heads);
            }
        } finally {
            for (Head head : heads) {
                head.close();
            }
        }
    }

    private static void addNext(Head head, PriorityQueue<Head> heads) throws IOException {
        if (head.next()) {
            heads.add(head);
        } else {
            head.close();
        }
    }
}
