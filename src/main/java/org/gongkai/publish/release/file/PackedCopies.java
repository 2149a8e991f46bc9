package org.gongkai.publish.release.file;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.gongkai.io.Digests;
import org.gongkai.output.Manifest.OutputFile;

/**
 * Packed copies {@code X.gz} beside files {@code X}, which earlier versions of the program put into releases and which
 * web servers may still send instead. Manifests do not list them. A file {@code X.gz} that belongs to the site is
 * listed, and is no packed copy.
 */
public final class PackedCopies {
    private static final String ENDING = ".gz";

    /** Bytes of the header of a packed file without optional fields, and of its trailer. */
    private static final int OVERHEAD = 18;

    private static final int BUFFER = 1 << 13;

    private PackedCopies() {}

    /** The path of the original of a packed copy; empty if the path is none of a copy. */
    public static Optional<String> original(String path) {
        return path.endsWith(ENDING)
                ? Optional.of(path.substring(0, path.length() - ENDING.length()))
                : Optional.empty();
    }

    /** Whether a packed file unpacks to a file and to nothing else; unpacking stops once there is too much. */
    public static boolean holds(Path packed, OutputFile file) {
        MessageDigest digest = Digests.sha256();
        try (InputStream bytes = Files.newInputStream(packed, LinkOption.NOFOLLOW_LINKS);
                Unpacking in = new Unpacking(bytes)) {
            byte[] buffer = new byte[BUFFER];
            long rest = file.size();
            for (int read = in.read(buffer); read >= 0 && rest >= 0; read = in.read(buffer)) {
                digest.update(buffer, 0, read);
                rest -= read;
            }
            return rest == 0
                    && Files.size(packed) == OVERHEAD + in.packedBytes()
                    && HexFormat.of().formatHex(digest.digest()).equals(file.sha256());
        } catch (ZipException | EOFException e) {
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
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
