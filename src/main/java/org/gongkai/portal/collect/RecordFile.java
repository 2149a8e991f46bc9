package org.gongkai.portal.collect;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipException;
import org.apache.commons.io.function.IOSupplier;
import org.gongkai.io.AtomicFile;
import org.gongkai.io.Json;
import org.gongkai.io.JsonObject;
import org.gongkai.io.PlainFailure;

/**
 * A file of records: lines of JSON, packed. The first line is the site; a line for each entry follows, oldest first;
 * then a line with the texts of each entry, in the same order.
 *
 * @param path where it is
 */
public record RecordFile(Path path) {

    /** The ending of the names of these files. */
    public static final String ENDING = ".jsonl.gz";

    private static final String TEXT = "text";

    /** An entry with its texts, one for each line of a search document. */
    record Whole(CollectedEntry entry, String text) {}

    /** Replaces the file, whether or not it exists. */
    void write(CollectedSite site, List<Whole> entries) throws IOException {
        Files.createDirectories(path.getParent());
        AtomicFile.put(path, AtomicFile.temporary(path), temporary -> {
            try (BufferedWriter out = writer(temporary)) {
                line(out, Json.of(site));
                for (Whole whole : entries) {
                    line(out, Json.of(whole.entry()));
                }
                for (Whole whole : entries) {
                    line(out, Json.of(Map.of(TEXT, whole.text())));
                }
            }
            return null;
        });
        AtomicFile.clearOldLeftovers(path);
    }

    /** Opens a file for lines of text, packed. */
    public static BufferedWriter writer(Path file) throws IOException {
        return new BufferedWriter(
                new OutputStreamWriter(new GZIPOutputStream(Files.newOutputStream(file)), StandardCharsets.UTF_8));
    }

    private static void line(BufferedWriter out, String line) throws IOException {
        out.write(line);
        out.write('\n');
    }

    /**
     * Returns the site.
     *
     * @return empty if there is no file, or it is not one of this program
     */
    public Optional<CollectedSite> site() throws IOException {
        try (Reading in = new Reading(path)) {
            return Optional.of(in.site());
        } catch (NoSuchFileException | PlainFailure e) {
            return Optional.empty();
        }
    }

    /** A file that is being read, line by line. */
    public static final class Reading implements AutoCloseable {

        private final Path file;
        private final BufferedReader in;
        private long left = Long.MAX_VALUE;

        public Reading(Path file) throws IOException {
            this.file = file;
            InputStream bytes = Files.newInputStream(file);
            try {
                this.in = damaged(() ->
                        new BufferedReader(new InputStreamReader(new GZIPInputStream(bytes), StandardCharsets.UTF_8)));
            } catch (IOException e) {
                bytes.close();
                throw e;
            }
        }

        /** Reads the first line, which says how many entries follow. */
        public CollectedSite site() throws IOException {
            CollectedSite site = damaged(
                    () -> next().orElseThrow(IllegalArgumentException::new).to(CollectedSite.class));
            left = site.entries();
            return site;
        }

        /** Reads the next entry; empty after the last one. */
        public Optional<CollectedEntry> entry() throws IOException {
            return left-- > 0 ? damaged(() -> next().map(fields -> fields.to(CollectedEntry.class))) : Optional.empty();
        }

        /** Reads the texts of the next entry. */
        public String text() throws IOException {
            return damaged(
                    () -> next().orElseThrow(IllegalArgumentException::new).text(TEXT));
        }

        private Optional<JsonObject> next() throws IOException {
            String line = in.readLine();
            return line == null
                    ? Optional.empty()
                    : Optional.of(Json.object(line).orElseThrow(IllegalArgumentException::new));
        }

        private <T> T damaged(IOSupplier<T> read) throws IOException {
            try {
                return read.get();
            } catch (IllegalArgumentException | EOFException | ZipException e) {
                // Written by something else, or by a machine that failed before the bytes were on the disk.
                throw new PlainFailure("收集到的文件损坏了，请删去它，再运行 portal collect：" + file);
            }
        }

        @Override
        public void close() throws IOException {
            in.close();
        }
    }
}
