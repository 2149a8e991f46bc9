package org.gongkai.cache;

import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import org.gongkai.io.Digests;

/**
 * The fingerprint of the running program, whose code can change without a change of version during development.
 *
 * @param code a jar or a folder of classes, beside which its libraries lie in {@code lib}
 * @param added further libraries, such as those with markup engines of users
 */
public record ProgramFingerprint(Path code, List<Path> added) {

    public static ProgramFingerprint running() {
        try {
            Path code = Path.of(ProgramFingerprint.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            return new ProgramFingerprint(
                    code,
                    Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                            .map(part -> Path.of(part).toAbsolutePath())
                            .filter(part -> !part.equals(code) && Files.isRegularFile(part))
                            .toList());
        } catch (URISyntaxException e) {
            throw new IllegalStateException("the program is started from a file or a folder", e);
        }
    }

    /**
     * A digest of the program, its libraries and its Java version. A jar is represented by its bytes, whatever its
     * location and time; libraries and loose classes by their names, sizes and modification times.
     *
     * @throws IOException if the program's files cannot be read
     */
    public String fingerprint() throws IOException {
        MessageDigest digest = Digests.sha256();
        Digests.addLine(digest, Runtime.version().toString());
        if (Files.isRegularFile(code)) {
            // Every command waits for it, and SHA-256 of a jar is slow before it is compiled.
            CRC32 sum = new CRC32();
            sum.update(Files.readAllBytes(code));
            Digests.addLine(digest, Files.size(code) + " " + sum.getValue());
        } else {
            addFiles(code, digest);
        }
        addFiles(code.resolveSibling("lib"), digest);
        for (Path library : added) {
            addFiles(library, digest);
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static void addFiles(Path folder, MessageDigest digest) throws IOException {
        List<Path> files = List.of();
        if (Files.exists(folder)) {
            try (Stream<Path> all = Files.walk(folder, FileVisitOption.FOLLOW_LINKS)) {
                files = all.filter(Files::isRegularFile).sorted().toList();
            }
        }
        for (Path file : files) {
            String name = folder.getParent().relativize(file).toString();
            Digests.addLine(digest, name + " " + Files.size(file) + " " + Files.getLastModifiedTime(file));
        }
    }
}
