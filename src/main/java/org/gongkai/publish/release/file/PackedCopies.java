package org.gongkai.publish.release.file;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipException;
import org.gongkai.io.Digests;
import org.gongkai.output.Manifest;
import org.gongkai.output.Manifest.OutputFile;

/**
 * Packed copies {@code X.gz} beside files {@code X} of a release, which web servers send instead. Their bytes depend on
 * the compressor, so manifests do not list them. A file {@code X.gz} that belongs to the site is listed, and is no
 * packed copy.
 */
public final class PackedCopies {

    private static final String ENDING = ".gz";
    private static final Set<String> TEXTS = Set.of("html", "css", "js", "xml", "json", "svg", "txt", "csv", "ics");

    /** Smaller files fit in one network packet anyway. */
    private static final long SMALLEST = 1 << 10;

    /** Packing larger files would take much memory. */
    private static final long LARGEST = 1 << 24;

    /** Maximum bytes of a name on common file systems. */
    private static final int LONGEST_NAME = 255;

    /** Bytes of the header of a packed file without optional fields, and of its trailer. */
    private static final int OVERHEAD = 18;

    private static final int BUFFER = 1 << 13;

    private PackedCopies() {}

    /** The path of the copy of a file. */
    public static String of(String path) {
        return path + ENDING;
    }

    /** The path of the original of a packed copy; empty if the path is none of a copy. */
    public static Optional<String> original(String path) {
        return path.endsWith(ENDING)
                ? Optional.of(path.substring(0, path.length() - ENDING.length()))
                : Optional.empty();
    }

    /** Whether a file may have a copy. Manifests have none. */
    public static boolean isFor(OutputFile file) {
        String name = file.path().substring(file.path().lastIndexOf('/') + 1);
        return TEXTS.contains(name.substring(name.lastIndexOf('.') + 1))
                && file.size() >= SMALLEST
                && file.size() <= LARGEST
                && of(name).getBytes(StandardCharsets.UTF_8).length <= LONGEST_NAME
                && !name.equals(Manifest.NAME);
    }

    /** The bytes of a copy; empty if it would save less than a tenth. */
    static Optional<byte[]> worthwhile(byte[] bytes) {
        byte[] packed = pack(bytes);
        return packed.length <= bytes.length - bytes.length / 10 ? Optional.of(packed) : Optional.empty();
    }

    /** Packs bytes in the gzip format (RFC 1952), without file name and time. */
    public static byte[] pack(byte[] bytes) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream(bytes.length / 2);
        try (OutputStream out = new GZIPOutputStream(packed, BUFFER)) {
            out.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException("memory does not fail", e);
        }
        return packed.toByteArray();
    }

    /**
     * Whether a packed file unpacks to the bytes of another.
     *
     * @param alone whether optional fields and trailing data are refused
     */
    public static boolean holds(Path packed, OutputFile plain, boolean alone) throws IOException {
        return unpackedHash(packed, plain.size(), alone).equals(Optional.of(plain.sha256()));
    }

    /**
     * The SHA-256 of the unpacked bytes of a file; unpacking stops once there are too many.
     *
     * @param size the expected size
     * @param alone whether optional fields and trailing data are refused
     * @return empty if the size differs, or there are such fields or data
     */
    static Optional<String> unpackedHash(Path packed, long size, boolean alone) throws IOException {
        MessageDigest digest = Digests.sha256();
        try (InputStream file = Files.newInputStream(packed);
                Unpacking in = new Unpacking(file)) {
            byte[] buffer = new byte[BUFFER];
            long rest = size;
            for (int read = in.read(buffer); read >= 0 && rest >= 0; read = in.read(buffer)) {
                digest.update(buffer, 0, read);
                rest -= read;
            }
            return rest == 0 && (!alone || Files.size(packed) == OVERHEAD + in.packedBytes())
                    ? Optional.of(HexFormat.of().formatHex(digest.digest()))
                    : Optional.empty();
        } catch (ZipException | EOFException e) {
            return Optional.empty();
        }
    }

    private static final class Unpacking extends GZIPInputStream {
        Unpacking(InputStream in) throws IOException {
            super(in, BUFFER);
        }

        /** Bytes between header and trailer; those of the last member if there are several. */
        long packedBytes() {
            return inf.getBytesRead();
        }
    }
}
