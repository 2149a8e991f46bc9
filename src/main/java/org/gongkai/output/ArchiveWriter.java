package org.gongkai.output;

import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.io.function.IOSupplier;
import org.gongkai.io.Digests;
import org.gongkai.io.FileErrors;
import org.gongkai.output.Manifest.OutputFile;

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
        FileErrors.naming(target, () -> {
            try (OutputStream file = new BufferedOutputStream(Files.newOutputStream(target), 1 << 16)) {
                write(file, parts, time);
            }
        });
    }

    public static void write(OutputStream target, Collection<ArchivePart> parts, LocalDateTime time)
            throws IOException {
        LocalDateTime stamp = time.isBefore(EARLIEST) ? EARLIEST : time.isAfter(LATEST) ? LATEST : time;
        try (ZipOutputStream zip = new ZipOutputStream(target, StandardCharsets.UTF_8)) {
            for (ArchivePart part : parts.stream()
                    .sorted(Comparator.comparing(ArchivePart::path))
                    .toList()) {
                write(part, stamp, zip);
            }
        }
    }

    /** The hashes of some files, sorted by path, as {@code sha256sum -c} reads them. */
    public static byte[] sums(Collection<OutputFile> files) {
        return files.stream()
                .sorted(Comparator.comparing(OutputFile::path))
                .map(file -> file.sha256() + "  " + file.path() + "\n")
                .collect(Collectors.joining())
                .getBytes(StandardCharsets.UTF_8);
    }

    /** Lines as every editor of Windows shows them: with a byte order mark in front, and ends of CR and LF. */
    public static byte[] windowsText(List<String> lines) {
        return ("\uFEFF" + String.join("\r\n", lines) + "\r\n").getBytes(StandardCharsets.UTF_8);
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
        try (InputStream in = part.source().get()) {
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

    /**
     * A file to be written to an archive.
     *
     * @param file its path in the archive, its size and its hash
     * @param crc its CRC-32, which a ZIP stores before the bytes
     * @param source its bytes
     */
    public record ArchivePart(OutputFile file, long crc, IOSupplier<InputStream> source) {

        /** Returns a part of bytes in memory. */
        public static ArchivePart of(String path, byte[] bytes) throws IOException {
            return of(path, () -> new ByteArrayInputStream(bytes));
        }

        /** Returns a part with the content of a file, which must not change until it is written. */
        public static ArchivePart of(String path, Path file) throws IOException {
            return of(path, () -> Files.newInputStream(file));
        }

        private static ArchivePart of(String path, IOSupplier<InputStream> source) throws IOException {
            MessageDigest digest = Digests.sha256();
            CRC32 crc = new CRC32();
            long size = 0;
            byte[] buffer = new byte[1 << 16];
            try (InputStream in = source.get()) {
                for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                    digest.update(buffer, 0, read);
                    crc.update(buffer, 0, read);
                    size += read;
                }
            }
            return new ArchivePart(
                    new OutputFile(path, size, HexFormat.of().formatHex(digest.digest())), crc.getValue(), source);
        }

        public String path() {
            return file.path();
        }
    }
}
