package org.gongkai.cache;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import org.gongkai.io.Digests;

/**
 * The fingerprint of the running program, whose code can change without a change of version during development.
 *
 * @param code a jar whose manifest names its libraries, or a folder of classes
 * @param added further libraries, such as those with markup engines of users
 */
public record ProgramFingerprint(Path code, List<Path> added) {

    /** The running program. */
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
     * A digest of the program, its libraries and its Java version. A jar is represented by the checksums of its
     * entries, whatever its location and time; libraries and loose classes by their names, sizes and modification
     * times.
     *
     * @throws IOException if the program's files cannot be read
     */
    public String fingerprint() throws IOException {
        MessageDigest digest = Digests.sha256();
        Digests.addLine(digest, Runtime.version().toString());
        if (Files.isRegularFile(code)) {
            addJar(digest);
        } else {
            addClasses(digest);
        }
        for (Path library : added) {
            Digests.addLine(digest, library.getFileName() + " " + stamp(library));
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private void addJar(MessageDigest digest) throws IOException {
        try (JarFile jar = new JarFile(code.toFile(), false)) {
            jar.stream()
                    .sorted(Comparator.comparing(ZipEntry::getName))
                    .forEach(entry ->
                            Digests.addLine(digest, entry.getName() + " " + entry.getSize() + " " + entry.getCrc()));
            Manifest manifest = jar.getManifest();
            String libraries =
                    manifest == null ? null : manifest.getMainAttributes().getValue(Attributes.Name.CLASS_PATH);
            if (libraries != null) {
                for (String name : libraries.split(" ")) {
                    Path library = code.resolveSibling(name);
                    Digests.addLine(digest, name + " " + (Files.exists(library) ? stamp(library) : ""));
                }
            }
        }
    }

    private void addClasses(MessageDigest digest) throws IOException {
        try (Stream<Path> classes = Files.walk(code)) {
            classes.filter(Files::isRegularFile)
                    .sorted()
                    .forEach(file -> Digests.addLine(digest, code.relativize(file) + " " + stamp(file)));
        }
    }

    private static String stamp(Path file) {
        try {
            return Files.size(file) + " " + Files.getLastModifiedTime(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
