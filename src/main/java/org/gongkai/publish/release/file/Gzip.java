package org.gongkai.publish.release.file;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipException;
import org.gongkai.io.Digests;
import org.gongkai.output.Manifest.OutputFile;

/** The gzip format (RFC 1952), without file name and time. */
public final class Gzip {

    /** Level 9 would save two thousandths of the size of a site. */
    private static final int LEVEL = 6;

    /** Bytes of the header without optional fields, and of the trailer. */
    private static final int OVERHEAD = 18;

    private static final int BUFFER = 1 << 13;

    private Gzip() {}

    public static byte[] pack(byte[] bytes) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream(bytes.length / 2);
        try (OutputStream out = new Packing(packed)) {
            out.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException("memory does not fail", e);
        }
        return packed.toByteArray();
    }

    /** Whether a packed file unpacks to exactly the bytes of another and has no optional fields or trailing data. */
    public static boolean holds(Path packed, OutputFile plain) throws IOException {
        return hash(packed, plain.size(), true).equals(Optional.of(plain.sha256()));
    }

    /** Whether a packed file unpacks to the bytes of another, whatever its optional fields. */
    public static boolean unpacksTo(Path packed, OutputFile plain) throws IOException {
        return hash(packed, plain.size(), false).equals(Optional.of(plain.sha256()));
    }

    /**
     * The SHA-256 of the unpacked bytes of a file; unpacking stops once there are too many.
     *
     * @param size the expected size
     * @param alone whether optional fields and trailing data are refused
     * @return empty if the size differs, or there are such fields or data
     */
    static Optional<String> hash(Path packed, long size, boolean alone) throws IOException {
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

    private static final class Packing extends GZIPOutputStream {
        Packing(OutputStream out) throws IOException {
            super(out, BUFFER);
            def.setLevel(LEVEL);
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
