package org.gongkai.publish.bundle;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Writes a ZIP whose bytes depend on nothing but what is in it: sorted, one time for all, no further fields, and nothing
 * compressed, because compressors differ from machine to machine; scanners for viruses see every byte, too.
 */
final class ArchiveWriter {

    /** A ZIP tells no earlier time without speaking of the time zone of the machine. */
    private static final LocalDateTime EARLIEST = LocalDateTime.of(1980, 2, 1, 0, 0);

    private static final LocalDateTime LATEST = LocalDateTime.of(2107, 12, 31, 0, 0);

    private ArchiveWriter() {}

    /**
     * Writes it.
     *
     * @param time the time that all files bear
     */
    static void write(Path target, Collection<ArchivePart> parts, LocalDateTime time) throws IOException {
        LocalDateTime stamp = time.isBefore(EARLIEST) ? EARLIEST : time.isAfter(LATEST) ? LATEST : time;
        List<ArchivePart> sorted =
                parts.stream().sorted(Comparator.comparing(ArchivePart::path)).toList();
        try (OutputStream file = new BufferedOutputStream(Files.newOutputStream(target), 1 << 16);
                ZipOutputStream zip = new ZipOutputStream(file, StandardCharsets.UTF_8)) {
            for (ArchivePart part : sorted) {
                ZipEntry entry = new ZipEntry(part.path());
                entry.setMethod(ZipEntry.STORED);
                entry.setSize(part.file().size());
                entry.setCrc(part.crc());
                entry.setTimeLocal(stamp);
                zip.putNextEntry(entry);
                try (InputStream in = part.source().open()) {
                    in.transferTo(zip);
                }
                zip.closeEntry();
            }
        } catch (FileSystemException e) {
            throw e;
        } catch (IOException e) {
            FileSystemException named = new FileSystemException(target.toString(), null, e.getMessage());
            named.initCause(e);
            throw named;
        }
    }
}
