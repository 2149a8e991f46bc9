package org.gongkai.publish.bundle;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.Comparator;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.gongkai.io.FileErrors;

/**
 * Writes reproducible ZIP archives: sorted, with one time for all files, without optional fields but one, and without
 * compression, because compressors differ between machines. Virus scanners, too, can read every byte.
 */
public final class ArchiveWriter {

    /** Earlier times would be written in a field that depends on the time zone of the machine. */
    private static final LocalDateTime EARLIEST = LocalDateTime.of(1980, 2, 1, 0, 0);

    private static final LocalDateTime LATEST = LocalDateTime.of(2107, 12, 31, 0, 0);

    private static final short UNICODE_PATH = 0x7075;

    /** Bytes of the field before the name: its type, the size of the rest, a version and a checksum. */
    private static final int FIELD_HEAD = 9;

    private ArchiveWriter() {}

    /**
     * Writes an archive.
     *
     * @param time the time of all files; the nearest one that a ZIP can hold is written
     */
    public static void write(Path target, Collection<ArchivePart> parts, LocalDateTime time) throws IOException {
        LocalDateTime stamp = time.isBefore(EARLIEST) ? EARLIEST : time.isAfter(LATEST) ? LATEST : time;
        FileErrors.naming(target, () -> {
            try (OutputStream file = new BufferedOutputStream(Files.newOutputStream(target), 1 << 16);
                    ZipOutputStream zip = new ZipOutputStream(file, StandardCharsets.UTF_8)) {
                for (ArchivePart part : parts.stream()
                        .sorted(Comparator.comparing(ArchivePart::path))
                        .toList()) {
                    write(part, stamp, zip);
                }
            }
        });
    }

    private static void write(ArchivePart part, LocalDateTime stamp, ZipOutputStream zip) throws IOException {
        ZipEntry entry = new ZipEntry(part.path());
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(part.file().size());
        entry.setCrc(part.crc());
        entry.setTimeLocal(stamp);
        byte[] name = part.path().getBytes(StandardCharsets.UTF_8);
        if (name.length > part.path().length()) {
            entry.setExtra(unicodePath(name));
        }
        zip.putNextEntry(entry);
        try (InputStream in = part.source().open()) {
            in.transferTo(zip);
        }
        zip.closeEntry();
    }

    /**
     * The field that repeats a name in UTF-8 (APPNOTE.TXT of PKWARE, 4.6.9). Without it, the usual unzip of Linux takes
     * the name for one in the encoding of DOS, since Java claims to write archives on DOS.
     */
    private static byte[] unicodePath(byte[] name) {
        CRC32 crc = new CRC32();
        crc.update(name);
        return ByteBuffer.allocate(FIELD_HEAD + name.length)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putShort(UNICODE_PATH)
                .putShort((short) (FIELD_HEAD - 4 + name.length))
                .put((byte) 1)
                .putInt((int) crc.getValue())
                .put(name)
                .array();
    }
}
